import { type Fault } from "./fault";
import { type Ask } from "./mentions";
import { type Arrival } from "./submission";

/** The source of the gazetteer, whose cities give way to those of the catalogue. */
export const gazetteerSource = "geonames-gazetteer";

/**
 * A thing is defined once: the faults of things that another source defines already. What the gazetteer defined gives way.
 */
export async function definedElsewhere(ask: Ask, source: string, arrivals: readonly Arrival[]): Promise<Fault[]> {
  const things = new Map(arrivals.filter(({ kind }) => !kind.claims).map(({ fact, path }) => [fact, path]));
  const rows = await ask("select id, fact, source from claims where fact = any($1::text[]) and source <> $2", [
    [...things.keys()],
    source,
  ]);
  const yielding = rows.filter((row) => row["source"] === gazetteerSource);
  if (yielding.length > 0) await ask("delete from claims where id = any($1::text[])", [yielding.map(({ id }) => id)]);
  return rows
    .filter((row) => row["source"] !== gazetteerSource)
    .map((row) => ({
      path: things.get(String(row["fact"]))!,
      message: `${row["fact"]} is defined by the source \`${row["source"]}\` already; a thing is defined once`,
    }));
}
