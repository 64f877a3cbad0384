import { fromNaN, toColumn } from "../columns";
import { type Normalisation, normaliseInto } from "./normalisation";

/**
 * Makes the values of one indicator comparable with those of others: more is better afterwards.
 *
 * @param values one a city in the indicator's own unit; null where not known
 * @param method min-max by default
 * @param options `direction`: whether more or less is better (more); `scale`: the worst and the best score (0 and 100)
 * @returns one score a city; null where the value is not known
 * @throws RangeError if no value is known, if one is not finite, if the scale does not rise, or as the method says
 * @see OECD and JRC, Handbook on Constructing Composite Indicators, 2008, section 5
 */
export function normalise(
  values: ArrayLike<number | null>,
  method: Normalisation = { kind: "min-max" },
  options: { direction?: "more" | "less"; scale?: readonly [number, number] } = {},
): (number | null)[] {
  const { direction = "more", scale = [0, 100] } = options;
  requireScale(scale);
  const column = toColumn(values, "normalise");
  if (column.every(Number.isNaN)) throw new RangeError("normalise expects at least one known value, got none");
  const out = new Float64Array(column.length);
  normaliseInto(column, out, { more: direction === "more", scale }, method);
  return fromNaN(out);
}

/** Refuses a scale whose ends do not rise. */
export function requireScale([low, high]: readonly [number, number]): void {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    throw new RangeError(`a scale expects its worst below its best score, got ${low} and ${high}`);
  }
}
