import { kinds } from "../knowledge";
import { type Row } from "../knowledge/kind";
import { type Change, type Compared } from "./compare";
import { type Ask, mentionsOf } from "./mentions";
import { type Arrival } from "./submission";

/** A submission that changes something, with the revision it makes. */
export interface Revised extends Compared {
  readonly revision: number;
}

/** Keeps the claims that came or changed, lets go of those that are retracted, and enters all in the book of changes. */
export async function enter(ask: Ask, revised: readonly Revised[]): Promise<void> {
  let entered: Promise<unknown> = Promise.resolve();
  for (const batch of batchesOf(revised)) {
    const json = JSON.stringify(batch);
    await entered;
    entered = ask(enterSql, [json]);
  }
  await entered;
  const changes = revised.flatMap((one) => one.changes);
  const retracted = changes.filter(({ verdict }) => verdict === "retracted").map(({ id }) => id);
  if (retracted.length > 0) await ask("delete from claims where id = any($1::text[])", [retracted]);
}

/** So many are sent at a time: while Postgres enters them, the next are written down. */
const batchSize = 1000;

function* batchesOf(revised: readonly Revised[]) {
  let batch = [];
  for (const one of revised) {
    for (const entry of entriesOf(one)) {
      if (batch.push(entry) < batchSize) continue;
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

const enterSql = `
  with entry as materialized (
    select * from jsonb_to_recordset($1::jsonb) as entry(id text, revision int, ordinal int, source text, kind text,
      fact text, verdict text, before jsonb, after jsonb, text text, deprecated text, note text, about text[])
  ), kept as (
    insert into claims (id, kind, fact, source, text, "values", deprecated, note, position, recorded_in)
    select id, kind, fact, source, text, after, deprecated, note, 1, revision from entry where verdict <> 'RETRACTED'
    on conflict (id) do update set text = excluded.text, "values" = excluded.values, deprecated = excluded.deprecated,
      note = excluded.note, recorded_in = excluded.recorded_in
  )
  insert into changes (id, revision, recorded_in, ordinal, kind, fact, source_slug, verdict, before, after, about)
  select revision || '/' || id, revision::text, revision, ordinal, kind, fact, source, verdict, before, after, about
  from entry`;

/** What the book of changes says of each: what is spoken of comes before what speaks of it, and goes after it. */
function* entriesOf({ source, revision, changes, arrivals }: Revised) {
  const arrived = new Map(arrivals.map((arrival) => [arrival.fact, arrival]));
  const rank = ({ kind, verdict }: Change) => (verdict === "retracted" ? -1 - place.get(kind)! : place.get(kind)!);
  const ordered = [...changes].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  for (const [ordinal, { id, kind, fact, verdict, before }] of ordered.entries()) {
    const then = before ? [recalled(kind, fact, before)] : [];
    const arrival = arrived.get(fact) ?? then[0]!;
    // What a fact no longer speaks of is of interest there for the last time.
    const about = [...new Set([fact, ...[arrival, ...then].flatMap(mentionsOf).map((mention) => mention.id)])];
    const entry = { id, revision, ordinal, source, kind, fact, verdict: verdict.toUpperCase(), before, about };
    yield verdict === "retracted" ? entry : { ...entry, ...claimOf(arrival) };
  }
}

const place = new Map(kinds.map(({ name }, i) => [name, i]));

function claimOf({ kind, row }: Arrival) {
  const { deprecated, note } = kind.claims ? row : {};
  return { after: row, text: kind.claims?.says(row) ?? "", deprecated, note };
}

/** What a source said before, as if it arrived. */
function recalled(name: string, fact: string, before: unknown): Arrival {
  return { kind: kinds.find((kind) => kind.name === name)!, path: "", fact, row: before as Row };
}
