import { momentsOf } from "../statistics/moments";
import type { Frame } from "./frame";

/** Clearly better than a reference 1, clearly worse -1, in between 0. */
export interface AboveBelow {
  readonly kind: "above-below";
  /** By how large a share of the reference a value must differ to count, 0 or more; 0.2 is 20 %. */
  readonly threshold: number;
  /** By default the mean of the cities. */
  readonly to?: number;
}

/**
 * Whether each city is clearly better (1) or clearly worse (-1) than a reference, or neither (0).
 *
 * @returns whether it tells the cities apart
 * @throws RangeError if the threshold is below 0 or the reference not above 0
 * @see OECD and JRC, Handbook on Constructing Composite Indicators, 2008, section 5.6
 */
export function aboveBelow(values: Float64Array, out: Float64Array, { more }: Frame, method: AboveBelow): boolean {
  const { threshold } = method;
  if (!(threshold >= 0)) throw new RangeError(`above-below expects a threshold of 0 or more, got ${threshold}`);
  const base = method.to ?? momentsOf(values).mean;
  if (!(base > 0 && base < Infinity)) throw new RangeError(`above-below expects a reference above 0, got ${base}`);
  for (let i = 0; i < values.length; i++) {
    const ratio = values[i]! / base;
    const side = Number(ratio > 1 + threshold) - Number(ratio < 1 - threshold);
    out[i] = Number.isNaN(ratio) ? Number.NaN : more || side === 0 ? side : -side;
  }
  const { least, greatest } = momentsOf(out);
  return least < greatest;
}
