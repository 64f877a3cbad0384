import { requireBetween, requireSameLength } from "../checks";
import { type Overlaps, overlaps, type TiesAtDepth } from "./memberships";
import type { RankList } from "./rank-list";

/** Rank-biased overlap: how alike two lists are to a reader who goes on from each place to the next with chance p. */
export interface RankBiasedOverlap {
  /** The least it can be, whatever follows after the lists' ends. */
  min: number;
  /** How much more it can be at most. */
  residual: number;
  /** The estimate that carries on the agreement seen: RBO_ext; 1 for identical lists. */
  extrapolated: number;
}

/**
 * Rank-biased overlap of two lists, which need not hold the same cities nor be of one length.
 *
 * (1 - p) times the sum over depths d of p^(d - 1) A_d, where A_d is the share of cities that the two lists have in
 * common down to depth d. The first 10 places carry 86 % of the weight at p 0.9, the default, and the first 50 carry 85 % at 0.98.
 * For ties, A_d is 2 x common / (cities of a + cities of b) down to d.
 *
 * @param a ranks, null where not listed
 * @param b ranks of the same cities in the same order
 * @param options `p`: above 0 and below 1; `ties`: by default `together`
 * @returns each from 0 to 1
 * @throws RangeError if p is out of range, the lengths differ or a list is empty
 * @see W. Webber, A. Moffat and J. Zobel, A similarity measure for indefinite rankings, ACM TOIS 28, 2010
 * @see M. Corsi and J. Urbano, The treatment of ties in rank-biased overlap, SIGIR 2024 (variants w and a)
 */
export function rankBiasedOverlap(
  a: RankList,
  b: RankList,
  options: { p?: number; ties?: TiesAtDepth } = {},
): RankBiasedOverlap {
  const { p = 0.9, ties = "together" } = options;
  requireBetween(p, 0, 1, "rankBiasedOverlap's p");
  requireSameLength(a, b, "rankBiasedOverlap");
  const seen = overlaps(a, b, ties);
  if (seen.lengthA === 0 || seen.lengthB === 0)
    throw new RangeError("rankBiasedOverlap expects lists with cities, got an empty one");
  const min = least(seen, p);
  return { min, residual: Math.max(0, greatest(seen, p) - min), extrapolated: extrapolated(seen, p) };
}

/** Sums (1 - p) p^(d - 1) A_d over the depths seen, where `unseen` is what the ended list is taken to have in common. */
function sumSeen(seen: Overlaps, p: number, unseen: (depth: number) => number): number {
  const [short, long] = [Math.min(seen.lengthA, seen.lengthB), Math.max(seen.lengthA, seen.lengthB)];
  let sum = 0;
  for (let depth = 1, weight = 1 - p; depth <= long; depth++, weight *= p) {
    const common = seen.common[depth - 1]! + (depth > short ? unseen(depth) : 0);
    const size = (length: number, sizes: readonly number[]) => (depth > length ? depth : sizes[depth - 1]!);
    sum += (weight * 2 * common) / (size(seen.lengthA, seen.sizeA) + size(seen.lengthB, seen.sizeB));
  }
  return sum;
}

function least(seen: Overlaps, p: number): number {
  const long = seen.common.length;
  let tail = -Math.log1p(-p);
  for (let depth = 1; depth <= long; depth++) tail -= p ** depth / depth;
  return Math.min(1, sumSeen(seen, p, () => 0) + ((1 - p) / p) * seen.common[long - 1]! * Math.max(0, tail));
}

function greatest(seen: Overlaps, p: number): number {
  const [short, long] = [Math.min(seen.lengthA, seen.lengthB), seen.common.length];
  const common = seen.common[long - 1]!;
  // From this depth on both lists could hold the same cities.
  const full = seen.lengthA + seen.lengthB - common;
  let sum = sumSeen(seen, p, (depth) => depth - short);
  let depth = long + 1;
  for (; depth < full; depth++) sum += (1 - p) * p ** (depth - 1) * ((common + 2 * depth - short - long) / depth);
  return Math.min(1, sum + p ** (depth - 1));
}

function extrapolated(seen: Overlaps, p: number): number {
  const [short, long] = [Math.min(seen.lengthA, seen.lengthB), seen.common.length];
  const agreement = (2 * seen.common[short - 1]!) / (seen.sizeA[short - 1]! + seen.sizeB[short - 1]!);
  const unseen = (depth: number) => agreement * (depth - short);
  const last = (seen.common[long - 1]! + (long > short ? unseen(long) : 0)) / long;
  return Math.min(1, sumSeen(seen, p, unseen) + p ** long * last);
}
