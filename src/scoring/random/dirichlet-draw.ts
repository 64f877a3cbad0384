import { logGammaDraw } from "./gamma-draw";
import type { Random } from "./random";

/**
 * Fills `out` with a draw from the Dirichlet distribution: shares of 0 or more that add up to 1.
 *
 * @param shapes k numbers of 0 or more, not all 0; a share of shape 0 stays 0
 * @param out k places
 * @see L. Devroye, Non-Uniform Random Variate Generation, Springer, 1986, chapter XI.4
 */
export function dirichletDraw(random: Random, shapes: ArrayLike<number>, out: Float64Array): void {
  let highest = -Infinity;
  for (let i = 0; i < shapes.length; i++) {
    out[i] = shapes[i]! > 0 ? logGammaDraw(random, shapes[i]!) : -Infinity;
    if (out[i]! > highest) highest = out[i]!;
  }
  let sum = 0;
  for (let i = 0; i < shapes.length; i++) {
    out[i] = Math.exp(out[i]! - highest);
    sum += out[i]!;
  }
  for (let i = 0; i < shapes.length; i++) out[i]! /= sum;
}
