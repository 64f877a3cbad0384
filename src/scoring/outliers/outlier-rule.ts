import { toColumn } from "../columns";
import { clamped } from "./clamped";
import { winsoriseAtFences } from "./fences";
import { winsoriseAtQuantiles } from "./quantiles";
import { winsoriseBySkewness } from "./skewness-rule";

/**
 * Which values count as outliers; each is moved to the nearest value that does not (winsorised), never dropped.
 *
 * - `quantiles`: values below the `low` or above the `high` quantile move to that quantile
 * - `fences`: values further than `times` interquartile ranges from the quartiles move to the outermost value within
 *   (Tukey's rule; 1.5 by default)
 * - `count`: the `low` least and the `high` greatest values move to the next one inwards
 * - `skewness`: while |skewness| is above `skewness` (2) and excess kurtosis above `kurtosis` (3.5), the outermost value
 *   of the long tail moves to the next one inwards, at most `most` (5) of them; the rule of the OECD/JRC handbook
 */
export type OutlierRule =
  | { readonly rule: "quantiles"; readonly low: number; readonly high: number }
  | { readonly rule: "fences"; readonly times?: number }
  | { readonly rule: "count"; readonly low: number; readonly high: number }
  | { readonly rule: "skewness"; readonly skewness?: number; readonly kurtosis?: number; readonly most?: number };

/** Whether a rule finds outliers by the shape of the data, which takes some values; other rules are told what to move. */
export const isByShape = ({ rule }: OutlierRule): boolean => rule === "fences" || rule === "skewness";

/**
 * The values with outliers moved inwards by a stated rule.
 *
 * With fewer than ten known values `fences` and `skewness` move none: the quartiles of five cities make outliers of
 * what is merely different.
 *
 * @param values null where not known; in a Float64Array NaN
 * @returns a column of the same length, NaN where not known
 * @throws RangeError if the rule's numbers are out of range, or if a value is not finite
 * @throws TypeError if a value is neither number nor null
 * @see OECD and JRC, Handbook on Constructing Composite Indicators, 2008, section 5
 */
export function winsorise(values: ArrayLike<number | null>, rule: OutlierRule): Float64Array {
  const column = toColumn(values, "winsorise");
  // Numbers in a list of any kind would be sorted as words.
  const sorted = column.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return column.slice();
  switch (rule.rule) {
    case "quantiles":
      return winsoriseAtQuantiles(column, sorted, rule.low, rule.high);
    case "fences":
      return winsoriseAtFences(column, sorted, rule.times ?? 1.5);
    case "count":
      return winsoriseCount(column, sorted, rule.low, rule.high);
    case "skewness":
      return winsoriseBySkewness(column, sorted, rule);
    default:
      throw new RangeError(`unknown outlier rule ${JSON.stringify(rule)}`);
  }
}

function winsoriseCount(values: Float64Array, sorted: Float64Array, low: number, high: number): Float64Array {
  if (!(Number.isInteger(low) && Number.isInteger(high) && low >= 0 && high >= 0 && low + high < sorted.length)) {
    throw new RangeError(`count expects whole numbers that leave a value of ${sorted.length}, got ${low} and ${high}`);
  }
  return clamped(values, sorted[low]!, sorted[sorted.length - 1 - high]!);
}
