import type { Fit, Setting } from "./method";

/** The last value, for ever: what every other method must beat. */
export function naive(history: readonly number[], horizon: number): Fit {
  return repeated(history, horizon, 1);
}

/** The value of the same season a year before; the last value while there is no such year. */
export function seasonalNaive(history: readonly number[], horizon: number, { period }: Pick<Setting, "period">): Fit {
  return repeated(history, horizon, history.length > period ? period : 1);
}

function repeated(history: readonly number[], horizon: number, lag: number): Fit {
  const start = history.length - lag;
  return {
    forecast: Array.from({ length: horizon }, (_, step) => history[start + (step % lag)]!),
    get fitted() {
      return history.map((value, i) => history[i - lag] ?? value);
    },
    parameters: { lag },
  };
}

/**
 * The last value and the mean change of all the history: the line through the first and the last point.
 *
 * @see R. J. Hyndman and G. Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., OTexts, 2021, section 5.2
 */
export function drift(history: readonly number[], horizon: number): Fit {
  const last = history.at(-1)!;
  const slope = history.length > 1 ? (last - history[0]!) / (history.length - 1) : 0;
  return {
    forecast: Array.from({ length: horizon }, (_, step) => last + slope * (step + 1)),
    get fitted() {
      return history.map((value, i) => (i === 0 ? value : history[i - 1]! + slope));
    },
    parameters: { slope },
  };
}
