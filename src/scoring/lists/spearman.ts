import { ranks } from "../ranks/ranks";
import { correlation } from "../statistics/correlation";
import { commonCities } from "./common-cities";
import type { RankList } from "./rank-list";

/**
 * Spearman's rank correlation: Pearson's correlation of the ranks among the common cities, ties sharing their mean
 * rank. Beside Kendall's tau it makes more of a few cities that are far apart.
 *
 * @param a ranks, null where not listed
 * @param b ranks of the same cities in the same order
 * @returns from -1 (opposite) to 1 (alike)
 * @throws RangeError if fewer than two cities are on both lists, or if a list ties all of them
 * @see C. Spearman, The proof and measurement of association between two things, American Journal of Psychology 15, 1904
 */
export function spearman(a: RankList, b: RankList): number {
  const common = commonCities(a, b, "spearman");
  const among = (column: Float64Array) => ranks(column, { best: "least", ties: "mean" }) as number[];
  return correlation(among(common.a), among(common.b));
}
