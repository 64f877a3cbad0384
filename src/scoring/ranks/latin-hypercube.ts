import type { Random } from "../random/random";
import { shuffle } from "../random/shuffle";

/**
 * A Latin hypercube: in each column every one of n equal steps from 0 to 1 holds exactly one of the n rows.
 *
 * @returns rows x columns numbers above 0 and below 1, row by row
 * @see M. D. McKay, R. J. Beckman and W. J. Conover, A comparison of three methods for selecting values of input
 *   variables, Technometrics 21, 1979
 */
export function latinHypercube(rows: number, columns: number, random: Random): Float64Array {
  const result = new Float64Array(rows * columns);
  const steps = Uint32Array.from({ length: rows }, (_, row) => row);
  for (let column = 0; column < columns; column++) {
    shuffle(steps, random);
    for (let row = 0; row < rows; row++) result[row * columns + column] = (steps[row]! + random()) / rows;
  }
  return result;
}
