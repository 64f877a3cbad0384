import { endsOf } from "../statistics/moments";
import type { Frame } from "./frame";

/**
 * Each value's place between the worst and the best value there is: the worst gets the low end of the scale, the best
 * the high end.
 *
 * @returns whether it tells the cities apart; if all values are equal, all get the middle of the scale
 * @see OECD and JRC, Handbook on Constructing Composite Indicators, 2008, section 5.3
 */
export function minMax(values: Float64Array, out: Float64Array, { more, scale: [low, high] }: Frame): boolean {
  const { least, greatest } = endsOf(values);
  const worst = more ? least : greatest;
  const range = more ? greatest - least : least - greatest;
  if (range === 0) {
    for (let i = 0; i < values.length; i++) out[i] = values[i]! * 0 + (low + high) / 2;
    return false;
  }
  for (let i = 0; i < values.length; i++) out[i] = low + ((values[i]! - worst) / range) * (high - low);
  return true;
}
