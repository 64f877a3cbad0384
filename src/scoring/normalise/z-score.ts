import { momentsOf } from "../statistics/moments";
import type { Frame } from "./frame";

/** Distance from the mean in standard deviations, then put around a mean and with a deviation of one's choice. */
export interface ZScore {
  readonly kind: "z-score";
  /** The score of an average city; by default 0. */
  readonly mean?: number;
  /** The points that one standard deviation is worth, above 0; by default 1. */
  readonly deviation?: number;
  /** Whether the deviation is divided by n - 1 (`sample`, the default) or by n (`population`). */
  readonly of?: "sample" | "population";
}

/**
 * How many standard deviations each value lies on the better side of the mean. It has no ends, so that one far city
 * does not press the rest together, and it can be negative, so that a geometric mean cannot follow it unless `mean` and
 * `deviation` lift it.
 *
 * @returns whether it tells the cities apart; if all values are equal, all get the mean
 * @throws RangeError if the wanted deviation is not above 0
 * @see OECD and JRC, Handbook on Constructing Composite Indicators, 2008, section 5.2
 */
export function zScore(values: Float64Array, out: Float64Array, { more }: Frame, method: ZScore): boolean {
  const { mean: wanted = 0, deviation = 1, of = "sample" } = method;
  if (!(deviation > 0 && deviation < Infinity))
    throw new RangeError(`z-score expects a deviation above 0, got ${deviation}`);
  const { count, mean, squares } = momentsOf(values);
  const unit = Math.sqrt(squares / (of === "sample" ? count - 1 : count));
  const apart = squares > 0;
  const factor = apart ? (more ? deviation : -deviation) / unit : 0;
  for (let i = 0; i < values.length; i++) out[i] = wanted + (values[i]! - mean) * factor;
  return apart;
}
