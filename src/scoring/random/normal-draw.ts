import type { Random } from "./random";

/**
 * Draws from the standard normal distribution (mean 0, variance 1).
 *
 * @see G. Marsaglia and T. A. Bray, A convenient method for generating normal variables, SIAM Review 6, 1964
 */
export function normalDraw(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}
