import { momentsOf } from "../statistics/moments";
import type { Frame } from "./frame";

/** Each value beside one reference value, as a ratio or as a relative difference. */
export interface Reference {
  readonly kind: "reference";
  /** A number in the indicator's own unit, or the best, the worst or the mean value there is. */
  readonly to: number | "best" | "worst" | "mean";
  /** `ratio` (the default) is value / reference, `difference` is (value - reference) / reference. */
  readonly form?: "ratio" | "difference";
}

/**
 * Each value beside a reference. Where less is better the ratio is turned over (reference / value) and the difference
 * changes sign. The result does not use the scale: a city at the reference gets 1 (ratio) or 0 (difference).
 *
 * @returns whether it tells the cities apart
 * @throws RangeError if the reference is not above 0, or if a ratio to be turned over meets a value that is not
 * @see OECD and JRC, Handbook on Constructing Composite Indicators, 2008, section 5.4
 */
export function reference(values: Float64Array, out: Float64Array, { more }: Frame, method: Reference): boolean {
  const { least, greatest, mean } = momentsOf(values);
  const named = { best: more ? greatest : least, worst: more ? least : greatest, mean };
  const base = typeof method.to === "number" ? method.to : named[method.to];
  if (!(base > 0 && base < Infinity)) throw new RangeError(`reference expects a reference above 0, got ${base}`);
  if (method.form !== "difference" && !more && least <= 0) {
    throw new RangeError(`reference expects values above 0 where less is better, got ${least}`);
  }
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (method.form === "difference") out[i] = ((more ? 1 : -1) * (value - base)) / base;
    else out[i] = more ? value / base : base / value;
  }
  return least < greatest;
}
