import { differences, mean, meanSize } from "../number/statistics";

/**
 * The symmetric mean absolute percentage error: from 0 to 200, less is better. Where both are 0 the error is 0.
 *
 * @see S. Makridakis and M. Hibon, The M3-Competition, International Journal of Forecasting 16, 2000
 */
export function smape(actual: readonly number[], forecast: readonly number[]): number {
  refuseUnequal("smape", actual, forecast);
  return mean(
    actual.map((value, i) => {
      const size = Math.abs(value) + Math.abs(forecast[i]!);
      return size === 0 ? 0 : (200 * Math.abs(value - forecast[i]!)) / size;
    }),
  );
}

/**
 * The mean absolute error of the seasonal naive method within a history, one step ahead: the unit of MASE and MSIS. It is 0
 * if the history never changes, and NaN if it is no longer than a period.
 *
 * @see R. J. Hyndman and A. B. Koehler, Another look at measures of forecast accuracy, International Journal of Forecasting 22, 2006
 */
export const naiveError = (history: readonly number[], period: number): number =>
  meanSize(differences(history, period));

/**
 * The mean absolute scaled error: below 1 is better than the naive method was within the history.
 *
 * @param unit what {@link naiveError} says of the history; NaN or Infinity come back if it is NaN or 0
 * @see R. J. Hyndman and A. B. Koehler, 2006
 */
export function mase(actual: readonly number[], forecast: readonly number[], unit: number): number {
  refuseUnequal("mase", actual, forecast);
  return meanSize(actual.map((value, i) => value - forecast[i]!)) / unit;
}

/** An interval without its level. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/**
 * The mean scaled interval score: width, and what values lie outside times 2 / (1 - level), in the unit of MASE.
 *
 * @see T. Gneiting and A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, JASA 102, 2007
 */
export function msis(actual: readonly number[], intervals: readonly Bounds[], level: number, unit: number): number {
  refuseUnequal("msis", actual, intervals);
  const penalty = 2 / (1 - level);
  const scores = actual.map((value, i) => {
    const { high, low } = intervals[i]!;
    return high - low + penalty * (Math.max(0, low - value) + Math.max(0, value - high));
  });
  return mean(scores) / unit;
}

/** The share of values that lie within their interval, its ends included. */
export function coverage(actual: readonly number[], intervals: readonly Bounds[]): number {
  refuseUnequal("coverage", actual, intervals);
  return mean(actual.map((value, i) => (value >= intervals[i]!.low && value <= intervals[i]!.high ? 1 : 0)));
}

/** What the overall weighted average compares. */
export interface Accuracy {
  readonly smape: number;
  readonly mase: number;
}

/**
 * The overall weighted average: sMAPE and MASE as shares of those of Naive2, averaged; below 1 is better than Naive2.
 *
 * @see S. Makridakis, E. Spiliotis and V. Assimakopoulos, The M4 Competition, International Journal of Forecasting 36, 2020
 */
export const owa = (method: Accuracy, naive2: Accuracy): number =>
  (method.smape / naive2.smape + method.mase / naive2.mase) / 2;

function refuseUnequal(name: string, actual: readonly unknown[], other: readonly unknown[]): void {
  if (actual.length === 0 || actual.length !== other.length)
    throw new RangeError(
      `${name} expects as many values as forecasts and at least one, got ${actual.length} and ${other.length}`,
    );
}
