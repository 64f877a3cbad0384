import { momentsOf } from "./moments";

/**
 * How far the known values lean to one side: 0 for a symmetric set, above 0 for a long tail of high values. Corrected
 * for the size of the sample (G1, as SAS, SPSS and spreadsheets do).
 *
 * @returns 0 when fewer than three values are known or all are equal
 * @see D. N. Joanes and C. A. Gill, Comparing measures of sample skewness and kurtosis, The Statistician 47, 1998
 */
export function skewness(values: ArrayLike<number>): number {
  const { count: n, mean, squares } = momentsOf(values);
  if (n < 3 || squares === 0) return 0;
  const deviation = Math.sqrt(squares / n);
  const g1 = powerSum(values, mean, deviation, 3) / n;
  return (g1 * Math.sqrt(n * (n - 1))) / (n - 2);
}

/**
 * How heavy the tails of the known values are, beside the normal distribution's 0. Corrected for the size of the sample
 * (G2).
 *
 * @returns 0 when fewer than four values are known or all are equal
 * @see D. N. Joanes and C. A. Gill, Comparing measures of sample skewness and kurtosis, The Statistician 47, 1998
 */
export function excessKurtosis(values: ArrayLike<number>): number {
  const { count: n, mean, squares } = momentsOf(values);
  if (n < 4 || squares === 0) return 0;
  const g2 = powerSum(values, mean, Math.sqrt(squares / n), 4) / n - 3;
  return ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6);
}

function powerSum(values: ArrayLike<number>, mean: number, deviation: number, power: 3 | 4): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const z = (values[i]! - mean) / deviation;
    if (!Number.isNaN(z)) sum += power === 3 ? z * z * z : z * z * z * z;
  }
  return sum;
}
