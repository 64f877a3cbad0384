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
 * A city on one list only can come first on the strength of it; ask for a minimum number of lists, or give a `prior`,
 * which counts as that much weight of further lists on which the city stands in the middle.
 *
 * @param lists as for `bordaPoints`
 * @param options `weights`: as for `bordaPoints`; `prior`: 0 or more, by default 0
 * @returns one entry a city; null if it is on no list with another city
 * @throws RangeError as `bordaPoints`, or if the prior is negative
 * @see M. Dummett, Voting Procedures, Oxford University Press, 1984 (Borda for incomplete ballots)
 */
export function bordaShares(
  lists: readonly RankList[],
  options: { weights?: readonly number[]; prior?: number } = {},
): (BordaShare | null)[] {
  const { weights = lists.map(() => 1), prior = 0 } = options;
  const cities = requireLists(lists, weights);
  if (!(prior >= 0 && prior < Infinity)) throw new RangeError(`bordaShares expects a prior of 0 or more, got ${prior}`);
  const sums = new Float64Array(cities).fill(prior / 2);
  const totals = new Float64Array(cities).fill(prior);
  const counts = new Uint32Array(cities);
  lists.forEach((list, l) => {
    const listed = beatenOn(list);
    if (weights[l] === 0 || listed.length < 2) return;
    for (const { city, beaten } of listed) {
      sums[city]! += (weights[l]! * beaten) / (listed.length - 1);
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
