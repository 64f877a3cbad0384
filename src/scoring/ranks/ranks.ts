import { sortByKeyDescending } from "../statistics/sort-indices";

/** How ties are numbered: two cities behind the first are both 2nd (`first`), 2.5th (`mean`), 3rd (`last`), or the next is 3rd (`dense`). */
export type Ties = "first" | "mean" | "last" | "dense";

/** Which end is rank 1, how ties are numbered, and how close two scores must be to tie. */
export interface RankOptions {
  /** Which score is rank 1; by default the greatest. */
  best?: "greatest" | "least";
  /** By default `first`, as in sports: 1, 2, 2, 4. */
  ties?: Ties;
  /** Scores that differ from the best of their group by no more than this tie; by default 0. */
  tolerance?: number;
}

/**
 * The place of each score among all: 1 is best.
 *
 * @param scores one finite number a city, or null where it has none
 * @returns one rank a city; null where it has no score
 * @throws RangeError if a score or the tolerance is not a finite number (of 0 or more)
 */
export function ranks(scores: ArrayLike<number | null>, options: RankOptions = {}): (number | null)[] {
  const { best = "greatest", ties = "first", tolerance = 0 } = options;
  if (!(tolerance >= 0 && tolerance < Infinity))
    throw new RangeError(`ranks expects a tolerance of 0 or more, got ${tolerance}`);
  const keys = new Float64Array(scores.length);
  const known = new Uint32Array(scores.length);
  let count = 0;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i];
    if (score === null) continue;
    if (!Number.isFinite(score)) throw new RangeError(`ranks expects finite scores or null, got ${score} at ${i}`);
    keys[i] = best === "greatest" ? score! : -score!;
    known[count++] = i;
  }
  const order = known.subarray(0, count);
  sortByKeyDescending(order, keys, new Uint32Array(order.length));
  return numbered(order, keys, ties, tolerance, scores.length);
}

function numbered(order: Uint32Array, keys: Float64Array, ties: Ties, tolerance: number, n: number): (number | null)[] {
  const result = new Array<number | null>(n).fill(null);
  let group = 0;
  for (let start = 0, end = 0; start < order.length; start = end) {
    const best = keys[order[start]!]!;
    while (end < order.length && best - keys[order[end]!]! <= tolerance) end++;
    group++;
    const rank = { first: start + 1, mean: (start + 1 + end) / 2, last: end, dense: group }[ties];
    for (let k = start; k < end; k++) result[order[k]!] = rank;
  }
  return result;
}
