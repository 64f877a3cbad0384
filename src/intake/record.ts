import { kinds } from "../knowledge";
import { audit } from "./audit";
import { enter, type Revised } from "./book";
import { type Change, type Compared, compare, type Mode } from "./compare";
import { type Recorder } from "./copy";
import { type Fault } from "./fault";
import { type Ask } from "./mentions";
import { type Manner, rememberAs, settle, type Unsettled } from "./settle";
import { ordering } from "./settlement";
import { type Claimed, claimedByOthers, definedElsewhere } from "./sole";
import { type ReadSubmission } from "./submission";

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

/**
 * Records what a submission says; the caller holds the lock and the transaction. Said again, it changes nothing and makes
 * no revision.
 *
 */
export async function record(
  ask: Recorder,
  submission: ReadSubmission,
  mode: Mode,
  manner: Manner = silently,
): Promise<Diff> {
  const [diff] = await recordAll(ask, [submission], mode, manner);
  return diff!;
}

/** Records submissions, each of a source of its own, in their order: each that changes anything makes a revision. */
export async function recordAll(
  ask: Recorder,
  submissions: readonly ReadSubmission[],
  mode: Mode,
  manner: Manner = silently,
): Promise<Diff[]> {
  const diffs: Diff[] = [];
  for (const together of runsOf(await compare(ask, submissions, mode)))
    diffs.push(...(await recordTogether(ask, together, manner)));
  return diffs;
}

const silently: Manner = { progress: () => {} };

/** Those that only add can be recorded together, since none of them changes what another has to be weighed against. */
function runsOf(compared: readonly Compared[]): Compared[][] {
  const onlyAdds = ({ changes }: Compared) => changes.every(({ verdict }) => verdict === "added");
  const runs: Compared[][] = [];
  for (const [i, one] of compared.entries()) {
    const before = compared[i - 1];
    if (before && onlyAdds(before) && onlyAdds(one)) runs.at(-1)!.push(one);
    else runs.push([one]);
  }
  return runs;
}

async function recordTogether(ask: Recorder, together: readonly Compared[], manner: Manner): Promise<Diff[]> {
  const revised = await revise(
    ask,
    together.filter(({ changes }) => changes.length > 0),
  );
  if (revised.length === 0) return together.map((compared) => diffOf(compared, null, []));
  manner.progress("compared with what the source said before");
  await rememberAs(ask, revised[0]!.revision);
  const others = await claimedByOthers(ask, revised);
  // Before anything gives way: a fact that was claimed until now is not fresh.
  const unsettled = await unsettledBy(ask, revised, others);
  const defined = await definedElsewhere(ask, revised, others);
  await enter(ask, revised);
  manner.progress("kept what it says");
  await settle(ask, unsettled, manner);
  const audited = await audit(ask, revised);
  const revisions = new Map(revised.map(({ source, revision }) => [source, revision]));
  return together.map((compared) => {
    const faults = [defined, audited].flatMap((found) => found.get(compared.source) ?? []);
    return diffOf(compared, revisions.get(compared.source) ?? null, faults);
  });
}

function diffOf({ source, arrivals, changes }: Compared, revision: number | null, faults: readonly Fault[]): Diff {
  const of = (verdict: Change["verdict"]) => changes.filter((change) => change.verdict === verdict);
  const retracted = of("retracted").map(({ fact }) => fact);
  return {
    source,
    revision,
    added: of("added").map(({ fact }) => fact),
    changed: of("changed").map(({ fact, before, arrival }) => ({ id: fact, before, after: arrival!.row })),
    retracted,
    unchanged: arrivals.length - (changes.length - retracted.length),
    faults,
  };
}

/** Gives each submission a revision; whoever listens hears of it when it is committed. */
async function revise(ask: Ask, changing: readonly Compared[]): Promise<Revised[]> {
  if (changing.length === 0) return [];
  const counts = changing.map(({ changes }) =>
    ["added", "changed", "retracted"].map((verdict) => changes.filter((change) => change.verdict === verdict).length),
  );
  const rows = await ask(reviseSql, [
    changing.map(({ source }) => source),
    ...[0, 1, 2].map((i) => counts.map((count) => count[i])),
    ...(["partner", "message", "file"] as const).map((told) => changing.map(({ by }) => by?.[told] ?? null)),
  ]);
  const numbers = new Map(rows.map(({ source, number }) => [source, number as number]));
  return changing.map((compared) => ({ ...compared, revision: numbers.get(compared.source)! }));
}

const reviseSql = `
  with revised as (
    insert into revisions (number, source, added, changed, retracted, partner, message, file)
    select latest.number + r.i, r.source, r.added, r.changed, r.retracted, r.partner, r.message, r.file
    from (select coalesce(max(number), 0) as number from revisions) latest,
      unnest($1::text[], $2::int[], $3::int[], $4::int[], $5::text[], $6::text[], $7::text[])
        with ordinality r(source, added, changed, retracted, partner, message, file, i)
    returning number, source
  )
  select number, source, pg_notify('citegraph_revised', number::text) from revised order by number`;

/** The facts that changes bear on, in the order of revisions. A source that changes weighs anew in all it says. */
async function unsettledBy(ask: Ask, revised: readonly Revised[], others: readonly Claimed[]): Promise<Unsettled[]> {
  const claimed = new Set(others.map(({ fact }) => fact));
  const unsettled: Unsettled[] = [];
  for (const { source, revision, changes } of revised) {
    for (const { kind, fact, verdict, before, arrival } of changes) {
      const isAlone = arrival !== undefined && !claimed.has(fact);
      const isFresh = isAlone && verdict === "added";
      const mayGo = before !== null && (!arrival || arrival.row["deprecated"] !== undefined);
      const isReordered =
        !isFresh && !(before && arrival && ordering.every((field) => before[field] === arrival.row[field]));
      unsettled.push({ kind, fact, revision, isFresh, isAlone, mayGo, isReordered });
      claimed.add(fact);
    }
    if (!changes.some(({ kind, verdict }) => kind === "sources" && verdict !== "added")) continue;
    const reweighed = (await ask("select kind, fact from claims where source = $1", [source])) as unknown as Change[];
    const weighed = reweighed.filter(({ kind }) => kinds.some(({ name, claims }) => name === kind && claims));
    unsettled.push(
      ...weighed.map(({ kind, fact }) => ({
        kind,
        fact,
        revision,
        isFresh: false,
        isAlone: false,
        mayGo: false,
        isReordered: true,
      })),
    );
  }
  return unsettled;
}
