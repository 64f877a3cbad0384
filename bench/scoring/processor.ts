/**
 * How long work keeps one core busy, in seconds: the least of some runs, after one that is not counted. Processor time, so
 * that what else runs on the machine counts little.
 */
export function processorSeconds(runs: number, work: () => void): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return Math.min(...times);
}
