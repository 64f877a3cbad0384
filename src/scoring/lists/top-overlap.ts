import { requireSameLength, requireWhole } from "../checks";
import { overlaps, type TiesAtDepth } from "./memberships";
import type { RankList } from "./rank-list";

/** What the first k of two lists have in common. */
export interface TopOverlap {
  /** How many cities; a fraction where ties at the edge count by their share. */
  common: number;
  /** common / k (with ties together, over the mean of the two sizes), from 0 to 1. */
  share: number;
  /** common / cities on either (Jaccard), from 0 to 1. */
  jaccard: number;
}

/**
 * What the first k of two lists have in common.
 *
 * @param k from 1 to the length of the shorter list
 * @param ties how ties at the edge count; by default `average`
 * @throws RangeError if k is out of range or the lengths of the arrays differ
 * @see R. Fagin, R. Kumar and D. Sivakumar, Comparing top k lists, SIAM Journal on Discrete Mathematics 17, 2003
 */
export function topOverlap(a: RankList, b: RankList, k: number, ties: TiesAtDepth = "average"): TopOverlap {
  requireSameLength(a, b, "topOverlap");
  const { lengthA, lengthB, common, sizeA, sizeB } = overlaps(a, b, ties, k);
  requireWhole(k, 1, Math.min(lengthA, lengthB), "topOverlap's k");
  const sizes = sizeA[k - 1]! + sizeB[k - 1]!;
  const shared = common[k - 1]!;
  return { common: shared, share: (2 * shared) / sizes, jaccard: shared / (sizes - shared) };
}
