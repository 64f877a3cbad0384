/**
 * A ranking as numbers: entry j is city j's rank, 1 is best, null where the city is not on the list. Only the order
 * counts: equal ranks are ties, however many follow, and a gap (1, 2, 5) means that places are not known or not
 * printed, not that the next city is worse by more.
 */
export type RankList = readonly (number | null)[];

/**
 * The cities of a list in order, best first; cities that tie share a group.
 *
 * @throws TypeError if an entry is neither number nor null
 * @throws RangeError if a rank is not finite and above 0
 */
export function groupsOf(list: RankList): number[][] {
  const listed: number[] = [];
  list.forEach((rank: unknown, city) => {
    if (rank === null) return;
    if (typeof rank !== "number")
      throw new TypeError(`a list expects ranks or null, got ${typeof rank} for city ${city}`);
    if (!(rank > 0 && rank < Infinity))
      throw new RangeError(`a list expects ranks above 0, got ${rank} for city ${city}`);
    listed.push(city);
  });
  listed.sort((x, y) => list[x]! - list[y]!);
  const groups: number[][] = [];
  listed.forEach((city, k) => {
    if (k > 0 && list[city] === list[listed[k - 1]!]) groups[groups.length - 1]!.push(city);
    else groups.push([city]);
  });
  return groups;
}

/**
 * What is unusual about a list as printed: ranks given more than once, and ranks between 1 and the last that no city
 * has and that ties do not account for (1, 2, 2, 4 has no gap).
 */
export function irregularities(list: RankList): { ties: number[]; gaps: number[] } {
  const groups = groupsOf(list);
  const ties = groups.filter((group) => group.length > 1).map((group) => list[group[0]!]!);
  const gaps: number[] = [];
  let next = 1;
  for (const group of groups) {
    const rank = list[group[0]!]!;
    for (; next < rank; next++) gaps.push(next);
    next = Math.max(next, Math.floor(rank) + group.length);
  }
  return { ties, gaps };
}
