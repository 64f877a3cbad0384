import type { Random } from "../random/random";

/** By dimension from the second: the primitive polynomial's degree and inner bits, and the first direction numbers. */
const directions = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
  [5, 14, [1, 3, 5, 5, 31]],
  [6, 1, [1, 3, 3, 9, 7, 49]],
  [6, 13, [1, 1, 1, 15, 21, 21]],
  [6, 16, [1, 3, 1, 13, 27, 49]],
  [6, 19, [1, 1, 1, 15, 7, 5]],
  [6, 22, [1, 3, 1, 15, 13, 25]],
  [6, 25, [1, 1, 5, 5, 19, 61]],
  [7, 1, [1, 3, 7, 11, 23, 15, 103]],
] as const;

/** The most columns that `sobolSequence` can fill. */
export const mostSobolColumns = directions.length + 1;

/**
 * The first points of Sobol's sequence, which fill a cube far more evenly than random ones, each column shifted at
 * random (by exclusive or), so that estimates from them are unbiased.
 *
 * @param rows how many points; a power of 2 fills best
 * @param columns at most `mostSobolColumns`
 * @returns rows x columns numbers above 0 and below 1, row by row
 * @see S. Joe and F. Y. Kuo, Constructing Sobol sequences with better two-dimensional projections, SIAM Journal on
 *   Scientific Computing 30, 2008 (the direction numbers)
 */
export function sobolSequence(rows: number, columns: number, random: Random): Float64Array {
  const result = new Float64Array(rows * columns);
  for (let column = 0; column < columns; column++) {
    const numbers = directionNumbers(column);
    let bits = Math.floor(random() * 2 ** 32);
    for (let row = 0; row < rows; row++) {
      result[row * columns + column] = ((bits >>> 0) + 0.5) / 2 ** 32;
      // The Gray code: from one point to the next only the direction of the lowest zero bit of the row is turned.
      bits ^= numbers[31 - Math.clz32(~row & (row + 1))]!;
    }
  }
  return result;
}

function directionNumbers(column: number): Uint32Array {
  const numbers = new Uint32Array(32);
  if (column === 0) return numbers.map((_, bit) => 2 ** (31 - bit));
  const [degree, inner, first] = directions[column - 1]!;
  for (let bit = 0; bit < 32; bit++) {
    if (bit < degree) {
      numbers[bit] = first[bit]! * 2 ** (31 - bit);
      continue;
    }
    let number = numbers[bit - degree]! ^ (numbers[bit - degree]! >>> degree);
    for (let k = 1; k < degree; k++) if ((inner >> (degree - 1 - k)) & 1) number ^= numbers[bit - k]!;
    numbers[bit] = number;
  }
  return numbers;
}
