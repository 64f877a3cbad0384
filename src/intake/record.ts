import { kinds } from "../knowledge";
import { type Kind, type Row } from "../knowledge/kind";
import { type Fault } from "./fault";
import { type Ask, mentionsOf } from "./mentions";
import { rankSql, type Settlement, settlementOf } from "./settle";
import { definedElsewhere } from "./sole";
import { type Arrival, type ReadSubmission } from "./submission";

/** What a submission changes: global ids of the rows, by what happens to them. */
export interface Diff {
  readonly source: string;
  /** The revision it made; null when it changes nothing. */
  readonly revision: number | null;
  readonly added: readonly string[];
  readonly changed: readonly { readonly id: string; readonly before: unknown; readonly after: unknown }[];
  readonly retracted: readonly string[];
  readonly unchanged: number;
  /** What is wrong with it in the light of the graph; whoever records undoes it all when there is anything. */
  readonly faults: readonly Fault[];
}

/** REPLACE retracts what the source no longer says; MERGE keeps it. */
export type Mode = "REPLACE" | "MERGE";

/**
 * Records what a submission says; the caller holds the lock and the transaction. Said again, it changes nothing and makes
 * no revision.
 *
 * @param progress is told each step of a long recording
 */
export async function record(
  ask: Ask,
  { source, arrivals }: ReadSubmission,
  mode: Mode,
  progress: (step: string) => void = () => {},
): Promise<Diff> {
  const incoming = JSON.stringify(arrivals.map((arrival) => claimOf(arrival, source)));
  const rows = (await ask(mode === "REPLACE" ? diffSql : `${diffSql} where i.id is not null`, [
    incoming,
    source,
  ])) as unknown as Change[];
  const changes = rows.filter(({ verdict }) => verdict !== "unchanged");
  const unchanged = arrivals.length - changes.filter(({ verdict }) => verdict !== "retracted").length;
  const of = (verdict: Change["verdict"]) => changes.filter((change) => change.verdict === verdict);
  const [added, changed, retracted] = [of("added"), of("changed"), of("retracted")];
  const diff = {
    source,
    added: added.map(({ fact }) => fact),
    changed: changed.map(({ fact, before, after }) => ({ id: fact, before, after })),
    retracted: retracted.map(({ fact }) => fact),
    unchanged,
    faults: [],
  };
  if (changes.length === 0) return { ...diff, revision: null };
  progress("compared with what the source said before");
  const [{ revision }] = (await ask(revisionSql, [source, added.length, changed.length, retracted.length])) as [
    { revision: number },
  ];
  // Whoever listens hears of it when it is committed.
  await ask("select set_config('citegraph.revision', $1, true), pg_notify('citegraph_revised', $1)", [
    String(revision),
  ]);
  const faults = await definedElsewhere(ask, source, arrivals);
  await ask(writeSql, [incoming, [...added, ...changed].map(({ id }) => id), revision]);
  if (retracted.length > 0) await ask("delete from claims where id = any($1::text[])", [retracted.map(({ id }) => id)]);
  await ask(bookSql, [JSON.stringify(bookEntries(changes, arrivals)), revision, source]);
  progress("kept what it says");
  await settle(ask, changes, source, revision, progress);
  return { ...diff, revision, faults: [...faults, ...(await audit(ask, arrivals, [...added, ...changed]))] };
}

/** The faults of claims that only show beside what the graph knows, such as a value out of its indicator's range. */
async function audit(ask: Ask, arrivals: readonly Arrival[], changes: readonly Change[]): Promise<Fault[]> {
  const paths = new Map(arrivals.map(({ fact, path }) => [fact, path]));
  const faults: Fault[] = [];
  for (const kind of kinds) {
    const ids = changes.filter((change) => change.kind === kind.name).map(({ id }) => id);
    if (!kind.audit || ids.length === 0) continue;
    const rows = (await ask(kind.audit, [ids])) as { id: string; field: string; message: string }[];
    const facts = new Map(changes.map(({ id, fact }) => [id, fact]));
    faults.push(...rows.map(({ id, field, message }) => ({ path: `${paths.get(facts.get(id)!)}.${field}`, message })));
  }
  return faults;
}

interface Change {
  readonly verdict: "added" | "changed" | "retracted" | "unchanged";
  readonly id: string;
  readonly kind: string;
  readonly fact: string;
  readonly before: unknown;
  readonly after: unknown;
}

function claimOf({ kind, fact, row }: Arrival, source: string) {
  const { deprecated, note } = kind.claims ? row : {};
  return {
    id: `${fact}@${source}`,
    kind: kind.name,
    fact,
    text: kind.claims?.says(row) ?? "",
    values: row,
    deprecated,
    note,
  };
}

