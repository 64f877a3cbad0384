import { quantile } from "../statistics/quantile";
import { clamped } from "./clamped";
import { fewestForShape } from "./shape";

/**
 * Moves what lies further than so many interquartile ranges from the quartiles to the outermost value within.
 *
 * @see J. W. Tukey, Exploratory Data Analysis, Addison-Wesley, 1977
 */
export function winsoriseAtFences(values: Float64Array, sorted: Float64Array, times: number): Float64Array {
  if (!(times >= 0 && times < Infinity)) throw new RangeError(`fences expect times of 0 or more, got ${times}`);
  if (sorted.length < fewestForShape) return values.slice();
  const [first, third] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const reach = times * (third - first);
  const within = sorted.filter((value) => value >= first - reach && value <= third + reach);
  return clamped(values, within[0]!, within[within.length - 1]!);
}
