/** A list as the model sees it: groups of items best first, and how much it counts. */
export interface WeightedOrder {
  groups: readonly (readonly number[])[];
  weight: number;
}

/** How likely the lists are at some worths, and how that changes. */
export interface Likelihood {
  /** The logarithm of the likelihood. */
  value: number;
  /** Its slope by the logarithm of each worth. */
  slopes: Float64Array;
  /** The information: minus its curvature, n x n numbers. */
  information: Float64Array;
}

/**
 * The likelihood of orders in which each next item is picked from those left with chance worth / sum of their worths.
 * Items that tie are each picked from all that were left before any of them (Breslow).
 *
 * @param logs n logarithms of worths
 */
export function likelihoodOf(orders: readonly WeightedOrder[], logs: Float64Array): Likelihood {
  const n = logs.length;
  const worths = logs.map(Math.exp);
  const result = { value: 0, slopes: new Float64Array(n), information: new Float64Array(n * n) };
  for (const order of orders) add(order, logs, worths, result);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) result.information[j * n + i] = result.information[i * n + j]!;
  return result;
}

function add({ groups, weight }: WeightedOrder, logs: Float64Array, worths: Float64Array, into: Likelihood): void {
  const n = logs.length;
  const left = sumsFromBelow(groups, worths);
  let [picks, squares] = [0, 0];
  groups.forEach((group, g) => {
    picks += group.length / left[g]!;
    squares += group.length / left[g]! ** 2;
    into.value -= weight * group.length * Math.log(left[g]!);
    for (const i of group) {
      into.value += weight * logs[i]!;
      into.slopes[i]! += weight * (1 - worths[i]! * picks);
      into.information[i * n + i]! += weight * (worths[i]! * picks - worths[i]! ** 2 * squares);
    }
    // Two items compete in every pick up to that of the better one.
    group.forEach((i, k) => {
      for (const j of group.slice(k + 1)) cross(i, j, squares);
      for (const lower of groups.slice(g + 1)) for (const j of lower) cross(i, j, squares);
    });
  });

  function cross(i: number, j: number, upTo: number): void {
    into.information[Math.max(i, j) * n + Math.min(i, j)]! -= weight * worths[i]! * worths[j]! * upTo;
  }
}

/** By group, the worths of all in it and below. */
function sumsFromBelow(groups: readonly (readonly number[])[], worths: Float64Array): number[] {
  const sums = new Array<number>(groups.length).fill(0);
  for (let g = groups.length - 1; g >= 0; g--) {
    sums[g] = groups[g]!.reduce((sum, i) => sum + worths[i]!, sums[g + 1] ?? 0);
  }
  return sums;
}
