import { inverseOf } from "../../statistics/cholesky";
import { likelihoodOf, type WeightedOrder } from "./likelihood";

/** The most likely worths, and how sure they are. */
export interface Fit {
  /** Logarithms of worths, adding up to 0. */
  logs: Float64Array;
  /** Covariance of the logarithms, n x n numbers. */
  covariance: Float64Array;
  logLikelihood: number;
  iterations: number;
}

/**
 * Finds the most likely worths by Newton's method, halving a step that leads down.
 *
 * @param n items, each connected with each by a chain of wins, or there is no most likely worth
 * @throws RangeError if it does not come to rest, as when a worth would have to be boundless
 */
export function likeliestWorths(n: number, orders: readonly WeightedOrder[]): Fit {
  let logs: Float64Array = new Float64Array(n);
  let now = likelihoodOf(orders, logs);
  for (let iterations = 1; iterations <= 200; iterations++) {
    const inverse = constrainedInverse(now.information, n);
    const step = times(inverse, now.slopes, n);
    let size = 1;
    let next = logs;
    let found = now;
    for (; size > 1e-10; size /= 2) {
      next = centred(logs.map((log, i) => log + size * step[i]!));
      found = likelihoodOf(orders, next);
      if (found.value >= now.value - 1e-12 * Math.abs(now.value)) break;
    }
    const moved = next.reduce((most, log, i) => Math.max(most, Math.abs(log - logs[i]!)), 0);
    [logs, now] = [next, found];
    if (moved < 1e-10) {
      const covariance = constrainedInverse(now.information, n).map((entry) => entry - 1 / n);
      return { logs, covariance, logLikelihood: now.value, iterations };
    }
  }
  throw new RangeError(
    "plackettLuce expects lists that settle every worth, got some that do not; give a `pseudo` of 0.5",
  );
}

/** Only differences of logarithms count: adding 1/n everywhere fixes their sum. */
function constrainedInverse(information: Float64Array, n: number): Float64Array {
  const inverse = inverseOf(
    information.map((entry) => entry + 1 / n),
    n,
  );
  if (!inverse)
    throw new RangeError(
      "plackettLuce expects lists that connect all cities, got some that do not; give a `pseudo` of 0.5",
    );
  return inverse;
}

function times(matrix: Float64Array, vector: Float64Array, n: number): Float64Array {
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j]! * vector[j]!;
    return sum;
  });
}

function centred(logs: Float64Array): Float64Array {
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return logs.map((log) => log - mean);
}
