import type { Pairwise } from "../pairwise";
import { equalPlaces } from "./equal-places";

/** The ranks of an order, and what may stand elsewhere at the same cost; null for a city that is not in the order. */
export interface Places {
  /** One a city, from 1. Neighbours that have the same places tie, and share the better rank. */
  ranks: (number | null)[];
  /** One a city: its best and its worst place in orders that cost as little and were found. */
  places: ({ best: number; worst: number } | null)[];
  /** Whether no other order costs as little; null if not all were looked at. */
  only: boolean | null;
}

/**
 * @param groups the order in groups, between which no majority is overruled
 * @param thorough whether other orders of groups are looked for (see `equalPlaces`)
 */
export function placesOf(groups: readonly (readonly number[])[], pairwise: Pairwise, thorough: boolean): Places {
  const order = groups.flat();
  const sizes = groups.map(({ length }) => length);
  const { best, worst, only } = equalPlaces(order.length, leadsAlong(order, pairwise), sizes, thorough);
  const ranks = new Array<number | null>(pairwise.cities).fill(null);
  const places = new Array<Places["places"][number]>(pairwise.cities).fill(null);
  order.forEach((city, p) => {
    const before = order[p - 1];
    const isTied = before !== undefined && best[p] === best[p - 1] && worst[p] === worst[p - 1];
    ranks[city] = isTied ? ranks[before]! : p + 1;
    places[city] = { best: best[p]! + 1, worst: worst[p]! + 1 };
  });
  return { ranks, places, only };
}

/** By position in the order: by how much more weight one city is ranked above another than below. */
function leadsAlong(order: readonly number[], { cities, above }: Pairwise): Float64Array {
  const n = order.length;
  const leads = new Float64Array(n * n);
  for (let p = 0; p < n; p++) {
    const i = order[p]!;
    for (let q = 0; q < n; q++) leads[p * n + q] = above[i * cities + order[q]!]! - above[order[q]! * cities + i]!;
  }
  return leads;
}
