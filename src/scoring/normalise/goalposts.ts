import type { Frame } from "./frame";

/** Fixed ends in the indicator's own unit, so that a city's score does not hang on who else is in the set. */
export interface Goalposts {
  readonly kind: "goalposts";
  /** The lower end, whichever way is better. */
  readonly low: number;
  /** The upper end; above `low`. */
  readonly high: number;
  /** Whether to go by logarithms (each doubling is worth the same); then both ends must be above 0. */
  readonly log?: boolean;
  /** Whether a value beyond an end counts as that end; by default it does. */
  readonly clip?: boolean;
}

/**
 * Each value's place between two fixed ends, on the scale.
 *
 * @returns true, for fixed ends do not depend on the cities
 * @throws RangeError if the ends are equal, the wrong way round or not finite, or if logarithms meet a number that is
 *   not above 0
 * @see UNDP, Human Development Report, Technical notes: calculating the Human Development Index
 */
export function goalposts(values: Float64Array, out: Float64Array, frame: Frame, method: Goalposts): boolean {
  const { low, high, log = false, clip = true } = method;
  requireEnds(low, high, log);
  const [worst, best] = frame.scale;
  const start = log ? Math.log(low) : low;
  const range = (log ? Math.log(high) : high) - start;
  for (let i = 0; i < values.length; i++) {
    const value = clip ? Math.min(high, Math.max(low, values[i]!)) : values[i]!;
    if (log && value <= 0) throw new RangeError(`goalposts with logarithms expect values above 0, got ${value}`);
    const share = ((log ? Math.log(value) : value) - start) / range;
    out[i] = worst + (frame.more ? share : 1 - share) * (best - worst);
  }
  return true;
}

function requireEnds(low: number, high: number, log: boolean): void {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
    throw new RangeError(
      `goalposts expect low below high (for "less is better" set the direction), got ${low} and ${high}`,
    );
  }
  if (log && low <= 0) throw new RangeError(`goalposts with logarithms expect ends above 0, got ${low}`);
}
