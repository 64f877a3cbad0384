/**
 * Ranks among some of the cities, brought to the scale of all: the best is 1, the last of those ranked as far down as
 * the last of all, so that rankings of more and of fewer cities can be laid beside each other.
 *
 * Rank r of n becomes (r - 1) / (n - 1) x (all - 1) + 1, rounded. None but the first becomes 1.
 *
 * @param ranks best is 1; null for a city without one
 * @param all how many cities there are on the scale; not fewer than have a rank
 * @returns whole ranks from 1 to `all`; null for a city without one, and for all where fewer than two have one: a city
 *   alone is ahead of nobody
 */
export function stretchedRanks(ranks: readonly (number | null)[], all: number): (number | null)[] {
  const ranked = ranks.filter((rank) => rank !== null).length;
  if (ranked < 2) return ranks.map(() => null);
  const step = (all - 1) / (ranked - 1);
  return ranks.map((rank) => (rank === null ? null : Math.round((rank - 1) * step) + 1));
}
