/**
 * The logarithmic mean of two positive numbers: (a - b) / (ln a - ln b). It turns differences of logarithms into
 * differences of the numbers themselves, which is what makes a geometric mean split exactly.
 *
 * @param a a number of 0 or more
 * @param b a number of 0 or more
 * @returns between the geometric and the arithmetic mean of the two; 0 if either is 0; a if both are equal
 * @throws RangeError if either is negative or not finite
 * @see B. W. Ang, The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33, 2005
 */
export function logarithmicMean(a: number, b: number): number {
  if (!(a >= 0 && b >= 0 && a < Infinity && b < Infinity)) {
    throw new RangeError(`logarithmicMean expects two finite numbers of 0 or more, got ${a} and ${b}`);
  }
  if (a === b) return a;
  if (a === 0 || b === 0) return 0;
  const gap = (a - b) / b;
  // log1p keeps the digits of two near numbers; a gap too small for it leaves the two the same.
  return Math.abs(gap) < 0.5 ? (b * gap) / Math.log1p(gap) : (a - b) / Math.log(a / b);
}
