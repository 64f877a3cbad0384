import { type Fault } from "./fault";
import { type Ask } from "./mentions";
import { rememberAs } from "./settle";
import { type ReadSubmission } from "./submission";

/** The source of the gazetteer, whose cities give way to those of the catalogue. */
export const gazetteerSource = "geonames-gazetteer";

/**
 * A thing is defined once: the faults of things that another source defines already, by the source that defines them again.
 * What the gazetteer defined gives way.
 */
export async function definedElsewhere(
  ask: Ask,
  submissions: readonly (ReadSubmission & { readonly revision: number })[],
): Promise<Map<string, Fault[]>> {
  const things = new Map(
    submissions.flatMap(({ source, revision, arrivals }) =>
      arrivals.filter(({ kind }) => !kind.claims).map(({ fact, path }) => [fact, { source, revision, path }] as const),
    ),
  );
  const rows = (await ask(elsewhereSql, [
    [...things.keys()],
    [...things.values()].map(({ source }) => source),
  ])) as Record<"id" | "fact" | "source", string>[];
  const faults = new Map<string, Fault[]>();
  for (const { id, fact, source } of rows) {
    const thing = things.get(fact)!;
    if (source === gazetteerSource) {
      await rememberAs(ask, thing.revision);
      await ask("delete from claims where id = $1", [id]);
      continue;
    }
    const message = `${fact} is defined by the source \`${source}\` already; a thing is defined once`;
    const fault: Fault = { path: thing.path, code: "DEFINED_ELSEWHERE", message };
    faults.set(thing.source, [...(faults.get(thing.source) ?? []), fault]);
  }
  return faults;
}

const elsewhereSql = `
  select c.id, c.fact, c.source from unnest($1::text[], $2::text[]) as thing(fact, source)
  join claims c on c.fact = thing.fact and c.source <> thing.source`;
