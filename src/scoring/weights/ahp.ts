import { shares } from "./given-weights";

/** Weights from pairwise judgements, and how far the judgements contradict each other. */
export interface Ahp {
  /** Shares that add up to 1. */
  weights: number[];
  /** The greatest eigenvalue of the judgements; n if they are consistent, more otherwise. */
  lambda: number;
  /** (lambda - n) / (n - 1). */
  consistencyIndex: number;
  /** Consistency index / that of random judgements; above 0.1 the judgements should be revised. 0 for up to two parts. */
  consistencyRatio: number;
}

/** Mean consistency indices of random judgements, for 1 to 15 parts (Saaty). */
const randomIndices = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

/**
 * Weights by the analytic hierarchy process: the principal eigenvector of a matrix of judgements "i matters so many
 * times as much as j", usually 1 to 9.
 *
 * @param judgements n rows of n numbers above 0; `judgements[j][i]` is 1 / `judgements[i][j]` (within 5 %, so that
 *   printed values such as 0.33 are taken)
 * @param randomIndex the random consistency index for n, where the 1980 table is not wanted or n is above 15
 * @throws RangeError if the matrix is not square, not reciprocal, or has an entry not above 0, or if n is above 15
 *   without a random index
 * @see T. L. Saaty, The Analytic Hierarchy Process, McGraw-Hill, 1980
 */
export function ahp(
  judgements: readonly (readonly number[])[],
  randomIndex = randomIndices[judgements.length - 1],
): Ahp {
  requireReciprocal(judgements);
  const n = judgements.length;
  if (randomIndex === undefined)
    throw new RangeError(`ahp expects a random index for more than 15 parts, got ${n} parts`);
  const { weights, lambda } = principalEigenvector(judgements);
  const consistencyIndex = n === 1 ? 0 : (lambda - n) / (n - 1);
  return { weights, lambda, consistencyIndex, consistencyRatio: n < 3 ? 0 : consistencyIndex / randomIndex };
}

function principalEigenvector(matrix: readonly (readonly number[])[]): { weights: number[]; lambda: number } {
  let weights = shares(matrix.map(() => 1));
  let lambda = matrix.length;
  for (let step = 0; step < 10_000; step++) {
    const image = matrix.map((row) => row.reduce((sum, entry, j) => sum + entry * weights[j]!, 0));
    lambda = image.reduce((sum, entry) => sum + entry, 0);
    const next = shares(image);
    const change = Math.max(...next.map((weight, i) => Math.abs(weight - weights[i]!)));
    weights = next;
    if (change < 1e-15) break;
  }
  return { weights, lambda };
}

function requireReciprocal(matrix: readonly (readonly number[])[]): void {
  if (matrix.length === 0) throw new RangeError("ahp expects at least one part, got none");
  matrix.forEach((row, i) => {
    if (row.length !== matrix.length)
      throw new RangeError(`ahp expects ${matrix.length} judgements in row ${i}, got ${row.length}`);
    row.forEach((entry, j) => {
      if (!(entry > 0 && entry < Infinity))
        throw new RangeError(`ahp expects judgements above 0, got ${entry} at ${i}, ${j}`);
      const product = entry * (matrix[j]?.[i] ?? Number.NaN);
      if (!(Math.abs(product - 1) <= 0.05)) {
        throw new RangeError(
          `ahp expects judgement ${j}, ${i} to be 1 / judgement ${i}, ${j}, got ${matrix[j]?.[i]} and ${entry}`,
        );
      }
    });
  });
}
