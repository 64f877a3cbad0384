import type { RankDraws } from "./rank-draws";

/**
 * The probability that one city ranks above another: the share of draws in which it does, a tie counting half.
 *
 * @param a a city
 * @param b another
 * @returns from 0 to 1, so that the two ways round add up to 1; null if they never both have a rank
 * @throws RangeError if there is no such city
 */
export function probabilityAbove({ cities, draws, ranks }: RankDraws, a: number, b: number): number | null {
  for (const city of [a, b]) {
    if (!(Number.isInteger(city) && city >= 0 && city < cities)) {
      throw new RangeError(`expected a city from 0 to ${cities - 1}, got ${city}`);
    }
  }
  let [above, both] = [0, 0];
  for (let d = 0; d < draws; d++) {
    const [x, y] = [ranks[d * cities + a]!, ranks[d * cities + b]!];
    if (x === 0 || y === 0) continue;
    both++;
    above += x < y ? 1 : x === y ? 0.5 : 0;
  }
  return both === 0 ? null : above / both;
}
