import { placesInBestOrders, widestListed } from "./best-orders";
import { swapBlocks } from "./block-swaps";
import { type Stretch } from "./stretch";

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
 * may stand either way; neighbouring blocks may change places where what is won and lost cancels; and of few candidates
 * that are held together by such pairs every best order is looked at.
 *
 * @param leads by position in the order: `leads[p * n + q]` is what p above q saves beside q above p
 * @param groups how many positions each group takes, in order: between groups no majority is overruled
 * @param thorough whether groups are searched; else only pairs are looked at of which as much is said one way as the other
 */
export function equalPlaces(n: number, leads: Float64Array, groups: readonly number[], thorough: boolean): EqualPlaces {
  const { best, worst } = freePlaces(n, leads);
  if (thorough) for (const span of spansOf(n, leads, groups)) widen({ ...span, n, leads, best, worst });
  const isFree = best.some((place, p) => place < worst[p]!);
  // A small span was looked at as a whole, and in a larger one each of its small groups was: if all of these have one
  // order only, another order of all would show among the pairs that are free.
  const isWhole = groups.every((size) => size <= 2 || (thorough && size <= widestListed));
  return { best, worst, only: isFree ? false : isWhole ? true : null };
}

/** Neighbouring groups that pairs of which neither way more is said hold together: none of them can be left by itself. */
interface Span {
  readonly start: number;
  readonly size: number;
  readonly groups: readonly number[];
}

/** What is free between groups can go with another order within one of them: such groups belong to one span. */
function spansOf(n: number, leads: Float64Array, groups: readonly number[]): Span[] {
  const spans: Span[] = [];
  let [start, end, furthest, held] = [0, 0, 0, [] as number[]];
  for (const size of groups) {
    for (let p = end; p < end + size; p++) {
      let q = n - 1;
      while (q > furthest && leads[p * n + q] !== 0) q--;
      furthest = Math.max(furthest, q);
    }
    end += size;
    held.push(size);
    if (furthest >= end) continue;
    spans.push({ start, size: end - start, groups: held });
    [start, held] = [end, []];
  }
  return spans;
}

/** Widens places by the other orders of a span: all of them if it is small, else all of its small groups, and swaps. */
function widen({ groups, ...stretch }: Span & Stretch): void {
  const { start, size } = stretch;
  if (groups.every((each) => each <= 2)) return;
  if (size <= widestListed) {
    placesInBestOrders(stretch);
    return;
  }
  if (size <= mostSwapped) swapBlocks(stretch);
  let first = start;
  for (const each of groups) {
    const group = { ...stretch, start: first, size: each };
    if (each > 2 && each <= widestListed) placesInBestOrders(group);
    else if (each > 2 && each <= mostSwapped && size > mostSwapped) swapBlocks(group);
    first += each;
  }
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
