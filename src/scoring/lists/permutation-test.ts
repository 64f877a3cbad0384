import { requireSameLength, requireWhole } from "../checks";
import { randomFrom } from "../random/random";
import { shuffle } from "../random/shuffle";
import type { RankList } from "./rank-list";

/** A measure of two lists; more is more alike. */
export type Measure = (a: RankList, b: RankList) => number;

/** How the chance is found that two lists without connection would be as alike. */
export interface PermutationOptions {
  readonly seed: number;
  /** Random orders tried; by default 9,999. If there are no more orders than that, each is tried once. */
  readonly permutations?: number;
  /** Whether being more alike counts (`greater`), less alike, or either (`two-sided`, the default). */
  readonly alternative?: "greater" | "less" | "two-sided";
  /**
   * What is put in random order: b's ranks among the cities on both lists (`common`, the default: is the order alike?),
   * or among all cities, listed or not (`all`: do the lists pick the same cities?).
   */
  readonly shuffled?: "common" | "all";
}

/** What a permutation test found. */
export interface PermutationTest {
  measured: number;
  /** The chance of a measure at least as extreme if b were in random order; above 0, at most 1. */
  p: number;
  /** Orders tried. */
  orders: number;
  /** Whether all orders were tried, so that p is exact. */
  exact: boolean;
}

/**
 * The chance that a list in random order would be as alike: (1 + as extreme) / (1 + tried), or exactly where all orders
 * are tried. Two-sided is twice the smaller side, at most 1.
 *
 * @throws RangeError as the measure does, or if the lengths differ
 * @see B. Phipson and G. K. Smyth, Permutation p-values should never be zero, Statistical Applications in Genetics and
 *   Molecular Biology 9, 2010
 */
export function permutationTest(
  a: RankList,
  b: RankList,
  measure: Measure,
  options: PermutationOptions,
): PermutationTest {
  const { permutations = 9_999, alternative = "two-sided", shuffled = "common", seed } = options;
  requireSameLength(a, b, "permutationTest");
  requireWhole(permutations, 1, 1e8, "permutationTest's permutations");
  const random = randomFrom(seed);
  const places = Array.from(b.keys()).filter((city) => shuffled === "all" || (a[city] !== null && b[city] !== null));
  const measured = measure(a, b);
  const tried = [...b];
  const order = Uint32Array.from(places.keys());
  const exact = factorial(places.length) <= permutations;
  const orders = exact ? factorial(places.length) : permutations;
  let [above, below] = [0, 0];
  const tryOrder = () => {
    for (let k = 0; k < places.length; k++) tried[places[k]!] = b[places[order[k]!]!]!;
    const value = measure(a, tried);
    if (value >= measured - 1e-12) above++;
    if (value <= measured + 1e-12) below++;
  };
  if (exact) everyOrder(order, order.length, tryOrder);
  else {
    for (let k = 0; k < permutations; k++) {
      shuffle(order, random);
      tryOrder();
    }
  }
  const share = (count: number) => (exact ? count / orders : (count + 1) / (orders + 1));
  const p = { greater: share(above), less: share(below), "two-sided": Math.min(1, 2 * share(Math.min(above, below))) };
  return { measured, p: p[alternative], orders, exact };
}

function factorial(n: number): number {
  return n > 12 ? Infinity : n < 2 ? 1 : n * factorial(n - 1);
}

/** Heap's method: every order of the first n, each reached by one swap from the last. */
function everyOrder(order: Uint32Array, n: number, visit: () => void): void {
  if (n <= 1) {
    visit();
    return;
  }
  for (let k = 0; k < n; k++) {
    everyOrder(order, n - 1, visit);
    if (k === n - 1) return;
    const other = n % 2 === 0 ? k : 0;
    const kept = order[other]!;
    order[other] = order[n - 1]!;
    order[n - 1] = kept;
  }
}
