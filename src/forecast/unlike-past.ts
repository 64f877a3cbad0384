import type { BackTest } from "./back-test";

/** Fewer values than these held against past intervals tell nothing of them. */
const enough = 20;

/** Where intervals of a series that moves held far less, or far more, often than they say in a series' own past, one sentence each. */
export function unlikePast(backTest: BackTest | null): string[] {
  if (backTest === null || backTest.mase === null || backTest.values < enough) return [];
  return backTest.coverage.flatMap(({ level, share }) => {
    const [said, missed] = [1 - level, 1 - share];
    const held = `of the values of past tries ${percent(share)} lay within their intervals at ${percent(level)}`;
    // Twice as many misses as said, or a quarter of them, with room for the dust of the subtraction.
    if (missed > 2 * said + 1e-9) return [`${held}: they may be too narrow for this series`];
    if (missed < said / 4 - 1e-9 && level <= 0.8) return [`${held}: they may be too wide for this series`];
    return [];
  });
}

const percent = (share: number): string => `${Number((100 * share).toFixed(1))} %`;
