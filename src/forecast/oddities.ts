import type { Grid } from "./grid";
import { timeOf } from "./grid";
import type { Scale } from "./measure";
import { median, robustDeviation } from "./number/statistics";
import { seasonallyAdjusted } from "./seasons";

/** A value that does not fit its surroundings. It is named, and stays in the series. */
export interface Oddity {
  /** An outlier stands alone; a level shift lasts. */
  readonly kind: "outlier" | "level shift";
  readonly at: number;
  readonly value: number;
  /** What its neighbours, or the values before it, would have led to expect. */
  readonly expected: number;
}

/** How many robust standard deviations make an oddity; about one normal value in 15,000 lies farther out. */
const threshold = 4;

/**
 * The outliers and level shifts of a series, in order of time; none in fewer than eight values.
 *
 * A step is odd if it differs from the median step by more than four robust standard deviations of the steps. If the next
 * step takes most of it back it was an outlier, if not a level shift.
 *
 * @see C. Chen and L.-M. Liu, Joint estimation of model parameters and outlier effects in time series, JASA 88, 1993: the kinds
 */
export function odditiesOf(grid: Grid, scale: Scale): Oddity[] {
  const { values } = seasonallyAdjusted(grid.values.map(scale.to), grid.frequency);
  if (grid.observed.filter(Boolean).length < 8) return [];
  const steps = values.slice(1).map((value, i) => value - values[i]!);
  const usual = median(steps);
  const spread = robustDeviation(steps);
  const limit = threshold * (spread > 0 ? spread : smallest(steps, usual));
  const found: Oddity[] = [];
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]! - usual;
    if (Math.abs(step) <= limit || !grid.observed[i + 1]) continue;
    const next = (steps[i + 1] ?? usual) - usual;
    const back = next * step < 0 && Math.abs(next) > Math.abs(step) / 2;
    const place = { at: timeOf(grid, i + 1), value: grid.values[i + 1]! };
    const moved = scale.from(scale.to(grid.values[i + 1]!) - step);
    found.push({ kind: back ? "outlier" : "level shift", ...place, expected: moved });
    if (back) i++;
  }
  return found;
}

// Where most steps are equal the robust deviation is 0: any other step is odd, but for rounding.
const smallest = (steps: readonly number[], usual: number): number =>
  1e-9 * Math.max(...steps.map(Math.abs), Math.abs(usual));
