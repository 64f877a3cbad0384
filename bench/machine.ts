import { cpus, totalmem } from "node:os";

/** The machine and the programs that a figure was measured with, in a line. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} x ${cpu?.model.trim() ?? "unknown"}, ${memory} GB, ${process.platform}, Node ${process.version}; server, Postgres and client share it.`;
}
