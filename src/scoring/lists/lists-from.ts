import type { RankList } from "./rank-list";

/** Lists over one universe of cities: entry j of every list is about `cities[j]`. */
export interface Lists {
  cities: string[];
  lists: RankList[];
}

/**
 * Lists of names brought to one universe: every city that is on any of them, in the order of first mention.
 *
 * @param orders lists of names, best first; a group of names in place of a name ties
 * @throws RangeError if a name comes twice in a list
 */
export function listsFrom(orders: readonly (readonly (string | readonly string[])[])[]): Lists {
  const places = new Map<string, number>();
  const ranked = orders.map((order, l) => {
    const ranks = new Map<string, number>();
    for (const group of order) {
      const rank = ranks.size + 1;
      for (const name of typeof group === "string" ? [group] : group) {
        if (ranks.has(name)) throw new RangeError(`list ${l} expects each name once, got \`${name}\` twice`);
        ranks.set(name, rank);
        if (!places.has(name)) places.set(name, places.size);
      }
    }
    return ranks;
  });
  const cities = [...places.keys()];
  return { cities, lists: ranked.map((ranks) => cities.map((name) => ranks.get(name) ?? null)) };
}
