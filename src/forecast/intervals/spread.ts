import type { Grid } from "../grid";
import type { Scale } from "../measure";
import { mean } from "../number/statistics";
import type { Miss } from "./misses";
import { reach, usualGrowth } from "./reach";

/** How strongly a short series widens its intervals: the spread grows by the root of 1 + 5/n. */
const shortness = 5;

/** Where a method has hardly missed so far it may still: a hundredth of the steps taken is left to it. */
const least = 0.01;

/**
 * How far one step ahead may lead astray, told from the first `known` values alone: the geometric mean of what the method
 * missed by (late errors count more, twice every six steps or four years) and of the steps the series itself took.
 *
 * The second steadies the first where there are few errors. The shorter the series, the wider: the root of 1 + 5/n, and up
 * to some five values a pull towards what is usual for such measures.
 *
 * @param misses all errors of the method; those that showed later do not count
 * @param growth as which power of the steps ahead they grow
 * @returns in the unit of the scale's distance; null if nothing is known, as of one value without a usual step
 */
export function spreadOf(
  grid: Grid,
  misses: readonly Miss[],
  known: number,
  scale: Scale,
  growth: number,
): number | null {
  const half = Math.max(6, 4 * grid.frequency);
  let total = 0;
  let weights = 0;
  const roots: number[] = [];
  for (const { at, root, steps } of misses) {
    if (at >= known) continue;
    const weight = 0.5 ** ((known - at) / half);
    roots[steps] ??= Math.sqrt(reach(steps, growth));
    total += (weight * root) / roots[steps];
    weights += weight;
  }
  const taken = stepOf(grid, known, scale);
  const missed = weights > 0 ? (total / weights) ** 2 : taken;
  const seen = taken > 0 ? Math.sqrt(Math.max(missed, least * taken) * taken) : missed;
  const n = grid.observed.slice(0, known).filter(Boolean).length;
  const inflation = Math.sqrt(1 + shortness / n);
  if (scale.usual === null) return n > 1 ? seen * inflation : null;
  // A series that never moved may still move: a hundredth of what is usual is left to it.
  const share = 1 / n ** 2;
  return Math.max(seen, scale.usual / 100) ** (1 - share) * scale.usual ** share * inflation;
}

/**
 * The mean step of a series from one value to the next, or to the same season of the next year where that is less: calm
 * series move less in a season than in a year, seasonal ones the other way round.
 */
function stepOf(grid: Grid, known: number, scale: Scale): number {
  const next = meanStep(grid, known, scale, 1);
  return grid.frequency > 1 && known > grid.frequency
    ? Math.min(next, meanStep(grid, known, scale, grid.frequency))
    : next;
}

function meanStep({ observed, values }: Grid, known: number, scale: Scale, lag: number): number {
  const sizes: number[] = [];
  for (let i = lag; i < known; i++) {
    if (!observed[i]) continue;
    let back = lag;
    while (i - back >= 0 && !observed[i - back]) back += lag;
    if (i - back < 0) continue;
    const size = Math.min(scale.distance(values[i]!, values[i - back]!), scale.largest);
    sizes.push(back === lag ? size : size / reach(back / lag, usualGrowth));
  }
  return sizes.length > 0 ? mean(sizes) : 0;
}
