import { type Fault } from "./fault";
import { type Ask } from "./mentions";
import { rememberAs } from "./settle";
import { type ReadSubmission } from "./submission";

/** The source of the gazetteer, whose cities give way to those of the catalogue. */
export const gazetteerSource = "geonames-gazetteer";

/** A claim that stands, of a fact that another source says too. */
export interface Claimed {
  readonly id: string;
  readonly fact: string;
  readonly source: string;
  /** The other source. */
  readonly saidBy: string;
}

type Revised = ReadSubmission & { readonly revision: number };

/** What other sources say of the facts of submissions: the claims that stand before they are recorded. */
export async function claimedByOthers(ask: Ask, submissions: readonly Revised[]): Promise<Claimed[]> {
  const facts: string[] = [];
  const sources: string[] = [];
  for (const { source, arrivals } of submissions) {
    for (const { fact } of arrivals) {
      facts.push(fact);
      sources.push(source);
    }
  }
  return (await ask(othersSql, [facts, sources])) as unknown as Claimed[];
}

const othersSql = `
  select c.id, c.fact, c.source, said.source as "saidBy" from unnest($1::text[], $2::text[]) as said(fact, source)
  join claims c on c.fact = said.fact and c.source <> said.source`;

/**
 * A thing is defined once: the faults of things that another source defines already, by the source that defines them again.
 * What the gazetteer defined gives way.
 */
export async function definedElsewhere(
  ask: Ask,
  submissions: readonly Revised[],
  others: readonly Claimed[],
): Promise<Map<string, Fault[]>> {
  if (others.length === 0) return new Map();
  const things = new Map(
    submissions.flatMap(({ source, revision, arrivals }) =>
      arrivals.filter(({ kind }) => !kind.claims).map(({ fact, path }) => [fact, { source, revision, path }] as const),
    ),
  );
  const faults = new Map<string, Fault[]>();
  for (const { id, fact, source, saidBy } of others) {
    const thing = things.get(fact);
    if (thing?.source !== saidBy) continue;
    if (source === gazetteerSource) {
      await rememberAs(ask, thing.revision);
      await ask(yieldSql, [id, thing.revision]);
      continue;
    }
    const message = `${fact} is defined by the source \`${source}\` already; a thing is defined once`;
    const fault: Fault = { path: thing.path, code: "DEFINED_ELSEWHERE", message };
    faults.set(thing.source, [...(faults.get(thing.source) ?? []), fault]);
  }
  return faults;
}

// What gives way is retracted like anything else: it stands in the book of changes, and the revision counts it.
const yieldSql = `
  with gone as (delete from claims where id = $1 returning id, kind, fact, source, "values"),
    counted as (update revisions set retracted = retracted + 1 where number = $2::int)
  insert into changes (id, revision, recorded_in, ordinal, kind, fact, source_slug, verdict, before, about)
  select $2::int || '/' || id, $2::int::text, $2::int,
    (select coalesce(min(c.ordinal), 0) - 1 from changes c where c.recorded_in = $2::int),
    kind, fact, source, 'RETRACTED', "values", array[fact, 'Country:' || ("values"->>'country')]
  from gone`;
