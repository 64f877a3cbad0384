import { placesInBestOrders, widestListed } from "./best-orders";
import { swapBlocks } from "./block-swaps";

/** The places that candidates have in orders that cost no more than one. */
export interface EqualPlaces {
  /** By position in the order: the best and the worst place, from 0, in orders that cost no more and were found. */
  best: Uint32Array;
  worst: Uint32Array;
  /** Whether no other order costs as little: false if one was found, null if not all were looked at. */
  only: boolean | null;
}

/** In larger groups neighbouring blocks are not tried: that takes the cube of their size. */
const mostSwapped = 600;

/**
 * Looks for orders that cost no more than the one given: pairs of which as much is said one way as the other, or nothing,
 * may stand either way; neighbouring blocks may change places where what is won and lost cancels; and of a small group
 * every best order is looked at.
 *
 * @param leads by position in the order: `leads[p * n + q]` is what p above q saves beside q above p
 * @param groups how many positions each group takes, in order: between groups no majority is overruled
 * @param thorough whether groups are searched; else only pairs are looked at of which as much is said one way as the other
 */
export function equalPlaces(n: number, leads: Float64Array, groups: readonly number[], thorough: boolean): EqualPlaces {
  const { best, worst } = freePlaces(n, leads);
  let isWhole = true;
  let start = 0;
  for (const size of groups) {
    if (thorough && size > 2 && size <= widestListed) placesInBestOrders(start, size, n, leads, best, worst);
    else if (size > 2) {
      isWhole = false;
      if (thorough && size <= mostSwapped) swapBlocks(start, size, n, leads, best, worst);
    }
    start += size;
  }
  const isFree = best.some((place, p) => place < worst[p]!);
  return { best, worst, only: isFree ? false : isWhole ? true : null };
}

/** Places in all orders that keep every pair of which more is said one way than the other. */
function freePlaces(n: number, leads: Float64Array): { best: Uint32Array; worst: Uint32Array } {
  const words = Math.ceil(n / 32);
  const above = new Uint32Array(n * words);
  const below = new Uint32Array(n * words);
  for (let q = 0; q < n; q++) {
    for (let p = q - 1; p >= 0; p--) {
      // What is above p already is above q as well: it need not be joined twice.
      if (leads[p * n + q] !== 0 && !has(above, q * words, p)) join(above, q * words, p * words, words, p);
    }
  }
  for (let p = n - 1; p >= 0; p--) {
    for (let q = p + 1; q < n; q++) {
      if (leads[p * n + q] !== 0 && !has(below, p * words, q)) join(below, p * words, q * words, words, q);
    }
  }
  return {
    best: Uint32Array.from({ length: n }, (_, p) => sizeOf(above, p * words, words)),
    worst: Uint32Array.from({ length: n }, (_, p) => n - 1 - sizeOf(below, p * words, words)),
  };
}

const has = (sets: Uint32Array, at: number, member: number) =>
  ((sets[at + (member >> 5)]! >>> (member & 31)) & 1) === 1;

/** Joins a set to another, and with it the member it belongs to. */
function join(sets: Uint32Array, to: number, from: number, words: number, member: number): void {
  for (let w = 0; w < words; w++) sets[to + w]! |= sets[from + w]!;
  sets[to + (member >> 5)]! |= 1 << (member & 31);
}

function sizeOf(sets: Uint32Array, at: number, words: number): number {
  let size = 0;
  for (let w = 0; w < words; w++) for (let bits = sets[at + w]!; bits !== 0; bits &= bits - 1) size++;
  return size;
}
