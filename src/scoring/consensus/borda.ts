import { requireSameLength } from "../checks";
import { groupsOf, type RankList } from "../lists/rank-list";
import { requireLists } from "./pairwise";

/**
 * Borda points: a list gives a city one point for every city it ranks lower, and half a point for every one it ties.
 *
 * A long list gives more points than a short one, and a city that is not on a list gets none from it: right for
 * complete lists and for elections. For partial lists see `bordaShares`.
 *
 * @param lists m lists of n ranks, best is 1, null where not listed
 * @param weights m weights of 0 or more; by default every list weighs 1
 * @returns n points, each from 0 to (n - 1) x the sum of the weights; more is better
 * @throws RangeError if there are no lists, two differ in length, or a weight is negative
 * @see D. G. Saari, Basic Geometry of Voting, Springer, 1995
 */
export function bordaPoints(lists: readonly RankList[], weights: readonly number[] = lists.map(() => 1)): number[] {
  const points = new Array<number>(requireLists(lists, weights)).fill(0);
  lists.forEach((list, l) => {
    for (const { city, beaten } of beatenOn(list)) points[city]! += weights[l]! * beaten;
  });
  return points;
}

/** How much of the lists it is on a city beats. */
export interface BordaShare {
  /** From 0 (last wherever listed) to 1 (first wherever listed). */
  share: number;
  /** How many lists of weight above 0 the city is on with at least one other. */
  lists: number;
}

/**
 * Borda for partial lists: the mean, over the lists a city is on, of the share of the other cities there that it beats.
 * Nothing is made of the lists a city is not on.
 *
 * Of a list of which only a part is known, the last city of that part is not the last of the list: where `sizes` tell how
 * many cities a list ranks in all, a city of rank r on a list of N beats N - r of N - 1 others.
 *
 * A city on one list only can come first on the strength of it; ask for a minimum number of lists, or give a `prior`,
 * which counts as that much weight of further lists on which the city stands in the middle.
 *
 * @param lists as for `bordaPoints`
 * @param options `weights`: as for `bordaPoints`; `prior`: 0 or more, by default 0; `sizes`: one a list, how many cities it
 *   ranks in all, printed or not, null where that is not known; its ranks are then those of the whole list
 * @returns one entry a city; null if it is on no list with another city
 * @throws RangeError as `bordaPoints`, if the prior is negative, or if a size is no whole number that has room for all ranks
 * @see M. Dummett, Voting Procedures, Oxford University Press, 1984 (Borda for incomplete ballots)
 */
export function bordaShares(
  lists: readonly RankList[],
  options: { weights?: readonly number[]; prior?: number; sizes?: readonly (number | null)[] } = {},
): (BordaShare | null)[] {
  const { weights = lists.map(() => 1), prior = 0, sizes = lists.map(() => null) } = options;
  requireSameLength(lists, sizes, "bordaShares' sizes");
  const cities = requireLists(lists, weights);
  if (!(prior >= 0 && prior < Infinity)) throw new RangeError(`bordaShares expects a prior of 0 or more, got ${prior}`);
  const sums = new Float64Array(cities).fill(prior / 2);
  const totals = new Float64Array(cities).fill(prior);
  const counts = new Uint32Array(cities);
  lists.forEach((list, l) => {
    const size = sizes[l] ?? null;
    const listed = size === null ? beatenOn(list) : beatenOfAll(list, size);
    const others = (size ?? listed.length) - 1;
    if (weights[l] === 0 || others < 1) return;
    for (const { city, beaten } of listed) {
      sums[city]! += (weights[l]! * beaten) / others;
      totals[city]! += weights[l]!;
      counts[city]!++;
    }
  });
  return Array.from(counts, (count, city) =>
    count === 0 ? null : { share: sums[city]! / totals[city]!, lists: count },
  );
}

/** The cities on a list, and how many each beats there, a tie counting half. */
function beatenOn(list: RankList): { city: number; beaten: number }[] {
  const groups = groupsOf(list);
  let below = groups.reduce((sum, group) => sum + group.length, 0);
  return groups.flatMap((group) => {
    below -= group.length;
    const beaten = below + (group.length - 1) / 2;
    return group.map((city) => ({ city, beaten }));
  });
}

/** The cities known of a list of so many, and how many each beats there by its printed rank, a tie counting half. */
function beatenOfAll(list: RankList, size: number): { city: number; beaten: number }[] {
  return groupsOf(list).flatMap((group) => {
    const beaten = size - list[group[0]!]! - (group.length - 1) / 2;
    if (!(Number.isInteger(size) && beaten >= (group.length - 1) / 2))
      throw new RangeError(
        `bordaShares expects a size with room for rank ${list[group[0]!]} of ${group.length}, got ${size}`,
      );
    return group.map((city) => ({ city, beaten }));
  });
}
