import type { Point } from "../../src/forecast";

/** Values a year apart (or a quarter, a month), the first in the year 2000. */
export const pointsOf = (values: readonly number[], frequency = 1): Point[] =>
  values.map((value, i) => ({ at: 2000 + i / frequency, value }));

/** The same numbers for the same seed, from 0 to 1: a linear congruential generator. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Normal numbers of mean 0 and deviation 1, for a seed. */
export function normal(seed: number): () => number {
  const next = chance(seed);
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
