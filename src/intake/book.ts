import { setImmediate as moment } from "node:timers/promises";
import { kinds } from "../knowledge";
import { type Row } from "../knowledge/kind";
import { type Change, type Compared } from "./compare";
import { type Copy, lineOf, type Recorder } from "./copy";
import { type Ask, mentionedBy } from "./mentions";
import { type Arrival } from "./submission";

/** A submission that changes something, with the revision it makes. */
export interface Revised extends Compared {
  readonly revision: number;
}

/** Keeps the claims that came or changed, lets go of those that are retracted, and enters all in the book of changes. */
export async function enter(ask: Recorder, revised: readonly Revised[]): Promise<void> {
  let entered = Promise.resolve();
  for (const copies of copiesOf(revised)) {
    if (copies) {
      await entered;
      entered = ask.copy(copies);
      // It is told before the next are sent; a promise that is broken while nobody listens ends the process.
      entered.catch(() => undefined);
    } else {
      // What has been handed over leaves only when there is a moment to send it: Postgres would wait for it.
      await moment();
    }
  }
  await entered;
  await renew(ask, revised);
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

/** What is to be copied, batch by batch; undefined in between. */
function* copiesOf(revised: readonly Revised[]): Generator<Copy[] | undefined> {
  let [claims, changes, size] = ["", "", 0];
  const copies = () => [
    { into: claimsTable, lines: claims },
    { into: changesTable, lines: changes },
  ];
  for (const one of revised) {
    for (const [ordinal, change] of inOrder(one.changes).entries()) {
      const lines = linesOf(one, ordinal, change);
      claims += lines.claim;
      changes += lines.change;
      if (++size % breath === 0) yield undefined;
      if (size < batchSize) continue;
      yield copies();
      [claims, changes, size] = ["", "", 0];
    }
  }
  yield copies();
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

/** A change as it stands in the book, and the claim that is new with it. */
function linesOf({ source, revision }: Revised, ordinal: number, change: Change) {
  const { id, kind, fact, verdict, before, arrival } = change;
  const then = before ? recalled(kind, fact, before) : undefined;
  // What a fact no longer speaks of is of interest there for the last time.
  const about = new Set([fact, ...(arrival ? mentionedBy(arrival) : []), ...(then ? mentionedBy(then) : [])]);
  const says = arrival ? JSON.stringify(arrival.row) : null;
  const shared = lineOf([kind, fact, source, says, revision]);
  const rest = [revision, ordinal, verdict.toUpperCase(), before ? JSON.stringify(before) : null, [...about]];
  const entered = `${lineOf([`${revision}/${id}`])}\t${shared}\t${lineOf(rest)}\n`;
  if (verdict !== "added") return { change: entered, claim: "" };
  const { text, deprecated, note } = claimOf(arrival!);
  return { change: entered, claim: `${lineOf([id])}\t${shared}\t${lineOf([1, text, deprecated, note])}\n` };
}

/** Brings the claims that changed up to date. */
async function renew(ask: Ask, revised: readonly Revised[]): Promise<void> {
  const renewed = revised.flatMap(({ revision, changes }) =>
    changes.flatMap(({ id, verdict, arrival }) =>
      verdict === "changed" ? [{ id, revision, after: arrival!.row, ...claimOf(arrival!) }] : [],
    ),
  );
  if (renewed.length > 0) await ask(renewSql, [JSON.stringify(renewed)]);
}

const renewSql = `
  update claims c set text = renewed.text, "values" = renewed.after, deprecated = renewed.deprecated,
    note = renewed.note, recorded_in = renewed.revision
  from jsonb_to_recordset($1::jsonb) as renewed(id text, revision int, after jsonb, text text, deprecated text, note text)
  where c.id = renewed.id`;

function claimOf({ kind, row }: Arrival) {
  const { deprecated, note } = kind.claims ? (row as Row & { deprecated?: string; note?: string }) : {};
  return { text: kind.claims?.says(row) ?? "", deprecated, note };
}

/** What a source said before, as if it arrived. */
function recalled(name: string, fact: string, before: unknown): Arrival {
  return { kind: kinds.find((kind) => kind.name === name)!, path: "", fact, row: before as Row };
}
