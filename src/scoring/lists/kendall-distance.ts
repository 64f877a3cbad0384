import { commonCities } from "./common-cities";
import { countPairs } from "./pair-counts";
import type { RankList } from "./rank-list";

/** How far apart two lists are, in pairs of cities. */
export interface KendallDistance {
  /** Pairs in opposite order, and half of those that only one list ties. */
  distance: number;
  /** Pairs of common cities. */
  pairs: number;
  /** distance / pairs: 0 alike, 1 opposite. */
  share: number;
}

/**
 * Kendall's distance between two lists: the pairs of common cities that they order in opposite ways; a pair that one
 * of them ties counts half.
 *
 * @throws RangeError if fewer than two cities are on both lists
 * @see R. Fagin, R. Kumar, M. Mahdian, D. Sivakumar and E. Vee, Comparing partial rankings, SIAM Journal on Discrete
 *   Mathematics 20, 2006 (K with parameter 1/2)
 */
export function kendallDistance(a: RankList, b: RankList): KendallDistance {
  const common = commonCities(a, b, "kendallDistance");
  const { same, opposite, untiedA, untiedB, all } = countPairs(common.a, common.b);
  // Both orders known: same + opposite. Tied by b only: untiedA less those; tied by a only: untiedB less those.
  const distance = opposite + (untiedA + untiedB) / 2 - (same + opposite);
  return { distance, pairs: all, share: distance / all };
}
