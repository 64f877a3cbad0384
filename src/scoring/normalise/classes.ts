import { momentsOf } from "../statistics/moments";
import { quantile } from "../statistics/quantile";
import type { Frame } from "./frame";

/** Points by class, where the classes are cut at shares of the cities. */
export interface Classes {
  readonly kind: "classes";
  /** Rising shares above 0 and below 1 at which the classes meet, from the worst up: [0.25, 0.75] makes three classes. */
  readonly cuts: readonly number[];
  /** The points of each class from the worst up: one more than cuts. */
  readonly points: readonly number[];
}

/**
 * Points by class: a city is in the highest class whose cut its value reaches. The cuts are quantiles of the known
 * values (type 7), taken from the worst side.
 *
 * @returns whether it tells the cities apart
 * @throws RangeError if the cuts do not rise between 0 and 1 or the points are not one more than the cuts
 * @see OECD and JRC, Handbook on Constructing Composite Indicators, 2008, section 5.5
 */
export function classes(values: Float64Array, out: Float64Array, { more }: Frame, method: Classes): boolean {
  const { cuts, points } = method;
  if (cuts.some((cut, i) => !(cut > (cuts[i - 1] ?? 0) && cut < 1))) {
    throw new RangeError(`classes expect cuts that rise between 0 and 1, got ${cuts.join(", ")}`);
  }
  if (points.length !== cuts.length + 1) {
    throw new RangeError(`classes expect ${cuts.length + 1} points, got ${points.length}`);
  }
  const towardsBest = values.map((value) => (more ? value : -value));
  const sorted = towardsBest.filter((value) => !Number.isNaN(value)).sort();
  const bounds = cuts.map((cut) => quantile(sorted, cut));
  towardsBest.forEach((value, i) => {
    out[i] = Number.isNaN(value) ? Number.NaN : points[bounds.filter((bound) => value >= bound).length]!;
  });
  const { least, greatest } = momentsOf(out);
  return least < greatest;
}
