import { quantile } from "../statistics/quantile";
import { clamped } from "./clamped";

/** Moves what lies beyond two quantiles (type 7) to them. */
export function winsoriseAtQuantiles(
  values: Float64Array,
  sorted: Float64Array,
  low: number,
  high: number,
): Float64Array {
  if (!(low >= 0 && low < high && high <= 1)) {
    throw new RangeError(`quantiles expect 0 <= low < high <= 1, got ${low} and ${high}`);
  }
  return clamped(values, quantile(sorted, low), quantile(sorted, high));
}
