import { mean, sum } from "./number/statistics";

/** A series without its seasons, and the way to put them back. */
export interface Adjusted {
  readonly values: readonly number[];
  /** Whether a season was found. */
  readonly seasonal: boolean;
  /** Puts the seasons on numbers that begin `start` steps after the first of the history. */
  readonly restore: (numbers: readonly number[], start: number) => number[];
}

/**
 * A series freed of its seasons by classical decomposition, if it has any: one mean distance from the centred yearly
 * average for each season, adding up to 0. On the logarithms of a series these are factors.
 *
 * @param period how many steps make a year, or whatever else comes round again
 * @see M. Kendall and A. Stuart, The Advanced Theory of Statistics, vol. 3, Griffin, 1983
 */
export function seasonallyAdjusted(history: readonly number[], period: number): Adjusted {
  if (!isSeasonal(history, period)) return { values: history, seasonal: false, restore: (numbers) => [...numbers] };
  const indices = seasonIndices(history, period);
  return {
    values: history.map((value, i) => value - indices[i % period]!),
    seasonal: true,
    restore: (numbers, start) => numbers.map((value, i) => value + indices[(start + i) % period]!),
  };
}

/**
 * Whether values a year apart hang together more than chance allows, at 90 %; never with fewer than three years.
 *
 * @see S. Makridakis, E. Spiliotis and V. Assimakopoulos, The M4 Competition: 100,000 time series and 61 forecasting
 *   methods, International Journal of Forecasting 36, 2020: the test behind Naive2
 */
export function isSeasonal(history: readonly number[], period: number): boolean {
  if (period <= 1 || history.length < 3 * period) return false;
  const correlations = autocorrelations(history, period);
  const before = sum(correlations.slice(0, -1).map((r) => r * r));
  return Math.abs(correlations.at(-1)!) > 1.645 * Math.sqrt((1 + 2 * before) / history.length);
}

function autocorrelations(values: readonly number[], lags: number): number[] {
  const centre = mean(values);
  const deviations = values.map((value) => value - centre);
  const total = sum(deviations.map((d) => d * d));
  return Array.from({ length: lags }, (_, lag) => {
    let shared = 0;
    for (let i = lag + 1; i < deviations.length; i++) shared += deviations[i]! * deviations[i - lag - 1]!;
    return total === 0 ? 0 : shared / total;
  });
}

function seasonIndices(history: readonly number[], period: number): number[] {
  const half = Math.floor(period / 2);
  const bySeason = Array.from({ length: period }, (): number[] => []);
  for (let i = half; i < history.length - half; i++) {
    const year = history.slice(i - half, i + half + 1);
    // An even year is centred by half of each end, which are the same season; an odd one has a middle.
    const ends = period % 2 === 0 ? (year[0]! + year.at(-1)!) / 2 : 0;
    bySeason[i % period]!.push(history[i]! - (sum(year) - ends) / period);
  }
  const raw = bySeason.map(mean);
  return raw.map((index) => index - mean(raw));
}
