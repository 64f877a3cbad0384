import { Stored } from "../../../graph/reckoned";
import { ranks } from "../../../scoring";
import { type Place } from "../lists/place";

type Places = ReadonlyMap<string, Place>;

/** A city on two lists, as the graph tells it. */
export interface OnBoth {
  readonly city: Stored;
  readonly earlier: Stored;
  readonly later: Stored;
  readonly change: number;
  readonly printedChange: number;
}

/** The cities on both lists, those that the lists place furthest apart first. */
export function onBoth(earlier: Places, later: Places): OnBoth[] {
  const common = [...earlier.keys()].filter((city) => later.has(city)).sort();
  const among = (places: Places) =>
    ranks(
      common.map((city) => places.get(city)!.rank),
      { best: "least" },
    ) as number[];
  const [before, after] = [among(earlier), among(later)];
  return common
    .map((city, i) => {
      const [from, to] = [earlier.get(city)!, later.get(city)!];
      return {
        city: new Stored(city),
        earlier: new Stored(from.id),
        later: new Stored(to.id),
        change: before[i]! - after[i]!,
        printedChange: from.rank - to.rank,
      };
    })
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || Math.abs(b.printedChange) - Math.abs(a.printedChange));
}

/** The places of cities that only one list has, best rank first. */
export function onlyOn(list: Places, other: Places): Stored[] {
  const only = [...list.values()].filter(({ city }) => !other.has(city));
  return only.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)).map(({ id }) => new Stored(id));
}
