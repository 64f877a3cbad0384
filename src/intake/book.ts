import { setImmediate as moment } from "node:timers/promises";
import { kinds } from "../knowledge";
import { type Row } from "../knowledge/kind";
import { type Change, type Compared } from "./compare";
import { type Copy, lineOf, type Recorder } from "./copy";
import { mentionedBy } from "./mentions";
import { type Arrival } from "./submission";

/** A submission that changes something, with the revision it makes. */
export interface Revised extends Compared {
  readonly revision: number;
}

/** Keeps the claims that came or changed, lets go of those that are retracted, and enters all in the book of changes. */
export async function enter(ask: Recorder, revised: readonly Revised[]): Promise<void> {
  let entered: Promise<unknown> = Promise.resolve();
  for (const batch of batchesOf(revised)) {
    if (batch) {
      await entered;
      entered = send(ask, batch);
      // It is told before the next is sent; a promise that is broken while nobody listens ends the process.
      entered.catch(() => undefined);
    } else {
      // What has been handed over leaves only when there is a moment to send it: Postgres would wait for it.
      await moment();
    }
  }
  await entered;
  const changes = revised.flatMap((one) => one.changes);
  const retracted = changes.filter(({ verdict }) => verdict === "retracted").map(({ id }) => id);
  if (retracted.length > 0) await ask("delete from claims where id = any($1::text[])", [retracted]);
}

/** So many are sent at a time: while Postgres enters them, the next are written down. */
const batchSize = 1000;

/** After so many Postgres is sent what it has room for. */
const breath = 100;

const claimsTable = `claims (id, kind, fact, source, "values", recorded_in, position, text, deprecated, note)`;
const changesTable =
  "changes (id, kind, fact, source_slug, after, recorded_in, revision, ordinal, verdict, before, about)";

/** Changes as they are sent: those of claims that come or go as lines to copy, those of claims that change as JSON. */
interface Batch {
  readonly copies: readonly Copy[];
  readonly renewed: string | undefined;
}

const send = (ask: Recorder, { copies, renewed }: Batch): Promise<unknown> =>
  ask.copy(copies).then(() => (renewed === undefined ? undefined : ask(renewSql, [renewed])));

/** What is to be entered, batch by batch; undefined in between. */
function* batchesOf(revised: readonly Revised[]): Generator<Batch | undefined> {
  let [claims, changes, size] = ["", "", 0];
  let renewed: Renewed[] = [];
  const batch = (): Batch => ({
    copies: [
      { into: claimsTable, lines: claims },
      { into: changesTable, lines: changes },
    ],
    renewed: renewed.length > 0 ? JSON.stringify(renewed) : undefined,
  });
  for (const one of revised) {
    for (const [ordinal, change] of inOrder(one.changes).entries()) {
      if (change.verdict === "changed") renewed.push(renewedBy(one, ordinal, change));
      else {
        const lines = linesOf(one, ordinal, change);
        claims += lines.claim;
        changes += lines.change;
      }
      if (++size % breath === 0) yield undefined;
      if (size < batchSize) continue;
      yield batch();
      [claims, changes, size] = ["", "", 0];
      renewed = [];
    }
  }
  yield batch();
}

/** What is spoken of comes before what speaks of it, and goes after it. */
function inOrder(changes: readonly Change[]): Change[] {
  const ranks = new Map<number, Change[]>();
  for (const change of changes) {
    const rank = change.verdict === "retracted" ? -1 - place.get(change.kind)! : place.get(change.kind)!;
    const alike = ranks.get(rank);
    if (alike) alike.push(change);
    else ranks.set(rank, [change]);
  }
  return [...ranks].sort(([a], [b]) => a - b).flatMap(([, alike]) => alike.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

const place = new Map(kinds.map(({ name }, i) => [name, i]));

/** A claim that comes or goes as it stands in the book, and the claim that is new with it. */
function linesOf({ source, revision }: Revised, ordinal: number, change: Change) {
  const { id, kind, fact, verdict, before, arrival } = change;
  const says = arrival ? JSON.stringify(arrival.row) : null;
  const shared = lineOf([kind, fact, source, says, revision]);
  const then = before ? JSON.stringify(before) : null;
  const rest = [revision, ordinal, verdict.toUpperCase(), then, aboutOf(change)];
  const entered = `${lineOf([`${revision}/${id}`])}\t${shared}\t${lineOf(rest)}\n`;
  if (verdict !== "added") return { change: entered, claim: "" };
  const { text, deprecated, note } = claimOf(arrival!);
  return { change: entered, claim: `${lineOf([id])}\t${shared}\t${lineOf([1, text, deprecated, note])}\n` };
}

/** What a change speaks of; what its fact no longer speaks of is of interest there for the last time. */
function aboutOf({ kind, fact, before, arrival }: Change): string[] {
  const now = arrival ? mentionedBy(arrival) : [];
  const then = before ? mentionedBy(recalled(kind, fact, before)) : [];
  return [...new Set([fact, ...now, ...then])];
}

/** A claim that changes. */
interface Renewed extends ReturnType<typeof claimOf> {
  readonly id: string;
  readonly revision: number;
  readonly ordinal: number;
  readonly after: Row;
  readonly about: readonly string[];
}

function renewedBy({ revision }: Revised, ordinal: number, change: Change): Renewed {
  const { id, arrival } = change;
  return { id, revision, ordinal, after: arrival!.row, about: aboutOf(change), ...claimOf(arrival!) };
}

/** Enters claims that change in the book, with what they said before, and brings them up to date. */
const renewSql = `
  with renewed as materialized (
    select * from jsonb_to_recordset($1::jsonb)
      as r(id text, revision int, ordinal int, after jsonb, about text[], text text, deprecated text, note text)
  ), entered as (
    insert into ${changesTable}
    select r.revision || '/' || c.id, c.kind, c.fact, c.source, r.after, r.revision, r.revision::text, r.ordinal, 'CHANGED',
      c."values", r.about
    from renewed r join claims c using (id)
  )
  update claims c set text = r.text, "values" = r.after, deprecated = r.deprecated, note = r.note, recorded_in = r.revision
  from renewed r where c.id = r.id`;

function claimOf({ kind, row }: Arrival) {
  const { deprecated, note } = kind.claims ? (row as Row & { deprecated?: string; note?: string }) : {};
  return { text: kind.claims?.says(row) ?? "", deprecated, note };
}

/** What a source said before, as if it arrived. */
function recalled(name: string, fact: string, before: unknown): Arrival {
  return { kind: kinds.find((kind) => kind.name === name)!, path: "", fact, row: before as Row };
}
