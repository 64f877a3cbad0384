import { isOfIndicator, type Normalisation, normaliseInto } from "../normalise/normalisation";
import { isByShape, winsorise } from "../outliers/outlier-rule";
import { fewestForShape } from "../outliers/shape";
import type { Plan } from "./plan";
import { greatestSize } from "./tie-tolerance";
import type { Indicator } from "./tree";

/** A value that counted as an outlier and was moved inwards; in the indicator's unit after denominator and transform. */
export interface Moved {
  city: number;
  indicator: string;
  from: number;
  to: number;
}

/** One indicator after outliers and normalisation. */
export interface ScoredIndicator {
  scores: Float64Array;
  /** The greatest distance of a score from 0. */
  size: number;
  /** Whether it tells the cities apart. */
  apart: boolean;
  moved: Moved[];
  /** Whether outliers were to be looked for, and there are too few values to tell them. */
  tooFewForOutliers: boolean;
}

/**
 * The scores of one indicator for the kept cities: outliers moved, then normalised.
 *
 * @param values in place of the plan's own column, where given
 * @param instead a normalisation in place of the method's, where given and the indicator has no numbers of its own
 */
export function scoreIndicator(
  plan: Plan,
  leaf: number,
  values = plan.columns[leaf]!,
  instead?: Normalisation,
): ScoredIndicator {
  const indicator = plan.indicators[leaf]!;
  const rule = indicator.outliers ?? plan.method.outliers ?? "none";
  const treated = rule === "none" ? values : winsorise(values, rule);
  const scores = new Float64Array(values.length);
  const frame = { more: (indicator.direction ?? "more") === "more", scale: plan.scale };
  const own = normalisationOf(plan, indicator);
  const method = instead && !isOfIndicator(own) ? instead : own;
  try {
    const apart = normaliseInto(treated, scores, frame, method);
    const tooFewForOutliers = rule !== "none" && isByShape(rule) && knownOf(values) < fewestForShape;
    const moved = rule === "none" ? [] : movedFrom(plan, indicator.name, values, treated);
    // By min-max both ends of the scale are reached: the scores need not be looked through.
    const isFull = method.kind === "min-max" && apart;
    const size = isFull ? Math.max(Math.abs(plan.scale[0]), Math.abs(plan.scale[1])) : greatestSize(scores);
    return { scores, size, apart, moved, tooFewForOutliers };
  } catch (error) {
    if (error instanceof RangeError) throw new RangeError(`indicator \`${indicator.name}\`: ${error.message}`);
    throw error;
  }
}

/** How an indicator is normalised: as it says, else as the index does, else by min-max. */
export const normalisationOf = ({ method }: Pick<Plan, "method">, { normalise }: Indicator): Normalisation =>
  normalise ?? method.normalise ?? { kind: "min-max" };

function knownOf(values: Float64Array): number {
  let known = 0;
  for (const value of values) if (!Number.isNaN(value)) known++;
  return known;
}

function movedFrom(plan: Plan, indicator: string, values: Float64Array, treated: Float64Array): Moved[] {
  const moved: Moved[] = [];
  values.forEach((from, i) => {
    const to = treated[i]!;
    if (from !== to && !Number.isNaN(from)) moved.push({ city: plan.kept[i]!, indicator, from, to });
  });
  return moved;
}
