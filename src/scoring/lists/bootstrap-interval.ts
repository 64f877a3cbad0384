import { requireBetween, requireSameLength, requireWhole } from "../checks";
import { randomFrom } from "../random/random";
import { quantile } from "../statistics/quantile";
import type { Measure } from "./permutation-test";
import type { RankList } from "./rank-list";

/** An interval for a measure of two lists. */
export interface Interval {
  /** The measure of the lists as they are; never outside the interval. */
  measured: number;
  low: number;
  high: number;
  /** Resamples that allowed the measure, of those drawn. */
  used: number;
}

/**
 * How far a measure would vary had other cities of the same kind been ranked: cities are drawn anew with replacement,
 * and the interval holds the middle of the results (percentile bootstrap) and the measure itself. Copies of a city make
 * resamples differ from the lists in one direction, so that the middle of the results can miss the measure, most of all
 * for overlaps; the interval is then widened to hold it, and covers no less often for that.
 *
 * Copies of one city share its place on both lists. With fewer than about ten common cities the interval is too short.
 *
 * @param measure such as `kendallTau`
 * @param options `seed`; `draws`: by default 2,000; `level`: above 0 and below 1, by default 0.95
 * @throws RangeError as the measure does for the lists themselves, or if most resamples do not allow it
 * @see B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, Chapman and Hall, 1993, chapter 13
 */
export function bootstrapInterval(
  a: RankList,
  b: RankList,
  measure: Measure,
  options: { seed: number; draws?: number; level?: number },
): Interval {
  const { seed, draws = 2_000, level = 0.95 } = options;
  requireSameLength(a, b, "bootstrapInterval");
  requireWhole(draws, 1, 1e8, "bootstrapInterval's draws");
  requireBetween(level, 0, 1, "bootstrapInterval's level");
  const random = randomFrom(seed);
  const measured = measure(a, b);
  const listed = Array.from(a.keys()).filter((city) => a[city] !== null || b[city] !== null);
  const results: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const cities = listed.map(() => listed[Math.floor(random() * listed.length)]!);
    const result = measureOrNull(
      measure,
      cities.map((city) => a[city]!),
      cities.map((city) => b[city]!),
    );
    if (result !== null) results.push(result);
  }
  if (results.length * 2 < draws) {
    throw new RangeError(
      `bootstrapInterval expects most resamples to allow the measure, got ${results.length} of ${draws}`,
    );
  }
  const sorted = Float64Array.from(results).sort();
  return {
    measured,
    low: Math.min(measured, quantile(sorted, (1 - level) / 2)),
    high: Math.max(measured, quantile(sorted, (1 + level) / 2)),
    used: results.length,
  };
}

/** A resample may hold too few different cities to be measured. */
function measureOrNull(measure: Measure, a: RankList, b: RankList): number | null {
  try {
    return measure(a, b);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
