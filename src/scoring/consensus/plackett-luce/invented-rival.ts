import { type Fit, likeliestWorths } from "./likeliest-worths";
import type { WeightedOrder } from "./likelihood";

/**
 * The most likely worths when each item also won and lost a little against an invented rival, which keeps the worth of
 * one that never lost (or won) finite. The rival is left out of the result.
 *
 * @param pseudo the weight of each win and each loss; above 0
 * @see H. L. Turner et al., Modelling rankings in R: the PlackettLuce package, Computational Statistics 35, 2020
 */
export function worthsWithInventedRival(n: number, orders: readonly WeightedOrder[], pseudo: number): Fit {
  const invented = Array.from({ length: n }, (_, i) => [
    { groups: [[i], [n]], weight: pseudo },
    { groups: [[n], [i]], weight: pseudo },
  ]).flat();
  const { logs, covariance, ...rest } = likeliestWorths(n + 1, [...orders, ...invented]);
  const mean = logs.subarray(0, n).reduce((sum, log) => sum + log, 0) / n;
  return { logs: logs.slice(0, n).map((log) => log - mean), covariance: centredPart(covariance, n + 1, n), ...rest };
}

/** The covariance of the first n logarithms, each less their mean. */
function centredPart(covariance: Float64Array, width: number, n: number): Float64Array {
  const means = Float64Array.from(
    { length: n },
    (_, i) => covariance.subarray(i * width, i * width + n).reduce((a, b) => a + b, 0) / n,
  );
  const mean = means.reduce((a, b) => a + b, 0) / n;
  return Float64Array.from({ length: n * n }, (_, at) => {
    const [i, j] = [Math.floor(at / n), at % n];
    return covariance[i * width + j]! - means[i]! - means[j]! + mean;
  });
}
