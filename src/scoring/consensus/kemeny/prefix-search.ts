import type { LowerBound } from "./lower-bound";
import { PrefixTable } from "./prefix-table";
import { type SetSums, setSums } from "./set-sums";

/** What an exhaustive search found. */
export interface Search {
  /** An order that costs no more than was to be beaten; null if there is none, or if the search was not finished. */
  order: number[] | null;
  /** Whether the search was finished, so that its answer is proven. */
  finished: boolean;
}

/**
 * Looks for the best order of those that cost no more than `beat`, or proves that there is none.
 *
 * Orders are built from the top. Of all ways to begin with the same set only the cheapest is kept, since what follows
 * does not depend on it; and a beginning is dropped if the lower bound, with the penalties of its decisions, exceeds
 * `beat`. Decisions whose penalty alone does so are settled beforehand.
 *
 * @param costs `costs[i * n + j]` is the cost of i above j
 * @param most how many beginnings are followed before giving up
 * @see M. Held and R. M. Karp, A dynamic programming approach to sequencing problems, Journal of SIAM 10, 1962
 */
export function prefixSearch(n: number, costs: Float64Array, proof: LowerBound, beat: number, most: number): Search {
  const { bound, penalties } = proof;
  const words = Math.ceil(n / 32);
  const needed = settled(n, (i, j) => bound + penalties[i * n + j]! > beat);
  const sums = { costs: setSums(n, costs), penalties: setSums(n, penalties) };
  let table = new PrefixTable(words);
  table.enter(new Uint32Array(words), 0, bound, 0);
  const trail = [trailOf(table, words)];
  for (let depth = 0, followed = 0; depth < n; depth++) {
    followed += table.count;
    if (followed > most) return { order: null, finished: false };
    table = extended(table, n, words, needed, sums, beat);
    trail.push(trailOf(table, words));
  }
  // Beginnings are dropped by what is proven of them; what the whole costs is known only now.
  return { order: table.count > 0 && table.costs[0]! <= beat ? traced(trail, words) : null, finished: true };
}

/** What is kept of a table to find the way back. */
interface Trail {
  sets: Uint32Array;
  from: Uint32Array;
}

function trailOf({ sets, from, count }: PrefixTable, words: number): Trail {
  return { sets: sets.slice(0, count * words), from: from.slice(0, count) };
}

interface Sums {
  costs: SetSums;
  penalties: SetSums;
}

/** All beginnings that are longer by one. */
function extended(
  table: PrefixTable,
  n: number,
  words: number,
  needed: Uint32Array,
  sums: Sums,
  beat: number,
): PrefixTable {
  const next = new PrefixTable(words);
  const set = new Uint32Array(words);
  const others = new Uint32Array(words);
  for (let entry = 0; entry < table.count; entry++) {
    const total = table.costs[entry]! + table.rests[entry]!;
    if (total > beat) continue;
    for (let w = 0; w < words; w++) {
      set[w] = table.sets[entry * words + w]!;
      others[w] = ~set[w]!;
    }
    for (let v = 0; v < n; v++) {
      const bit = 1 << (v & 31);
      if (set[v >> 5]! & bit || !covers(set, needed, v * words)) continue;
      // What v pays to all that follow; its own place in the matrix is 0.
      const proven = total + sums.penalties(v, others, 0);
      if (proven > beat) continue;
      const cost = table.costs[entry]! + sums.costs(v, others, 0);
      set[v >> 5]! |= bit;
      next.enter(set, cost, proven - cost, entry);
      set[v >> 5]! &= ~bit;
    }
  }
  return next;
}

/** For each candidate the set of those who must be above it; what follows from two decisions is settled too. */
function settled(n: number, forbidden: (i: number, j: number) => boolean): Uint32Array {
  const words = Math.ceil(n / 32);
  const needed = new Uint32Array(n * words);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (i !== j && forbidden(i, j)) needed[i * words + (j >> 5)]! |= 1 << (j & 31);
  }
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      if (!((needed[i * words + (k >> 5)]! >>> (k & 31)) & 1)) continue;
      for (let w = 0; w < words; w++) needed[i * words + w]! |= needed[k * words + w]!;
    }
  }
  return needed;
}

function covers(set: Uint32Array, needed: Uint32Array, at: number): boolean {
  for (let w = 0; w < set.length; w++) if ((needed[at + w]! & ~set[w]!) !== 0) return false;
  return true;
}

function traced(tables: readonly Trail[], words: number): number[] {
  const order: number[] = [];
  for (let depth = tables.length - 1, entry = 0; depth > 0; depth--) {
    const [table, before] = [tables[depth]!, tables[depth - 1]!];
    const from = table.from[entry]!;
    for (let w = 0; w < words; w++) {
      const added = table.sets[entry * words + w]! ^ before.sets[from * words + w]!;
      if (added !== 0) order.push(w * 32 + 31 - Math.clz32(added));
    }
    entry = from;
  }
  return order.reverse();
}
