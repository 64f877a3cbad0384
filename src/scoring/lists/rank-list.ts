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
  const listed = requireRanks(list);
  const order = inOrder(list, listed);
  const groups: number[][] = [];
  let rank: number | null = null;
  for (const city of order) {
    if (list[city] === rank) groups[groups.length - 1]!.push(city);
    else groups.push([city]);
    rank = list[city]!;
  }
  return groups;
}

/**
 * Refuses what is no list of ranks.
 *
 * @returns how many cities are listed
 * @throws TypeError if an entry is neither number nor null
 * @throws RangeError if a rank is not finite and above 0
 */
export function requireRanks(list: RankList): number {
  let listed = 0;
  for (let city = 0; city < list.length; city++) {
    const rank: unknown = list[city];
    if (rank === null) continue;
    if (typeof rank !== "number")
      throw new TypeError(`a list expects ranks or null, got ${typeof rank} for city ${city}`);
    if (!(rank > 0 && rank < Infinity))
      throw new RangeError(`a list expects ranks above 0, got ${rank} for city ${city}`);
    listed++;
  }
  return listed;
}

/** The listed cities by rank. Ranks are small whole numbers as a rule, and then they are counted out instead of compared. */
function inOrder(list: RankList, listed: number): ArrayLike<number> & Iterable<number> {
  const widest = 4 * list.length + 1_000;
  let greatest = 0;
  for (let city = 0; city < list.length; city++) {
    const rank = list[city];
    if (rank === null) continue;
    if (!Number.isInteger(rank) || rank! > widest) return compared(list);
    if (rank! > greatest) greatest = rank!;
  }
  const starts = new Uint32Array(greatest + 2);
  for (let city = 0; city < list.length; city++) if (list[city] !== null) starts[list[city]! + 1]!++;
  for (let rank = 1; rank < starts.length; rank++) starts[rank]! += starts[rank - 1]!;
  const order = new Uint32Array(listed);
  for (let city = 0; city < list.length; city++) if (list[city] !== null) order[starts[list[city]!]!++] = city;
  return order;
}

function compared(list: RankList): number[] {
  const cities = Array.from(list.keys()).filter((city) => list[city] !== null);
  return cities.sort((x, y) => list[x]! - list[y]!);
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
