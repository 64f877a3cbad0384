import type { Grid } from "../grid";
import type { Scale } from "../measure";
import type { Method } from "../methods/method";

/** What a method would have said with the first values only. */
export interface Origin {
  /** How many values it knew. */
  readonly known: number;
  /** What it said of the values that followed, one a step, in the unit of the series. */
  readonly forecast: readonly number[];
}

/**
 * A method run on values in the unit of the series: onto the scale, through the method, and back.
 *
 * @param quick whether a quick search will do, as in the many fits of a back-test
 */
export function foretell(
  method: Method,
  values: readonly number[],
  horizon: number,
  period: number,
  scale: Scale,
  quick = false,
): number[] {
  return carried(method, values.map(scale.to), horizon, period, scale, quick);
}

/** The same from numbers that are on the scale already. */
const carried = (
  method: Method,
  numbers: readonly number[],
  horizon: number,
  period: number,
  scale: Scale,
  quick: boolean,
): number[] => method(numbers, horizon, { period, scale, quick }).forecast.map(scale.from);

/**
 * A method tried at many places of a history, each time with what was known there: the rolling origin.
 *
 * @param most how many places at most, spread evenly, the last one always among them
 * @returns in order of time; none if the history is too short to hold one back after four values
 * @see L. J. Tashman, Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16, 2000
 */
export function rollingOrigins(method: Method, grid: Grid, horizon: number, scale: Scale, most = 40): Origin[] {
  const { frequency, values } = grid;
  const n = values.length;
  // Seasons need three years to be found; where there are no more, the last four values must do.
  const first = Math.max(4, Math.min(frequency === 1 ? 4 : 3 * frequency, n - 4));
  const count = n - first;
  const numbers = values.map(scale.to);
  const origins: Origin[] = [];
  for (let known = first; known < n; known++) {
    const back = n - 1 - known;
    if (count > most && Math.floor((back * most) / count) === Math.floor(((back - 1) * most) / count) && back > 0)
      continue;
    const steps = Math.min(horizon, n - known);
    origins.push({ known, forecast: carried(method, numbers.slice(0, known), steps, frequency, scale, true) });
  }
  return origins;
}
