import type { Mean } from "../means/mean";
import { refusal } from "../means/weighted-mean";

/** A column of scores, and whether every city has one. */
export interface Scored {
  scores: Float64Array;
  whole: boolean;
}

/**
 * Puts a transformed column of children together, city by city: `out` becomes the mean of what is known.
 *
 * @param transformed the children's scores after `mean.to`, NaN where not known
 * @param weights one a child, adding up to 1; a child of weight 0 is not looked at
 * @param whole whether no child lacks a value; else the weights of the known ones are stretched to 1
 * @param known as many places as `out`, used only where something is missing
 */
export function aggregateInto(
  transformed: readonly Float64Array[],
  weights: ArrayLike<number>,
  mean: Mean,
  whole: boolean,
  out: Float64Array,
  known: Float64Array,
): void {
  out.fill(0);
  if (whole) addWhole(transformed, weights, out);
  else addKnown(transformed, weights, out, known);
  if (!mean.linear) for (let i = 0; i < out.length; i++) out[i] = mean.from(out[i]!);
}

function addWhole(columns: readonly Float64Array[], weights: ArrayLike<number>, out: Float64Array): void {
  for (let c = 0; c < columns.length; c++) {
    const weight = weights[c]!;
    const column = columns[c]!;
    if (weight > 0) for (let i = 0; i < out.length; i++) out[i]! += weight * column[i]!;
  }
}

function addKnown(
  columns: readonly Float64Array[],
  weights: ArrayLike<number>,
  out: Float64Array,
  known: Float64Array,
): void {
  known.fill(0);
  for (let c = 0; c < columns.length; c++) {
    const weight = weights[c]!;
    if (!(weight > 0)) continue;
    const column = columns[c]!;
    for (let i = 0; i < out.length; i++) {
      if (Number.isNaN(column[i])) continue;
      out[i]! += weight * column[i]!;
      known[i]! += weight;
    }
  }
  for (let i = 0; i < out.length; i++) out[i]! /= known[i]!;
}

/**
 * The column as the mean wants it: `mean.to` of each score.
 *
 * @throws RangeError if a score is below 0 where the mean is not defined for it
 */
export function transformedFor(mean: Mean, scores: Float64Array, dimension: string, out?: Float64Array): Float64Array {
  if (mean.linear) return scores;
  const result = out ?? new Float64Array(scores.length);
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! < 0) throw new RangeError(`dimension \`${dimension}\`: ${refusal(mean, scores[i]!)}`);
    result[i] = mean.to(scores[i]!);
  }
  return result;
}
