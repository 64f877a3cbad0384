import { requireSameLength } from "../checks";
import { type RankList, requireRanks } from "./rank-list";

/** Two lists cut down to the cities on both. */
export interface Common {
  /** The cities, in rising order. */
  cities: number[];
  /** Their ranks as printed on each list. */
  a: Float64Array;
  b: Float64Array;
}

/**
 * The cities that are on both lists.
 *
 * @throws RangeError if the lists are of different lengths, or have fewer than two cities in common
 */
export function commonCities(a: RankList, b: RankList, what: string): Common {
  requireSameLength(a, b, what);
  requireRanks(a);
  requireRanks(b);
  const cities: number[] = [];
  for (let city = 0; city < a.length; city++) if (a[city] !== null && b[city] !== null) cities.push(city);
  if (cities.length < 2) throw new RangeError(`${what} expects lists with two cities in common, got ${cities.length}`);
  const ranks = (list: RankList) => Float64Array.from(cities, (city) => list[city]!);
  return { cities, a: ranks(a), b: ranks(b) };
}
