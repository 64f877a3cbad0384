import { requireSameLength } from "../checks";
import { groupsOf, type RankList } from "./rank-list";

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
  const onB = new Set(groupsOf(b).flat());
  const cities = groupsOf(a)
    .flat()
    .filter((city) => onB.has(city))
    .sort((x, y) => x - y);
  if (cities.length < 2) throw new RangeError(`${what} expects lists with two cities in common, got ${cities.length}`);
  const ranks = (list: RankList) => Float64Array.from(cities, (city) => list[city]!);
  return { cities, a: ranks(a), b: ranks(b) };
}
