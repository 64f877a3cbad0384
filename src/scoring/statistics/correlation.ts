import { requireSameLength } from "../checks";
import { momentsOf } from "./moments";

/**
 * Pearson's correlation: how near two columns are to a rising (1) or falling (-1) straight line.
 *
 * @param a n finite numbers
 * @param b n finite numbers
 * @returns from -1 to 1
 * @throws RangeError if the lengths differ, or if the values of a column are all equal, for then it is not defined
 */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  requireSameLength(a, b, "correlation");
  const x = momentsOf(a);
  const y = momentsOf(b);
  if (!(x.squares > 0 && y.squares > 0))
    throw new RangeError("correlation expects columns of different values, got one constant");
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - x.mean) * (b[i]! - y.mean);
  // Where both spread alike, as ranks do, no root need be taken, and 0.4 is 0.4 to the last digit.
  const spread = x.squares === y.squares ? x.squares : Math.sqrt(x.squares) * Math.sqrt(y.squares);
  return Math.max(-1, Math.min(1, sum / spread));
}
