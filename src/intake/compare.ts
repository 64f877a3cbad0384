import { type Ask } from "./mentions";
import { type Arrival, type ReadSubmission } from "./submission";

/** REPLACE retracts what the source no longer says; MERGE keeps it. */
export type Mode = "REPLACE" | "MERGE";

/** A claim that comes, becomes another or goes. */
export interface Change {
  readonly verdict: "added" | "changed" | "retracted";
  /** The claim's id: the fact's, and the source's behind it. */
  readonly id: string;
  /** The name of the kind. */
  readonly kind: string;
  /** The global id of what it is about. */
  readonly fact: string;
  /** What the source said before; null where it is new. */
  readonly before: unknown;
  /** What it says instead; null where it is new or says no more: a new row says what arrived. */
  readonly after: unknown;
}

/** A submission, and how it differs from what its source said before. */
export interface Compared extends ReadSubmission {
  readonly changes: readonly Change[];
}

/** Compares submissions, each of a source of its own, with what their sources said before. */
export async function compare(ask: Ask, submissions: readonly ReadSubmission[], mode: Mode): Promise<Compared[]> {
  const heard = await ask(heardSql, [submissions.map(({ source }) => source)]);
  const before = new Set(heard.map(({ source }) => source));
  const bySource = await differences(
    ask,
    submissions.filter(({ source }) => before.has(source)),
    mode,
  );
  return submissions.map((submission) => ({
    ...submission,
    changes: bySource.get(submission.source) ?? submission.arrivals.map((arrival) => added(submission, arrival)),
  }));
}

/** Those of some sources that have said anything yet. */
const heardSql = `
  select source from unnest($1::text[]) as asked(source) where exists (select from claims c where c.source = asked.source)`;

/** Of a source that has said nothing yet, all is new. */
function added({ source }: ReadSubmission, { fact, kind }: Arrival): Change {
  return { verdict: "added", id: claimId(fact, source), kind: kind.name, fact, before: null, after: null };
}

async function differences(
  ask: Ask,
  submissions: readonly ReadSubmission[],
  mode: Mode,
): Promise<Map<string, Change[]>> {
  const sources = submissions.map(({ source }) => source);
  const bySource = new Map<string, Change[]>(sources.map((source) => [source, []]));
  if (sources.length === 0) return bySource;
  const incoming = submissions.flatMap(({ source, arrivals }) =>
    arrivals.map(({ fact, kind, row }) => ({ id: claimId(fact, source), source, kind: kind.name, fact, values: row })),
  );
  const rows = (await ask(mode === "REPLACE" ? diffSql : `${diffSql} and i.id is not null`, [
    JSON.stringify(incoming),
    sources,
  ])) as unknown as (Change & { source: string })[];
  for (const { source, ...change } of rows) bySource.get(source)!.push(change);
  return bySource;
}

/** The id of what a source says of a fact. */
export const claimId = (fact: Arrival["fact"], source: string) => `${fact}@${source}`;

const diffSql = `
  select coalesce(i.source, c.source) as source, coalesce(i.id, c.id) as id, coalesce(i.kind, c.kind) as kind,
    coalesce(i.fact, c.fact) as fact, c.values as before, case when c.id is not null then i.values end as after,
    case when c.id is null then 'added' when i.id is null then 'retracted' else 'changed' end as verdict
  from jsonb_to_recordset($1::jsonb) as i(id text, source text, kind text, fact text, "values" jsonb)
  full join (select * from claims where source = any($2::text[])) c on c.id = i.id
  where c.values is distinct from i.values`;
