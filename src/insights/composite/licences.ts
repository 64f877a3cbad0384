import { Stored } from "../../graph/reckoned";
import { firstOf } from "../read/counts";
import { type Reckoned } from "./reckoned-index";

/** The licences of the observations that went into scores, each with its sources. */
export function licencesOf({ columns, index }: Reckoned): object[] {
  const found = new Map<string, { licence: string | null; licenceClass: string | null; sources: Set<string> }>();
  for (const column of columns.cells.values()) {
    column.forEach((cell, city) => {
      if (!cell || index.ranks[city] === null) return;
      for (const figure of [cell.figure, ...(cell.per ? [cell.per] : [])]) {
        const { id, licence, licenceClass } = figure.source;
        const word = JSON.stringify([licence, licenceClass]);
        const known = found.get(word) ?? { licence, licenceClass, sources: new Set() };
        found.set(word, known);
        known.sources.add(id);
      }
    });
  }
  return [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { sources, ...licence }]) => ({
      ...licence,
      sources: ({ first }: { first: number }) => firstOf([...sources].sort(), first, 500).map((id) => new Stored(id)),
    }));
}
