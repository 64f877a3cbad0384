import { coverage, mase, msis, naiveError, owa, smape } from "./accuracy/measures";
import type { Grid } from "./grid";
import { type Evidence, sizesAt } from "./intervals/evidence";
import { type Interval, intervalsAround } from "./intervals/interval";
import { foretell, type Origin } from "./intervals/origins";
import type { Sizes } from "./intervals/sizes";
import type { Scale } from "./measure";
import { methods } from "./methods/registry";
import { mean } from "./number/statistics";

/** How a method would have done on this very series, each time with what was known then. */
export interface BackTest {
  /** How many forecasts were tried. */
  readonly tries: number;
  /** How many values they were held against. */
  readonly values: number;
  /** Mean absolute error by step ahead, in the unit of the series; null for a step that was never held against a value. No farther than 18 steps, or a quarter of the history. */
  readonly errorByStep: readonly (number | null)[];
  readonly smape: number;
  /** Null if the history never changed. */
  readonly mase: number | null;
  /** Against Naive2 on the same tries; null if that had no error. */
  readonly owa: number | null;
  /** Of the intervals at 95 %; null if the history never changed. */
  readonly msis: number | null;
  /** For each level, the share of values that lay within. */
  readonly coverage: readonly { readonly level: number; readonly share: number }[];
  /** The same in a sentence. */
  readonly summary: string;
}

interface Try {
  readonly steps: number;
  readonly actual: readonly number[];
  readonly forecast: readonly number[];
  readonly naive2: readonly number[];
  readonly intervals: readonly (readonly Interval[])[];
}

/**
 * The back-test of a method by rolling origin. Intervals are those that would have been given then.
 *
 * @returns null if the series is too short to hold values back
 */
export function backTestOf(
  evidence: Evidence,
  grid: Grid,
  scale: Scale,
  expected: Sizes,
  levels: readonly number[],
): BackTest | null {
  const asked = [...levels, 0.95];
  const tries = evidence.origins.flatMap((origin) => tried(origin, evidence, grid, scale, expected, asked) ?? []);
  if (tries.length === 0) return null;
  const unit = naiveError(grid.values, grid.values.length > grid.frequency ? grid.frequency : 1);
  const average = (score: (one: Try) => number): number => mean(tries.map(score));
  const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const own = {
    smape: average((t) => smape(t.actual, t.forecast)),
    mase: average((t) => mase(t.actual, t.forecast, unit)),
  };
  const naive2 = {
    smape: average((t) => smape(t.actual, t.naive2)),
    mase: average((t) => mase(t.actual, t.naive2, unit)),
  };
  const values = tries.flatMap(({ actual }) => actual);
  const at = (index: number): Interval[] => tries.flatMap(({ intervals }) => intervals.map((levels) => levels[index]!));
  return {
    tries: tries.length,
    values: values.length,
    errorByStep: errorByStep(evidence, grid),
    smape: own.smape,
    mase: orNull(own.mase),
    owa: orNull(owa(own, naive2)),
    msis: orNull(
      average((t) =>
        msis(
          t.actual,
          t.intervals.map((i) => i.at(-1)!),
          0.95,
          unit,
        ),
      ),
    ),
    coverage: levels.map((level, i) => ({ level, share: coverage(values, at(i)) })),
    summary: `In ${tries.length} past ${tries.length === 1 ? "try" : "tries"} this method was off by ${own.smape.toFixed(1)} % on average.`,
  };
}

function tried(
  { forecast, known }: Origin,
  evidence: Evidence,
  grid: Grid,
  scale: Scale,
  expected: Sizes,
  levels: readonly number[],
): Try | undefined {
  const seen = forecast.map((_, step) => step).filter((step) => grid.observed[known + step]);
  if (seen.length === 0) return undefined;
  const pick = <T>(of: readonly T[]): T[] => seen.map((step) => of[step]!);
  const intervals = intervalsAround(forecast, evidence.width(known), sizesAt(evidence, known, expected), levels, scale);
  const naive2 = foretell(methods.naive2, grid.values.slice(0, known), forecast.length, grid.frequency, scale);
  const actual = grid.values.slice(known, known + forecast.length);
  return {
    steps: forecast.length,
    actual: pick(actual),
    forecast: pick(forecast),
    naive2: pick(naive2),
    intervals: pick(intervals),
  };
}

function errorByStep({ origins }: Evidence, { observed, values }: Grid): (number | null)[] {
  const bySteps: number[][] = [];
  for (const { forecast, known } of origins)
    forecast.forEach((value, step) => {
      bySteps[step] ??= [];
      if (observed[known + step]) bySteps[step].push(Math.abs(values[known + step]! - value));
    });
  return bySteps.map((errors) => (errors.length > 0 ? mean(errors) : null));
}
