import { shares } from "./given-weights";

/**
 * Weights by entropy: the more an indicator tells the cities apart, the more it weighs.
 *
 * With p the share of a city in the sum of a column, e = -sum(p ln p) / ln n is 1 for an even column; the weight is
 * 1 - e as a share of all. It speaks of spread, not of importance, and changes with the zero of each scale.
 *
 * @param columns one a part: a number of 0 or more for each of the same two or more cities, not all 0
 * @returns the weights (shares) and each column's entropy, from 0 to 1
 * @throws RangeError if a number is negative, if a column is all 0, if there are fewer than two cities, or if all
 *   columns are even, so that none tells anything
 * @see M. Zeleny, Multiple Criteria Decision Making, McGraw-Hill, 1982, chapter 7
 */
export function entropyWeights(columns: readonly ArrayLike<number>[]): { weights: number[]; entropies: number[] } {
  const entropies = columns.map((column, i) => entropy(column, i));
  const told = entropies.map((value) => (1 - value < 1e-12 ? 0 : 1 - value));
  if (told.every((value) => value === 0))
    throw new RangeError("entropy weights expect a column of unequal values, got none");
  return { weights: shares(told), entropies };
}

function entropy(column: ArrayLike<number>, index: number): number {
  if (column.length < 2) throw new RangeError(`entropy weights expect at least two cities, got ${column.length}`);
  let sum = 0;
  for (let i = 0; i < column.length; i++) {
    if (!(column[i]! >= 0 && column[i]! < Infinity)) {
      throw new RangeError(`entropy weights expect values of 0 or more, got ${column[i]} in column ${index}`);
    }
    sum += column[i]!;
  }
  if (sum === 0) throw new RangeError(`entropy weights expect a value above 0, got none in column ${index}`);
  let result = 0;
  for (let i = 0; i < column.length; i++) {
    const share = column[i]! / sum;
    if (share > 0) result -= share * Math.log(share);
  }
  return result / Math.log(column.length);
}
