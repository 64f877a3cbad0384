import type { Frame } from "./frame";
import { placesFromWorst } from "./rank-points";

/**
 * The share of the other cities that each city does better than, on the scale: the worst gets the low end, the best the
 * high end, and one that ties counts half.
 *
 * @returns whether it tells the cities apart; a city alone gets the middle of the scale
 * @see OECD and JRC, Handbook on Constructing Composite Indicators, 2008, section 5
 */
export function percentile(values: Float64Array, out: Float64Array, { more, scale: [low, high] }: Frame): boolean {
  const places = placesFromWorst(values, more, "mean");
  const count = places.reduce<number>((sum, place) => sum + (place === null ? 0 : 1), 0);
  let apart = false;
  places.forEach((place, i) => {
    const share = place === null ? Number.NaN : count === 1 ? 0.5 : (place - 1) / (count - 1);
    if (share !== 0.5 && !Number.isNaN(share)) apart = true;
    out[i] = low + share * (high - low);
  });
  return apart;
}
