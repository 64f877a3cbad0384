import { type Partner } from "../partners/partner";
import { oversteps } from "../partners/remit";
import { type Mode } from "./compare";
import { type Recorder } from "./copy";
import { type EvidenceChange, evidenceChanges, statusesOf } from "./evidence-change";
import { type Fault } from "./fault";
import { undo } from "./lock";
import { type Ask, unknownMentions } from "./mentions";
import { type Diff, record } from "./record";
import { type Said, saidBy, speakersOf, standing } from "./standing";
import { type Arrival, type ReadSubmission } from "./submission";
import { type Retracted, rowAt } from "./verdict";

/** What came of recording a partner's submission; whoever attempts it keeps it or undoes it. */
export interface Attempted {
  readonly faults: readonly Fault[];
  /** Undefined where the source itself is refused. */
  readonly diff: Diff | undefined;
  readonly retracted: readonly Retracted[];
  readonly evidence: readonly EvidenceChange[];
}

/** How rows are to be looked at. */
export interface Look {
  /** Ids that rows with faults of their shape would define. */
  readonly meant?: readonly string[];
  /** Facts that the source keeps saying, though they do not arrive. */
  readonly kept?: (said: Said) => boolean;
  /** Whether it is to be told what evidence changes. */
  readonly tellsEvidence: boolean;
}

/**
 * Looks at a partner's rows in the light of the graph, and records those without faults, so that all faults are told at
 * once and what the others change can be seen.
 */
export async function attempt(
  ask: Recorder,
  partner: Partner,
  { source, arrivals, unread = [], by }: ReadSubmission,
  mode: Mode,
  { meant = [], kept = () => false, tellsEvidence }: Look,
): Promise<Attempted> {
  const unknown = await unknownMentions(ask, { arrivals, unread }, new Set(meant));
  const faults = onePerPlace([...unknown, ...(await forbidden(ask, partner, source, arrivals))]);
  const isRefused = refusing(faults);
  if (isRefused("source")) return { faults, diff: undefined, retracted: [], evidence: [] };

  const accepted = arrivals.filter(({ path }) => !isRefused(path));
  const factsOf = (rows: readonly Said[]) => new Set(rows.map(({ fact }) => fact));
  const [arriving, refused] = [factsOf(accepted), factsOf(arrivals.filter(({ path }) => isRefused(path)))];
  // What the source said before stands where its new version is refused.
  const isStaying = (said: Said) => !arriving.has(said.fact) && (refused.has(said.fact) || kept(said));
  const mayStay = refused.size > 0 || mode === "REPLACE";
  const before = mayStay || tellsEvidence ? await saidBy(ask, source) : [];
  const staying = await standing(ask, source, before.filter(isStaying));
  const facts = tellsEvidence ? factsOf([...before, ...arrivals]) : new Set<string>();
  const statuses = await statusesOf(ask, facts);
  const recorded = (rows: readonly Arrival[]) => record(ask, { source, arrivals: rows, ...(by && { by }) }, mode);
  const diff = await recorded([...accepted, ...staying]);
  const retracted = await retractedBy(ask, diff);
  if (tellsEvidence && diff.faults.length > 0) {
    // Rows that only recording found at fault change no evidence either: what does is seen without them.
    await undo(ask);
    const isAtFault = refusing(diff.faults);
    const sound = accepted.filter(({ path }) => !isAtFault(path));
    const unsound = factsOf(accepted.filter(({ path }) => isAtFault(path)));
    const unchanged = await standing(
      ask,
      source,
      before.filter(({ fact }) => unsound.has(fact)),
    );
    await recorded([...sound, ...staying, ...unchanged]);
  }
  const evidence = evidenceChanges(statuses, await statusesOf(ask, facts));
  return { faults: onePerPlace([...faults, ...diff.faults]), diff, retracted, evidence };
}

/** Whether a row, by its path, has one of some faults. */
export function refusing(faults: readonly Fault[]): (path: string) => boolean {
  const rows = new Set(faults.map(({ path }) => rowAt(path)));
  return (path) => rows.has(path);
}

/** Of one place one fault is enough: what is not there does not fit either. */
function onePerPlace(faults: readonly Fault[]): Fault[] {
  const first = new Map<string, Fault>();
  for (const fault of faults) if (!first.has(fault.path)) first.set(fault.path, fault);
  return [...first.values()];
}

/** What the partner may not say. */
async function forbidden(ask: Ask, partner: Partner, source: string, arrivals: readonly Arrival[]): Promise<Fault[]> {
  const [first] = await ask("select partner from revisions where source = $1 order by number limit 1", [source]);
  const slugs = await ask("select slug from partners where slug = $1 or starts_with($1, slug || '-')", [source]);
  const running = await citiesOfInitiatives(ask, arrivals);
  const owner = first && (first["partner"] as string | null);
  const own = owner === undefined || owner === partner.slug ? [] : await ask(ownSql, [partner.slug, source]);
  const ground = {
    partner,
    owner,
    sources: own.map(({ source }) => String(source)),
    slugs: slugs.map(({ slug }) => String(slug)),
    cityOf: (slug: string) => running.get(slug),
  };
  return arrivals.flatMap(({ kind, path, row }) =>
    oversteps(ground, kind.name, row).map(({ field, ...overstep }): Fault => {
      return { path: field ? `${path}.${field}` : path, code: "FORBIDDEN", ...overstep };
    }),
  );
}

const ownSql = `
  select source from (select distinct source from revisions where partner = $1) own
  order by similarity(source, $2) desc, source limit 3`;

/** The cities of the initiatives that rows are about: as the graph knows them, and only then as they arrive. */
async function citiesOfInitiatives(ask: Ask, arrivals: readonly Arrival[]): Promise<Map<string, string>> {
  const initiatives = arrivals.filter(({ kind }) => kind.name === "initiatives");
  const arriving = initiatives.map(({ row }) => [String(row["slug"]), String(row["city"])] as const);
  const named = arrivals.flatMap(({ row }) => {
    const subject = String(row["subject"] ?? row["about"]);
    return subject.startsWith("Initiative:") ? [subject.slice("Initiative:".length)] : [];
  });
  const known =
    named.length > 0
      ? await ask("select id, city from initiatives where id = any($1::text[])", [[...new Set(named)]])
      : [];
  return new Map([...arriving, ...known.map(({ id, city }) => [String(id), String(city)] as const)]);
}

/** What a recording retracts, what speaks before what is spoken of; what others still speak of may not go. */
async function retractedBy(ask: Ask, { retracted, revision }: Diff): Promise<Retracted[]> {
  if (retracted.length === 0) return [];
  const rows = await ask(
    "select fact, before from changes where recorded_in = $1 and verdict = 'RETRACTED' order by ordinal",
    [revision],
  );
  const speakers = await speakersOf(ask, retracted);
  return rows.map(({ fact, before }) => ({ fact: String(fact), before, heldBy: speakers.get(String(fact)) }));
}
