import type { Frequency } from "../series";

/** How large errors are, counted in spreads. */
export interface Sizes {
  /** The share of errors no larger than this size. */
  readonly within: (size: number) => number;
}

/**
 * What is expected of a series that cannot speak for itself: Student's t with 3 degrees of freedom, times 0.77 for yearly
 * values, times 1 where there are seasons.
 *
 * The shape is that of economic series at large, whose errors have heavier tails than the normal. The factors are measured;
 * on what, and what they give where they were not measured, is written down.
 *
 * @see docs/methods-forecast.md, "Intervals"
 */
export const usualSizes = (frequency: Frequency): Sizes => studentTimes(frequency === 1 ? 0.77 : 1);

const studentTimes = (factor: number): Sizes => ({
  within: (size) => {
    const t = Math.min(size, 1e12) / factor / Math.sqrt(3);
    return (2 / Math.PI) * (t / (1 + t * t) + Math.atan(t));
  },
});

/**
 * Sizes seen, shrunk towards those expected: m origins count m / (m + patience).
 *
 * @param seen sizes in any order; may be none
 * @param origins from how many origins they come: errors of one origin hang together and count once
 */
export function shrunk(seen: readonly number[], origins: number, expected: Sizes, patience: number): Sizes {
  if (seen.length === 0 || origins <= 0) return expected;
  const sorted = [...seen].sort((a, b) => a - b);
  const weight = origins / (origins + patience);
  return {
    within: (size) => (weight * countUpTo(sorted, size)) / sorted.length + (1 - weight) * expected.within(size),
  };
}

/** The size that a share of the errors does not pass; the share lies above 0 and below 1. */
export function sizeWithin(sizes: Sizes, share: number): number {
  let [low, high] = [0, 1];
  while (sizes.within(high) < share && high < 1e9) high *= 2;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (sizes.within(middle) < share) low = middle;
    else high = middle;
  }
  return high;
}

function countUpTo(sorted: readonly number[], size: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! <= size) from = middle + 1;
    else to = middle;
  }
  return from;
}
