import type { Scale } from "../measure";
import type { Width } from "./evidence";
import { reach } from "./reach";
import { type Sizes, sizeWithin } from "./sizes";

/** Where a value will lie with a stated probability. */
export interface Interval {
  /** The probability, above 0 and below 1. */
  readonly level: number;
  /** -Infinity where nothing is known. */
  readonly low: number;
  /** Infinity where nothing is known. */
  readonly high: number;
}

/**
 * Intervals around each step of a forecast; a higher level contains a lower one, and widths grow with the steps on the
 * scale of the measure.
 *
 * @param width how far one step may lead astray, and how that grows; of unknown spread they are unbounded
 * @see A. N. Angelopoulos and S. Bates, Conformal Prediction: A Gentle Introduction, Foundations and Trends in Machine
 *   Learning 16, 2023: intervals from the sizes of past errors
 */
export function intervalsAround(
  forecast: readonly number[],
  { spread, growth }: Width,
  sizes: Sizes,
  levels: readonly number[],
  scale: Scale,
): Interval[][] {
  const widths = levels.map((level) =>
    spread === null ? Number.POSITIVE_INFINITY : spread * sizeWithin(sizes, level),
  );
  return forecast.map((value, step) =>
    levels.map((level, i) => {
      const width = widths[i]! * reach(step + 1, growth);
      return { level, low: scale.below(value, width), high: scale.above(value, width) };
    }),
  );
}
