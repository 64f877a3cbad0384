import { normalDraw } from "./normal-draw";
import type { Random } from "./random";

/**
 * The logarithm of a draw from the gamma distribution of scale 1: the logarithm, since a draw of a small shape can lie
 * below the least positive number.
 *
 * @param shape above 0
 * @see G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables, ACM TOMS 26, 2000
 */
export function logGammaDraw(random: Random, shape: number): number {
  if (shape < 1) return logGammaDraw(random, shape + 1) + Math.log(random()) / shape;
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(random);
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (Math.log(random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return Math.log(d * v);
  }
}
