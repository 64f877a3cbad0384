import type { Mean } from "../means/mean";
import type { Plan } from "./plan";

/**
 * How close scores must be to tie: one part in 10^10 of the greatest, so that the last digits of a float decide nothing.
 *
 * @param summed the size of what the scores are summed from (`summedSize`), where that is greater: z-scores of both signs
 *   can cancel to almost 0, and then the last digits are all that is left
 */
export function tieTolerance(scores: ArrayLike<number>, summed: number): number {
  return Math.max(greatestSize(scores), summed) * 1e-10;
}

/**
 * By indicator, what a point of it adds to the root; 0 beneath a mean other than the arithmetic, which lets no parts cancel.
 *
 * @param weights by node: its share among its siblings
 * @param means by node
 */
export function linearShares({ nodes }: Plan, weights: ArrayLike<number>, means: readonly Mean[]): number[] {
  const shares = new Array<number>(nodes.length).fill(1);
  const byLeaf: number[] = [];
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { parent, leaf } = nodes[i]!;
    if (parent >= 0) shares[i] = means[parent]!.linear ? weights[i]! * shares[parent]! : 0;
    if (leaf >= 0) byLeaf[leaf] = shares[i]!;
  }
  return byLeaf;
}

/** The points that indicators of these sizes (`greatestSize`) add to a score at most, whatever their signs. */
export function summedSize(shares: readonly number[], sizes: readonly number[]): number {
  return shares.reduce((sum, share, leaf) => sum + share * sizes[leaf]!, 0);
}

/** The greatest distance from 0; values that are not known are passed over. */
export function greatestSize(values: ArrayLike<number>): number {
  let [least, greatest] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value > greatest) greatest = value;
    else if (value < least) least = value;
  }
  return Math.max(greatest, -least);
}
