import { evaluate } from "../composite/evaluate";
import type { IndexData, IndexMethod } from "../composite/method";
import { type Plan, planOf } from "../composite/plan";
import { untransformedIndicator } from "../composite/read-indicator";
import { scoreIndicator } from "../composite/score-indicator";
import { greatestSize, linearShares, summedSize, tieTolerance } from "../composite/tie-tolerance";
import type { Indicator } from "../composite/tree";
import { rootAlong } from "./path";

/** The least that one indicator would have to change for a city to move up. */
export interface SmallestChange {
  indicator: string;
  /** The value now, in the indicator's unit after denominator and before the transform: as it is known, not recovered. */
  from: number;
  /** The value that moves the city up; null if no change of this indicator alone does, within its bounds. */
  to: number | null;
}

/**
 * For each indicator, the smallest change of it alone that would move a city up at least one rank.
 *
 * All is reckoned anew with the changed value, so that a new best or worst value shifts the ends of a min-max; only the
 * weights stay as they are. The change is found by bisection to 12 digits, and the value returned does move the city up.
 * It is one the indicator can have (`Indicator.bounds`): beyond them nothing is looked for.
 *
 * @param method as for `compositeIndex`
 * @param data as for `compositeIndex`
 * @param city its place in the columns
 * @returns one entry an indicator known for the city, in the order of the tree; empty if the city is first
 * @throws RangeError as `compositeIndex` does, or if the city has no score
 */
export function smallestChanges(method: IndexMethod, data: IndexData, city: number): SmallestChange[] {
  const plan = planOf(method, data);
  const place = plan.kept.indexOf(city);
  if (place < 0) throw new RangeError(`city ${city} has no score`);
  const leaves = plan.indicators.map((_, leaf) => scoreIndicator(plan, leaf).scores);
  const evaluated = evaluate(plan, leaves);
  const shares = linearShares(
    plan,
    evaluated.weights,
    plan.nodes.map(({ mean }) => mean),
  );
  const sizes = leaves.map(greatestSize);
  const scores = evaluated.scores.at(-1)!;
  const rank = rankOf(scores, place, tieTolerance(scores, summedSize(shares, sizes)));
  if (rank === 1) return [];
  const numbers = plan.indicators.map((indicator) => untransformedIndicator(indicator, data));
  return plan.indicators.flatMap((indicator, leaf) => {
    const value = plan.columns[leaf]![place]!;
    if (Number.isNaN(value)) return [];
    const root = rootAlong(
      plan,
      evaluated,
      plan.nodes.findIndex((node) => node.leaf === leaf),
    );
    const column = plan.columns[leaf]!.slice();
    const movesUp = (to: number) => {
      column[place] = to;
      const changed = scoreIndicator(plan, leaf, column).scores;
      const scores = root(changed);
      const tolerance = tieTolerance(scores, summedSize(shares, sizes.with(leaf, greatestSize(changed))));
      // Half of it, or the rounding of a sum in another order could undo the tie.
      return rankOf(scores, place, tolerance / 2) < rank;
    };
    const to = nearest(value, within(reaches(plan, leaf, value), value, boundOf(indicator)), movesUp);
    // What was imputed is known on the scale of the transform only.
    const known = numbers[leaf]![city]!;
    const from = Number.isNaN(known) ? untransformed(value, indicator.transform) : known;
    return [{ indicator: indicator.name, from, to: to === null ? null : inBounds(indicator, to) }];
  });
}

function rankOf(scores: Float64Array, place: number, tolerance: number): number {
  const limit = scores[place]! + tolerance;
  let better = 0;
  for (let i = 0; i < scores.length; i++) if (scores[i]! > limit) better++;
  return better + 1;
}

/** Values ever further on the better side, the last beyond all others. */
function* reaches(plan: Plan, leaf: number, value: number): Iterable<number> {
  const column = plan.columns[leaf]!;
  let [least, greatest] = [Infinity, -Infinity];
  for (const other of column) {
    if (other < least) least = other;
    if (other > greatest) greatest = other;
  }
  const sign = plan.indicators[leaf]!.direction === "less" ? -1 : 1;
  const range = greatest - least || Math.abs(value) || 1;
  for (let step = range * 2 ** -20; step < range * 2 ** 20; step *= 2) yield value + sign * step;
}

/** The bound on the better side, on the scale of the transform; infinite where there is none. */
function boundOf({ bounds, direction, transform }: Indicator): number {
  const bound = direction === "less" ? bounds?.least : bounds?.most;
  if (bound === undefined) return direction === "less" ? -Infinity : Infinity;
  if (transform === undefined) return bound;
  return transform === "log" ? Math.log(Math.max(0, bound)) : Math.log1p(Math.max(-1, bound));
}

/** Those that do not pass a bound, and the bound itself once they would. */
function* within(reaches: Iterable<number>, from: number, bound: number): Iterable<number> {
  for (const reach of reaches) {
    if (Math.abs(reach - from) < Math.abs(bound - from)) yield reach;
    else return yield bound;
  }
}

/** The value in the indicator's unit. A logarithm there and back could pass a bound by its last digit. */
function inBounds({ bounds, transform }: Indicator, value: number): number {
  const raw = untransformed(value, transform);
  return Math.min(bounds?.most ?? Infinity, Math.max(bounds?.least ?? -Infinity, raw));
}

function nearest(from: number, reaches: Iterable<number>, movesUp: (to: number) => boolean): number | null {
  let near = from;
  for (const reach of reaches) {
    if (!succeeds(movesUp, reach)) {
      near = reach;
      continue;
    }
    let far = reach;
    while (Math.abs(far - near) > 1e-12 * Math.max(Math.abs(far), Math.abs(near))) {
      const middle = (near + far) / 2;
      if (middle === near || middle === far) break;
      if (succeeds(movesUp, middle)) far = middle;
      else near = middle;
    }
    return far;
  }
  return null;
}

/** A value that the normalisation refuses (a ratio to a number below 0, say) does not move a city up. */
function succeeds(movesUp: (to: number) => boolean, to: number): boolean {
  try {
    return movesUp(to);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function untransformed(value: number, transform?: "log" | "log1p"): number {
  if (transform === "log") return Math.exp(value);
  return transform === "log1p" ? Math.expm1(value) : value;
}
