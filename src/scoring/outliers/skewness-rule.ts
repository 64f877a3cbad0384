import { requireWhole } from "../checks";
import { excessKurtosis, skewness } from "../statistics/skewness";
import { clamped } from "./clamped";
import { fewestForShape } from "./shape";

/**
 * Moves the outermost values of the long tail inwards, one after another, until the shape is no longer extreme.
 *
 * @see W. Becker et al., COINr: an R package for developing composite indicators, JOSS 7, 2022 (the same defaults)
 */
export function winsoriseBySkewness(
  values: Float64Array,
  sorted: Float64Array,
  rule: { readonly skewness?: number; readonly kurtosis?: number; readonly most?: number },
): Float64Array {
  const { skewness: lean = 2, kurtosis = 3.5, most = 5 } = rule;
  requireWhole(most, 0, Number.MAX_SAFE_INTEGER, "skewness rule's most");
  if (sorted.length < fewestForShape) return values.slice();
  let [low, high] = [0, sorted.length - 1];
  let result: Float64Array = values.slice();
  for (let moved = 0; moved < most && low < high; moved++) {
    const skew = skewness(result);
    if (Math.abs(skew) <= lean || excessKurtosis(result) <= kurtosis) break;
    if (skew > 0) high--;
    else low++;
    result = clamped(values, sorted[low]!, sorted[high]!);
  }
  return result;
}
