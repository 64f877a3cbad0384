import type { Grid } from "./grid";
import { timeOf } from "./grid";
import type { Scale } from "./measure";
import { median, robustDeviation } from "./number/statistics";
import { seasonallyAdjusted } from "./seasons";

/** A value that does not fit its surroundings. It is named, and stays in the series. */
export interface Oddity {
  /** An outlier stands alone; a level shift lasts; a trend change is a run of shifts the same way. */
  readonly kind: "outlier" | "level shift" | "trend change";
  /** The first time, where there are several. */
  readonly at: number;
  /** The last time of a trend change; the same time otherwise. */
  readonly until: number;
  readonly value: number;
  /** What its neighbours, or the values before it, would have led to expect. */
  readonly expected: number;
}

/** How many robust standard deviations make an oddity; about one normal value in 15,000 lies farther out. */
const threshold = 4;

/**
 * The outliers and level shifts of a series, in order of time; none in fewer than eight values.
 *
 * A step is odd if it differs from the median step by more than four robust standard deviations of the steps, both on the
 * measure's scale and by amount or in proportion, whichever the scale is not: a series that steadily grows by one of the two
 * has steps that only look odd by the other. If the next step takes most of it back it was an outlier, if not a level
 * shift. Shifts the same way in steps that follow each other are one change of trend.
 *
 * @see C. Chen and L.-M. Liu, Joint estimation of model parameters and outlier effects in time series, JASA 88, 1993: the kinds
 */
export function odditiesOf(grid: Grid, scale: Scale): Oddity[] {
  if (grid.observed.filter(Boolean).length < 8) return [];
  const own = surplusOf(grid.values.map(scale.to), grid.frequency);
  const other = surplusOf(otherwise(grid.values, scale), grid.frequency);
  const found: Shift[] = [];
  for (let i = 0; i < own.steps.length; i++) {
    const step = own.steps[i]!;
    if (!grid.observed[i + 1] || Math.abs(step) <= own.limit || Math.abs(other.steps[i]!) <= other.limit) continue;
    const next = own.steps[i + 1] ?? 0;
    const back = next * step < 0 && Math.abs(next) > Math.abs(step) / 2;
    const at = timeOf(grid, i + 1);
    const value = grid.values[i + 1]!;
    const expected = scale.from(scale.to(value) - step);
    found.push({ kind: back ? "outlier" : "level shift", at, until: at, value, expected, place: i, step });
    if (back) i++;
  }
  return folded(found);
}

interface Shift extends Oddity {
  /** The last step of it, counted from 0. */
  readonly place: number;
  /** How far the step goes beyond the usual one, on the scale. */
  readonly step: number;
}

/** How far each step goes beyond the usual one, and how far it may. */
function surplusOf(numbers: readonly number[], frequency: number): { steps: number[]; limit: number } {
  const { values } = seasonallyAdjusted(numbers, frequency);
  const steps = values.slice(1).map((value, i) => value - values[i]!);
  const usual = median(steps);
  const spread = robustDeviation(steps);
  const limit = threshold * (spread > 0 ? spread : smallest(steps, usual));
  return { steps: steps.map((step) => step - usual), limit };
}

/** Values by their logarithms where the scale takes them as they are and all are above 0; as they are otherwise. */
function otherwise(values: readonly number[], scale: Scale): readonly number[] {
  const isAsItIs = values.every((value) => scale.to(value) === value);
  return isAsItIs && values.every((value) => value > 0) ? values.map(Math.log) : values;
}

function folded(found: readonly Shift[]): Oddity[] {
  const runs: Shift[] = [];
  for (const one of found) {
    const before = runs.at(-1);
    const goesOn = before && before.kind !== "outlier" && one.kind === "level shift" && before.place === one.place - 1;
    if (goesOn && before.step * one.step > 0)
      runs[runs.length - 1] = { ...before, kind: "trend change", until: one.at, place: one.place };
    else runs.push(one);
  }
  return runs.map(({ place: _, step: __, ...oddity }) => oddity);
}

// Where most steps are equal the robust deviation is 0: any other step is odd, but for rounding.
const smallest = (steps: readonly number[], usual: number): number =>
  1e-9 * Math.max(...steps.map(Math.abs), Math.abs(usual));
