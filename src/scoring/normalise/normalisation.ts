import { type AboveBelow, aboveBelow } from "./above-below";
import { type Classes, classes } from "./classes";
import type { Frame } from "./frame";
import { type Goalposts, goalposts } from "./goalposts";
import { minMax } from "./min-max";
import { percentile } from "./percentile";
import { type RankPoints, rankPoints } from "./rank-points";
import { type Reference, reference } from "./reference";
import { type Target, target } from "./target";
import { type ZScore, zScore } from "./z-score";

/** A way to make indicators of different units comparable. */
export type Normalisation =
  | { readonly kind: "min-max" }
  | { readonly kind: "percentile" }
  | { readonly kind: "none" }
  | ZScore
  | RankPoints
  | Goalposts
  | Target
  | Reference
  | AboveBelow
  | Classes;

/**
 * Whether a normalisation carries numbers that were chosen for its indicator, such as goalposts: another cannot take its
 * place without throwing them away.
 */
export const isOfIndicator = ({ kind }: Normalisation): boolean =>
  !["min-max", "percentile", "rank", "z-score", "none"].includes(kind);

/**
 * Normalises known values into `out`; NaN, a value that is not known, stays NaN.
 *
 * @returns whether the result tells cities apart
 * @throws RangeError as the method named does
 */
export function normaliseInto(values: Float64Array, out: Float64Array, frame: Frame, method: Normalisation): boolean {
  switch (method.kind) {
    case "min-max":
      return minMax(values, out, frame);
    case "z-score":
      return zScore(values, out, frame, method);
    case "rank":
      return rankPoints(values, out, frame, method);
    case "percentile":
      return percentile(values, out, frame);
    case "goalposts":
      return goalposts(values, out, frame, method);
    case "target":
      return target(values, out, frame, method);
    case "reference":
      return reference(values, out, frame, method);
    case "above-below":
      return aboveBelow(values, out, frame, method);
    case "classes":
      return classes(values, out, frame, method);
    case "none":
      return unchanged(values, out, frame);
    default:
      throw new RangeError(`unknown normalisation ${JSON.stringify(method)}`);
  }
}

function unchanged(values: Float64Array, out: Float64Array, { more }: Frame): boolean {
  for (let i = 0; i < values.length; i++) out[i] = more ? values[i]! : -values[i]!;
  return true;
}
