import { sortByKeyDescending } from "../statistics/sort-indices";

/** How two columns order the pairs of n cities. */
export interface PairCounts {
  /** Pairs that both order, the same way. */
  same: number;
  /** Pairs that both order, the opposite way. */
  opposite: number;
  /** Pairs that a does not tie. */
  untiedA: number;
  /** Pairs that b does not tie. */
  untiedB: number;
  /** All pairs: n (n - 1) / 2. */
  all: number;
}

/**
 * Counts pairs in n log n steps: sorted by a, the pairs in opposite order are the swaps that sorting by b takes.
 *
 * @see W. R. Knight, A computer method for calculating Kendall's tau with ungrouped data, JASA 61, 1966
 */
export function countPairs(a: Float64Array, b: Float64Array): PairCounts {
  const n = a.length;
  const order = ordered(a, b);
  let [tiedA, tiedBoth] = [0, 0];
  for (let i = 1, runA = 0, runBoth = 0; i < n; i++) {
    const [x, y] = [order[i - 1]!, order[i]!];
    runA = a[x] === a[y] ? runA + 1 : 0;
    runBoth = runA > 0 && b[x] === b[y] ? runBoth + 1 : 0;
    tiedA += runA;
    tiedBoth += runBoth;
  }
  const byB = new Float64Array(n);
  for (let i = 0; i < n; i++) byB[i] = b[order[i]!]!;
  const opposite = swapsToSort(byB, new Float64Array(n));
  let tiedB = 0;
  for (let i = 1, run = 0; i < n; i++) {
    run = byB[i - 1] === byB[i] ? run + 1 : 0;
    tiedB += run;
  }
  const all = (n * (n - 1)) / 2;
  const same = all - tiedA - tiedB + tiedBoth - opposite;
  return { same, opposite, untiedA: all - tiedA, untiedB: all - tiedB, all };
}

/** The places of both columns by a, where a ties by b. */
function ordered(a: Float64Array, b: Float64Array): Uint32Array {
  const n = a.length;
  const [order, spare, keys] = [new Uint32Array(n), new Uint32Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) order[i] = i;
  // The sort keeps what ties in the order it came in.
  for (const column of [b, a]) {
    for (let i = 0; i < n; i++) keys[i] = -column[i]!;
    sortByKeyDescending(order, keys, spare);
  }
  return order;
}

/** Sorts the values, in place, and counts the pairs that stood in falling order. */
function swapsToSort(values: Float64Array, spare: Float64Array): number {
  let swaps = 0;
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      const middle = Math.min(start + width, values.length);
      const end = Math.min(start + 2 * width, values.length);
      for (let k = start, left = start, right = middle; k < end; k++) {
        if (right >= end || (left < middle && values[left]! <= values[right]!)) spare[k] = values[left++]!;
        else {
          spare[k] = values[right++]!;
          swaps += middle - left;
        }
      }
    }
    values.set(spare);
  }
  return swaps;
}
