/** Each value moved to the nearer end if it lies outside; NaN stays. */
export function clamped(values: Float64Array, low: number, high: number): Float64Array {
  return values.map((value) => Math.min(high, Math.max(low, value)));
}
