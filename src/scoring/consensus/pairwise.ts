import { requireFinite } from "../checks";
import { groupsOf, type RankList } from "../lists/rank-list";

/** How often each city is ranked above each other. */
export interface Pairwise {
  /** How many cities there are. */
  cities: number;
  /** `above[i * cities + j]`: the weight of the lists that rank i above j. */
  above: Float64Array;
}

/** How lists are counted. */
export interface PairwiseOptions {
  /** One a list, 0 or more; by default each weighs 1. */
  readonly weights?: readonly number[];
  /**
   * What it means not to be on a list: nothing (`unknown`, the default, for lists that looked at some cities only), or
   * ranked below all that are, tied with the others left out (`below`, for elections and top-k lists of all).
   */
  readonly unlisted?: "unknown" | "below";
}

/**
 * Counts, for each pair of cities, the lists that rank one above the other. Ties count for neither.
 *
 * @param lists of one length; entry j of each is city j's rank, null where it is not listed
 * @throws RangeError if there are no lists, if lengths differ, or if a weight is negative
 */
export function pairwise(lists: readonly RankList[], options: PairwiseOptions = {}): Pairwise {
  const { weights = lists.map(() => 1), unlisted = "unknown" } = options;
  const cities = requireLists(lists, weights);
  const above = new Float64Array(cities * cities);
  lists.forEach((list, l) => {
    if (weights[l] === 0) return;
    const groups = groupsOf(list);
    if (unlisted === "below") groups.push(Array.from(list.keys()).filter((city) => list[city] === null));
    const order = groups.flat();
    let start = 0;
    for (const group of groups) {
      start += group.length;
      for (const i of group) for (let k = start; k < order.length; k++) above[i * cities + order[k]!]! += weights[l]!;
    }
  });
  evenOut(cities, above);
  return { cities, above };
}

/** Six sixths add up to a little less than 1: what differs by the last digits of a float only is even. */
function evenOut(cities: number, above: Float64Array): void {
  for (let i = 0; i < cities; i++) {
    for (let j = 0; j < i; j++) {
      const [over, under] = [above[i * cities + j]!, above[j * cities + i]!];
      if (over !== under && Math.abs(over - under) < 1e-12 * (over + under)) above[j * cities + i] = over;
    }
  }
}

/**
 * Pairwise counts given as a table, such as a published tally.
 *
 * @param table n rows of n numbers of 0 or more: `table[i][j]` is the weight of i above j; the diagonal is not read
 * @throws RangeError if the table is not square or holds a negative number
 */
export function pairwiseFrom(table: readonly (readonly number[])[]): Pairwise {
  const above = new Float64Array(table.length ** 2);
  table.forEach((row, i) => {
    if (row.length !== table.length)
      throw new RangeError(`pairwiseFrom expects ${table.length} numbers in row ${i}, got ${row.length}`);
    row.forEach((count, j) => {
      if (i === j) return;
      if (!(count >= 0 && count < Infinity))
        throw new RangeError(`pairwiseFrom expects counts of 0 or more, got ${count} at ${i}, ${j}`);
      above[i * table.length + j] = count;
    });
  });
  return { cities: table.length, above };
}

/**
 * Refuses lists that do not belong together.
 *
 * @returns the number of cities
 */
export function requireLists(lists: readonly RankList[], weights: readonly number[]): number {
  if (lists.length === 0) throw new RangeError("a consensus expects at least one list, got none");
  if (weights.length !== lists.length)
    throw new RangeError(`expected ${lists.length} weights, one a list, got ${weights.length}`);
  requireFinite(weights, "weights of lists");
  weights.forEach((weight, l) => {
    if (weight < 0) throw new RangeError(`weights of lists expect numbers of 0 or more, got ${weight} at ${l}`);
  });
  const cities = lists[0]!.length;
  lists.forEach((list, l) => {
    if (list.length !== cities)
      throw new RangeError(`lists expect one entry a city (${cities}), got ${list.length} in list ${l}`);
  });
  return cities;
}
