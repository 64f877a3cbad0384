import { commonCities } from "./common-cities";
import { countPairs } from "./pair-counts";
import type { RankList } from "./rank-list";

/**
 * Kendall's tau-b: of the pairs of cities that two lists order, how many more they order alike than unlike.
 *
 * With C pairs in the same order, D in opposite order, and P_a, P_b pairs that a and b do not tie:
 * (C - D) / sqrt(P_a P_b). Only cities on both lists count.
 *
 * @param a ranks, null where not listed
 * @param b ranks of the same cities in the same order
 * @returns from -1 (opposite) to 1 (alike); 0 is no connection
 * @throws RangeError if fewer than two cities are on both lists, or if a list ties all of them
 * @see M. G. Kendall, The treatment of ties in ranking problems, Biometrika 33, 1945
 */
export function kendallTau(a: RankList, b: RankList): number {
  const common = commonCities(a, b, "kendallTau");
  const { same, opposite, untiedA, untiedB } = countPairs(common.a, common.b);
  if (untiedA === 0 || untiedB === 0)
    throw new RangeError("kendallTau expects lists that order some of the common cities, got one tie");
  return Math.max(-1, Math.min(1, (same - opposite) / Math.sqrt(untiedA * untiedB)));
}
