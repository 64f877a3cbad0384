import { type Row } from "../knowledge/kind";
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
  readonly before: Row | null;
  /** What it says instead; undefined where it says no more. */
  readonly arrival?: Arrival;
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
function added({ source }: Pick<ReadSubmission, "source">, arrival: Arrival): Change {
  const { fact, kind } = arrival;
  return { verdict: "added", id: claimId(fact, source), kind: kind.name, fact, before: null, arrival };
}

async function differences(
  ask: Ask,
  submissions: readonly ReadSubmission[],
  mode: Mode,
): Promise<Map<string, Change[]>> {
  const sources = submissions.map(({ source }) => source);
  const bySource = new Map<string, Change[]>(sources.map((source) => [source, []]));
  if (sources.length === 0) return bySource;
  const incoming = submissions.flatMap(({ source, arrivals }) => arrivals.map((arrival) => ({ source, arrival })));
  const asked = incoming.map(({ source, arrival: { fact, row } }, place) => ({
    place,
    id: claimId(fact, source),
    values: row,
  }));
  const rows = await ask(mode === "REPLACE" ? diffSql : `${diffSql} and i.place is not null`, [
    JSON.stringify(asked),
    sources,
  ]);
  for (const { place, source, ...gone } of rows as unknown as Different[]) {
    if (place === null) {
      bySource.get(source)!.push({ verdict: "retracted", ...gone });
      continue;
    }
    const { source: saying, arrival } = incoming[place]!;
    const change = added({ source: saying }, arrival);
    bySource.get(saying)!.push(gone.before === null ? change : { ...change, verdict: "changed", before: gone.before });
  }
  return bySource;
}

/** A claim that differs from what arrives. What arrives is known: it is told by its place, null where nothing does; only then the rest is there. */
interface Different extends Pick<Change, "id" | "kind" | "fact" | "before"> {
  readonly place: number | null;
  readonly source: string;
}

/** The id of what a source says of a fact. */
export const claimId = (fact: Arrival["fact"], source: string) => `${fact}@${source}`;

const ifGone = (columns: readonly string[]) =>
  columns.map((column) => `case when i.place is null then c.${column} end as ${column}`).join(", ");

const diffSql = `
  select i.place, c."values" as before, ${ifGone(["id", "kind", "fact", "source"])}
  from jsonb_to_recordset($1::jsonb) as i(place int, id text, "values" jsonb)
  full join (select * from claims where source = any($2::text[])) c on c.id = i.id
  where c."values" is distinct from i."values"`;
