/** The sum; 0 of nothing. */
export const sum = (values: readonly number[]): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** The arithmetic mean; NaN of nothing. */
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** The middle value, or the mean of the two in the middle; NaN of nothing. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/**
 * The value below which a share of the values lies, interpolated between order statistics.
 *
 * @param share from 0 to 1
 * @returns NaN of nothing
 * @see R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical Packages, The American Statistician 50, 1996, type 7
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low + (at - below) * (high - low);
}

/** The mean size of the values; NaN of nothing. */
export const meanSize = (values: readonly number[]): number => mean(values.map(Math.abs));

/** The median distance from the median, times 1.4826 so that it estimates the standard deviation of normal values. */
export function robustDeviation(values: readonly number[]): number {
  const middle = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
}

/** The changes from each value to the one `lag` places later. */
export function differences(values: readonly number[], lag = 1): number[] {
  const changes: number[] = [];
  for (let i = lag; i < values.length; i++) changes.push(values[i]! - values[i - lag]!);
  return changes;
}
