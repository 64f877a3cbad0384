import type { LowerBound } from "./lower-bound";

/** What an exhaustive search found. */
export interface Search {
  /** An order that costs less than the given one; null if there is none, or if the search was not finished. */
  order: number[] | null;
  /** Whether the search was finished, so that its answer is proven. */
  finished: boolean;
}

/** The best way to begin an order with a set of candidates. */
interface Prefix {
  /** The set, 32 candidates a number. */
  set: Uint32Array;
  last: number;
  before: Prefix | null;
  /** Cost of all pairs of which one is in the set. */
  cost: number;
  /** The most that any way to reach the set proves: no completion of it costs less than `cost` plus this. */
  rest: number;
}

/**
 * Looks for an order that costs less than the best known, or proves that there is none.
 *
 * Orders are built from the top. Of all ways to begin with the same set only the cheapest is kept, since what follows
 * does not depend on it; and a beginning is dropped if the lower bound, with the penalties of its decisions, reaches
 * what is to be beaten. Decisions whose penalty alone does so are settled beforehand.
 *
 * @param costs `costs[i * n + j]` is the cost of i above j
 * @param beat the cost that an order must not exceed to be of interest
 * @param most how many beginnings are looked at before giving up
 * @see M. Held and R. M. Karp, A dynamic programming approach to sequencing problems, Journal of SIAM 10, 1962
 */
export function prefixSearch(
  n: number,
  costs: Float64Array,
  { bound, penalties }: LowerBound,
  beat: number,
  most: number,
): Search {
  const needed = settled(n, (i, j) => bound + penalties[i * n + j]! > beat);
  const words = Math.ceil(n / 32);
  let level: Prefix[] = [{ set: new Uint32Array(words), last: -1, before: null, cost: 0, rest: bound }];
  let looked = 0;
  for (let depth = 0; depth < n; depth++) {
    const next = new Map<string, Prefix>();
    for (const prefix of level) {
      for (let v = 0; v < n; v++) {
        if (has(prefix.set, v) || !covers(prefix.set, needed[v]!)) continue;
        if (++looked > most) return { order: null, finished: false };
        const longer = extended(prefix, v, n, costs, penalties);
        if (longer.cost + longer.rest > beat) continue;
        keep(next, longer);
      }
    }
    level = [...next.values()].filter(({ cost, rest }) => cost + rest <= beat);
  }
  return { order: level[0] ? orderOf(level[0]) : null, finished: true };
}

function extended(prefix: Prefix, v: number, n: number, costs: Float64Array, penalties: Float64Array): Prefix {
  const set = prefix.set.slice();
  set[v >> 5]! |= 1 << (v & 31);
  let [cost, penalty] = [0, 0];
  for (let u = 0; u < n; u++) {
    if (has(set, u)) continue;
    cost += costs[v * n + u]!;
    penalty += penalties[v * n + u]!;
  }
  return { set, last: v, before: prefix, cost: prefix.cost + cost, rest: prefix.rest + penalty - cost };
}

function keep(level: Map<string, Prefix>, found: Prefix): void {
  const key = String.fromCharCode(...found.set.subarray(), ...found.set.map((word) => word >>> 16));
  const known = level.get(key);
  if (!known) {
    level.set(key, found);
    return;
  }
  const rest = Math.max(known.rest, found.rest);
  if (found.cost < known.cost) Object.assign(known, found);
  known.rest = rest;
}

/** For each candidate, who must be above it; what follows from two decisions is settled too. */
function settled(n: number, forbidden: (i: number, j: number) => boolean): Uint32Array[] {
  const needed = Array.from({ length: n }, () => new Uint32Array(Math.ceil(n / 32)));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) if (i !== j && forbidden(i, j)) needed[i]![j >> 5]! |= 1 << (j & 31);
  }
  for (let k = 0; k < n; k++) {
    for (const above of needed) if (has(above, k)) for (let w = 0; w < above.length; w++) above[w]! |= needed[k]![w]!;
  }
  return needed;
}

const has = (set: Uint32Array, v: number) => ((set[v >> 5]! >>> (v & 31)) & 1) === 1;

function covers(set: Uint32Array, needed: Uint32Array): boolean {
  for (let w = 0; w < set.length; w++) if ((needed[w]! & ~set[w]!) !== 0) return false;
  return true;
}

function orderOf(prefix: Prefix): number[] {
  const order: number[] = [];
  for (let at: Prefix | null = prefix; at && at.last >= 0; at = at.before) order.push(at.last);
  return order.reverse();
}
