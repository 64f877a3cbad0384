import { median } from "../number/statistics";
import type { Fit } from "./method";

/**
 * The median slope of all pairs of values, from the median of the last three carried to the end: one bad value bends it
 * no more than any other.
 *
 * @see P. K. Sen, Estimates of the regression coefficient based on Kendall's tau, JASA 63, 1968
 */
export function robustTrend(history: readonly number[], horizon: number): Fit {
  const slope = history.length > 1 ? median(slopes(history)) : 0;
  const start = median(history.slice(-3).map((value, i, tail) => value + slope * (tail.length - 1 - i)));
  return {
    forecast: Array.from({ length: horizon }, (_, step) => start + slope * (step + 1)),
    get fitted() {
      return history.map((value, i) => (i === 0 ? value : history[i - 1]! + slope));
    },
    parameters: { slope, start },
  };
}

function slopes(values: readonly number[]): number[] {
  const all: number[] = [];
  for (let i = 0; i < values.length; i++)
    for (let j = i + 1; j < values.length; j++) all.push((values[j]! - values[i]!) / (j - i));
  return all;
}
