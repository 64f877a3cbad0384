/** Many rankings of the same cities, one a draw, from which all that is said about how sure a rank is follows. */
export interface RankDraws {
  cities: number;
  draws: number;
  /** City c's rank in draw d is `ranks[d * cities + c]`: 1 is best, ties share the better rank, 0 means no rank. */
  ranks: Uint32Array;
}

/**
 * How often a city had each rank.
 *
 * @returns counts by rank, from 0 (no rank) to the number of cities
 * @throws RangeError if there is no such city
 */
export function rankCounts({ cities, draws, ranks }: RankDraws, city: number): Uint32Array {
  if (!(Number.isInteger(city) && city >= 0 && city < cities)) {
    throw new RangeError(`expected a city from 0 to ${cities - 1}, got ${city}`);
  }
  const counts = new Uint32Array(cities + 1);
  for (let d = 0, at = city; d < draws; d++, at += cities) counts[ranks[at]!]!++;
  return counts;
}

/**
 * The probability of each rank: `[0]` is that of rank 1. Only draws in which the city has a rank are counted.
 *
 * @returns as many shares as there are cities, which add up to 1; null if the city never has a rank
 */
export function rankProbabilities(rankDraws: RankDraws, city: number): number[] | null {
  const counts = rankCounts(rankDraws, city);
  const ranked = rankDraws.draws - counts[0]!;
  return ranked === 0 ? null : Array.from(counts.subarray(1), (count) => count / ranked);
}
