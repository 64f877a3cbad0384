import { ranks, type Ties } from "../ranks/ranks";
import type { Frame } from "./frame";

/** Points for places: the worst of n cities gets 1, the best n. */
export interface RankPoints {
  readonly kind: "rank";
  /** How cities of equal value share points; by default their `mean`. Counted from the worst city up. */
  readonly ties?: Ties;
}

/**
 * Points for places. Distances are lost, and with them every outlier.
 *
 * @returns whether it tells the cities apart
 * @see OECD and JRC, Handbook on Constructing Composite Indicators, 2008, section 5.1
 */
export function rankPoints(values: Float64Array, out: Float64Array, { more }: Frame, method: RankPoints): boolean {
  const places = placesFromWorst(values, more, method.ties ?? "mean");
  let [least, greatest] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const place = places[i];
    out[i] = place ?? Number.NaN;
    if (place == null) continue;
    least = Math.min(least, place);
    greatest = Math.max(greatest, place);
  }
  return least < greatest;
}

/** Each value's place counted from the worst, which is 1; null where the value is not known. */
export function placesFromWorst(values: Float64Array, more: boolean, ties: Ties): (number | null)[] {
  const known = Array.from(values, (value) => (Number.isNaN(value) ? null : value));
  return ranks(known, { best: more ? "least" : "greatest", ties });
}
