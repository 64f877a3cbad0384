import type { Miss } from "./misses";

/** How errors usually grow with the steps ahead: between a wandering level (1/2) and a wandering slope (3/2), near the former. */
export const usualGrowth = 0.75;

/** Errors of a series with nothing but noise about a line hardly grow; those of a wandering slope grow no faster for long. */
const [leastGrowth, mostGrowth] = [0.25, 1.25];

/** So many places of a history tell nothing yet of how its errors grow, and so many more count as much as what is usual. */
const [silent, patience] = [20, 20];

/** How many times as far as one step ahead an error reaches at so many steps ahead. */
export const reach = (steps: number, growth: number): number => steps ** growth;

/**
 * How errors of a method grow on a series, as a power of the steps ahead: the slope of the logarithm of their mean size over
 * that of the steps, shrunk towards what is usual. Means are of roots, so that one wild error does not rule.
 *
 * @param misses all errors of the method; those that showed later than the first `known` values do not count
 * @param origins how many places of the history the method was tried from by then
 */
export function growthOf(misses: readonly Miss[], known: number, origins: number): number {
  const own = Math.max(0, origins - silent);
  if (own === 0) return usualGrowth;
  const bySteps: { total: number; count: number }[] = [];
  for (const { at, root, steps } of misses) {
    if (at >= known) continue;
    bySteps[steps] ??= { total: 0, count: 0 };
    bySteps[steps].total += root;
    bySteps[steps].count++;
  }
  const slope = slopeOf(bySteps);
  if (slope === null) return usualGrowth;
  const weight = own / (own + patience);
  return Math.max(leastGrowth, Math.min(weight * slope + (1 - weight) * usualGrowth, mostGrowth));
}

/** The slope of the line through the logarithms, each step counting as often as it was seen; null where there is none. */
function slopeOf(bySteps: readonly { readonly total: number; readonly count: number }[]): number | null {
  let [w, x, y, xx, xy] = [0, 0, 0, 0, 0];
  bySteps.forEach(({ total, count }, steps) => {
    if (total <= 0) return;
    const [far, size] = [Math.log(steps), 2 * Math.log(total / count)];
    w += count;
    x += count * far;
    y += count * size;
    xx += count * far * far;
    xy += count * far * size;
  });
  const pivot = w * xx - x * x;
  return pivot > 1e-9 * w * w ? (w * xy - x * y) / pivot : null;
}