const incomingSql = `
  select * from jsonb_to_recordset($1::jsonb)
    as i(id text, kind text, fact text, text text, "values" jsonb, deprecated text, note text)`;

const diffSql = `
  select coalesce(i.id, c.id) as id, coalesce(i.kind, c.kind) as kind, coalesce(i.fact, c.fact) as fact,
    c.values as before, i.values as after,
    case when c.id is null then 'added' when i.id is null then 'retracted'
      when c.values = i.values then 'unchanged' else 'changed' end as verdict
  from (${incomingSql}) i full join (select * from claims where source = $2) c on c.id = i.id`;

const revisionSql = `
  insert into revisions (number, source, added, changed, retracted)
  select coalesce(max(number), 0) + 1, $1, $2, $3, $4 from revisions returning number as revision`;

const writeSql = `
  insert into claims (id, kind, fact, source, text, "values", deprecated, note, position, recorded_in)
  select id, kind, fact, substr(id, length(fact) + 2), text, "values", deprecated, note, 1, $3::int
  from (${incomingSql}) i where id in (select unnest($2::text[]))
  on conflict (id) do update set text = excluded.text, "values" = excluded.values, deprecated = excluded.deprecated,
    note = excluded.note, recorded_in = excluded.recorded_in`;

const bookSql = `
  insert into changes (id, revision, recorded_in, ordinal, kind, fact, source_slug, verdict, before, after, about)
  select $2::int || '/' || i.id, $2::int::text, $2::int, i.ordinal, i.kind, i.fact, $3, i.verdict, i.before, i.after, i.about
  from jsonb_to_recordset($1::jsonb)
    as i(id text, ordinal int, kind text, fact text, verdict text, before jsonb, after jsonb, about text[])`;

/** What the book of changes says of each: what is spoken of comes before what speaks of it, and goes after it. */
function bookEntries(changes: readonly Change[], arrivals: readonly Arrival[]) {
  const arrived = new Map(arrivals.map((arrival) => [arrival.fact, arrival]));
  const place = new Map(kinds.map(({ name }, i) => [name, i]));
  const rank = ({ kind, verdict }: Change) => (verdict === "retracted" ? -1 - place.get(kind)! : place.get(kind)!);
  const ordered = [...changes].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  return ordered.map(({ id, kind, fact, verdict, before, after }, ordinal) => {
    const arrival = arrived.get(fact) ?? retractedArrival(kind, fact, before);
    const about = [...new Set([fact, ...mentionsOf(arrival).map((mention) => mention.id)])];
    return { id, ordinal, kind, fact, verdict: verdict.toUpperCase(), before, after, about };
  });
}

function retractedArrival(name: string, fact: string, before: unknown): Arrival {
  return { kind: kinds.find((kind) => kind.name === name)!, path: "", fact, row: before as Row };
}

const settlements = new Map<string, Settlement>();

function settlementFor(kind: Kind): Settlement {
  const known = settlements.get(kind.name) ?? settlementOf(kind);
  settlements.set(kind.name, known);
  return known;
}

/** Brings the rows that claims lead to up to date, kind by kind. A source that changes weighs anew in all it says. */
async function settle(
  ask: Ask,
  changes: readonly Change[],
  source: string,
  revision: number,
  progress: (step: string) => void,
): Promise<void> {
  // What is new has no rows that could go, and a new source no earlier claims.
  const old = changes.filter(({ verdict }) => verdict !== "added");
  const reweighed = old.some(({ kind }) => kind === "sources")
    ? ((await ask("select kind, fact from claims where source = $1", [source])) as Pick<Change, "kind" | "fact">[])
    : [];
  const ranked = new Set(kinds.filter(({ claims }) => claims).map(({ name }) => name));
  const unsettled = [...changes, ...reweighed.filter(({ kind }) => ranked.has(kind))];
  let isRanked = false;
  for (const kind of kinds) {
    const ids = factsOf(unsettled.filter((row) => row.kind === kind.name));
    if (ids.length === 0) continue;
    if (kind.claims && !isRanked) {
      await ask(rankSql, [factsOf(unsettled.filter((row) => ranked.has(row.kind)))]);
      isRanked = true;
    }
    const { remove, write, name } = settlementFor(kind);
    const going = factsOf(old.filter((row) => row.kind === kind.name));
    if (going.length > 0) await ask(remove, [going]);
    await ask(write, [ids, revision]);
    progress(`weighed ${ids.length.toLocaleString("en")} ${kind.name}`);
    for (const sql of name) await ask(sql, sql.includes("$2") ? [ids, revision] : [ids]);
  }
}

const factsOf = (rows: readonly Pick<Change, "fact">[]) => [...new Set(rows.map(({ fact }) => fact))];
