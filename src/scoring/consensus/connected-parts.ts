import { type RankList, requireRanks } from "../lists/rank-list";
import { requireLists } from "./pairwise";

/**
 * The parts that lists fall into: cities are in one part if a list ranks both, or if lists lead from one to the other.
 *
 * Between two parts no list says anything, so that any order of cities of one against those of the other is the
 * method's, and not the lists'.
 *
 * @param lists of one length; entry j of each is city j's rank, null where it is not listed
 * @param weights one a list; a list of weight 0 connects nothing; by default each weighs 1
 * @returns the cities by part, the largest part first; cities that are on no list with another are in none
 * @throws RangeError if there are no lists, two differ in length, or a weight is negative
 */
export function connectedParts(
  lists: readonly RankList[],
  weights: readonly number[] = lists.map(() => 1),
): number[][] {
  const cities = requireLists(lists, weights);
  const above = Int32Array.from({ length: cities }, (_, city) => city);
  const rootOf = (city: number): number => {
    let root = city;
    while (above[root] !== root) root = above[root]!;
    for (let at = city; at !== root; ) [above[at], at] = [root, above[at]!];
    return root;
  };
  const isCompared = new Uint8Array(cities);
  lists.forEach((list, l) => {
    if (weights[l] === 0 || requireRanks(list) < 2) return;
    let first = -1;
    for (let city = 0; city < cities; city++) {
      if (list[city] === null) continue;
      isCompared[city] = 1;
      if (first < 0) first = city;
      else above[rootOf(city)] = rootOf(first);
    }
  });
  const parts = new Map<number, number[]>();
  for (let city = 0; city < cities; city++) {
    if (!isCompared[city]) continue;
    const root = rootOf(city);
    const part = parts.get(root);
    if (part) part.push(city);
    else parts.set(root, [city]);
  }
  return [...parts.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}
