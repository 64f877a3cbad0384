/**
 * Weights as shares: each divided by the sum of all.
 *
 * @param weights numbers of 0 or more, not all 0
 * @returns as many shares of 0 to 1 that add up to 1
 * @throws RangeError if there are none, if one is negative or not finite, or if all are 0
 */
export function shares(weights: readonly number[]): number[] {
  let sum = 0;
  weights.forEach((weight, i) => {
    if (!(weight >= 0 && weight < Infinity))
      throw new RangeError(`weights expect numbers of 0 or more, got ${weight} at ${i}`);
    sum += weight;
  });
  if (weights.length === 0) throw new RangeError("weights expect at least one number, got none");
  if (!(sum > 0 && sum < Infinity)) throw new RangeError(`weights expect a sum above 0, got ${sum}`);
  return weights.map((weight) => weight / sum);
}

/**
 * The same weight for each of n parts.
 *
 * Equal is a choice too: with five indicators under one dimension and one under another, it is the indicators or the
 * dimensions that are equal, not both.
 */
export function equalWeights(n: number): number[] {
  return shares(new Array<number>(n).fill(1));
}
