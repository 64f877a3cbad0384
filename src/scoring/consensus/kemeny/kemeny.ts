import { randomFrom } from "../../random/random";
import { components } from "../components";
import type { Pairwise } from "../pairwise";
import { costOf } from "./local-search";
import { placesOf } from "./places-of";
import { solveComponent } from "./solve-component";

/** A Kemeny order, and what is proven of it. */
export interface Kemeny {
  /** The ranked cities, best first. Cities that are compared with no other are left out. */
  order: number[];
  /**
   * One a city: its place in the order from 1; null if it is left out. Neighbours that have the same places in orders of
   * the same cost tie, and share the better rank.
   */
  ranks: (number | null)[];
  /**
   * One a city: its best and its worst place in orders that cost as little; null if it is left out. Where circles and even
   * pairs hold more than 12 cities together, not all orders were looked at: each place told can be had, and there may be more.
   */
  places: ({ best: number; worst: number } | null)[];
  /** Whether no other order costs as little: false if one was found, null if not all were looked at or it is not proven. */
  only: boolean | null;
  /** The weight of all that is said otherwise: over each list, the pairs it orders the other way. */
  cost: number;
  /** No order costs less. */
  lowerBound: number;
  /** (cost - lowerBound) / cost: by what share at most the cost could be lower; 0 if proven best. */
  gap: number;
  /** Whether the order is proven best. Whether others cost as little, `only` tells. */
  exact: boolean;
  /** The order in groups between which no majority is overruled; within a group of several majorities go in circles. */
  groups: number[][];
}

/**
 * The Kemeny-Young consensus: the order that the fewest pairwise statements of the lists contradict.
 *
 * Of all methods the one that stays nearest to the lists; the winner of all duels comes first, the loser last. Finding
 * it can take exponentially long. The candidates are split into components that majorities order; each is searched by
 * iterated local search, bounded from below by priced rules on triples, and, if these do not meet, searched exhaustively
 * over beginnings of orders within the effort. What is not proven by then is returned with its gap.
 *
 * @param pairwise counts for n cities
 * @param options `effort`: the steps that may be spent, roughly, by default 2e9 (some seconds); `seed` of the local
 *   search, by default 1; `prove`: false to leave it at the local search, for many orders in little time (the bound is
 *   then that of each pair on its own, and no other orders of groups are looked for), true by default
 * @throws RangeError if the effort is not above 0
 * @see J. G. Kemeny, Mathematics without numbers, Daedalus 88, 1959
 * @see M. Truchon, An extension of the Condorcet criterion and Kemeny orders, Université Laval, 1998 (the components)
 */
export function kemeny(pairwise: Pairwise, options: { effort?: number; seed?: number; prove?: boolean } = {}): Kemeny {
  const { effort = 2e9, seed = 1, prove = true } = options;
  if (!(effort > 0)) throw new RangeError(`kemeny expects an effort above 0, got ${effort}`);
  const { cities, above } = pairwise;
  const random = randomFrom(seed);
  const standing = standingOf(pairwise);
  const beats = (i: number, j: number) => above[i * cities + j]! > above[j * cities + i]!;
  const groups = components(cities, beats, standing).filter((group) => group.some((i) => !Number.isNaN(standing[i]!)));
  const largest = groups.reduce((sum, group) => sum + group.length ** 3, 0);
  let saved = 0;
  const ordered = groups.map((group) => {
    const costs = costsAmong(group, pairwise);
    const start = Array.from(group.keys()).sort((a, b) => standing[group[b]!]! - standing[group[a]!]!);
    const solved = solveComponent(costs, start, (effort * group.length ** 3) / largest, random, prove);
    saved += solved.cost - solved.bound;
    return solved.order.map((k) => group[k]!);
  });
  const order = ordered.flat();
  const cost = costOf(
    order,
    costsAmong(
      Array.from({ length: cities }, (_, city) => city),
      pairwise,
    ),
    cities,
  );
  const { ranks, places, only } = placesOf(ordered, pairwise, prove);
  return {
    order,
    ranks,
    places,
    only: saved === 0 || only === false ? only : null,
    cost,
    lowerBound: cost - saved,
    gap: cost === 0 ? 0 : saved / cost,
    exact: saved === 0,
    groups: ordered,
  };
}

/** A city's share of all that is said of it that is in its favour; NaN if nothing is. */
function standingOf({ cities, above }: Pairwise): Float64Array {
  return Float64Array.from({ length: cities }, (_, i) => {
    let [over, all] = [0, 0];
    for (let j = 0; j < cities; j++) {
      over += above[i * cities + j]!;
      all += above[i * cities + j]! + above[j * cities + i]!;
    }
    return over / all;
  });
}

function costsAmong(group: readonly number[], { cities, above }: Pairwise): Float64Array {
  const n = group.length;
  const costs = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) costs[i * n + j] = above[group[j]! * cities + group[i]!]!;
  return costs;
}
