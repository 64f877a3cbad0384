import { type GraphQLSchema } from "graphql";
import { type Holder } from "../partners/identify";
import { type Partner } from "../partners/partner";
import { type Attempted, attempt, refusing } from "./attempt";
import { type Mode } from "./compare";
import { type Recorder } from "./copy";
import { type Fault } from "./fault";
import { type ForPartner } from "./for-partner";
import { undo } from "./lock";
import { weightOf } from "./queue";
import { type Reading, type ReadSubmission, readSubmission, sections } from "./submission";
import { type Retracted, verdictsOf } from "./verdict";

/** What a partner sends. */
export interface Submitted {
  /** A submission of unknown shape: its faults are told, not thrown. */
  readonly submission: unknown;
  readonly mode: Mode;
  /** Whether it is only to be looked at; nothing is kept then. */
  readonly dryRun: boolean;
  /** Whether rows without faults are recorded in spite of others. */
  readonly acceptValid: boolean;
  readonly message?: string | null;
  /** Whether it is to be told what evidence changes. */
  readonly tellsEvidence: boolean;
}

/**
 * Records what a partner submits: all of it or nothing, unless the valid part is to be accepted. The same submission a
 * second time changes nothing, and makes no revision.
 */
export function submit(forPartner: ForPartner, schema: GraphQLSchema, holder: Holder, given: Submitted) {
  const recorded = async (ask: Recorder, partner: Partner, keep: () => void) => {
    const reading = readSubmission(schema, given.submission);
    const paths = pathsOf(given.submission);
    if (!reading.submission) {
      const nothing = { diff: undefined, retracted: [], arrivals: [] };
      return { revision: null, verdicts: verdictsOf({ paths, faults: reading.faults, ...nothing }), evidence: [] };
    }
    const by = { partner: partner.slug, message: given.message ?? null };
    const submission = { ...reading.submission, by };
    const came = await settled(ask, partner, { ...reading, submission }, given);
    if (!given.dryRun && came.diff && (came.faults.length === 0 || given.acceptValid) && !came.isHeld) keep();
    const verdicts = verdictsOf({ paths, arrivals: submission.arrivals, ...came });
    return { revision: came.diff?.revision ?? null, verdicts, evidence: came.evidence };
  };
  return forPartner(holder, recorded, weightOf(given.submission));
}

const sectionNames: ReadonlySet<string> = new Set(["source", ...sections.map(({ name }) => name)]);

/** Attempts a submission; where the valid part is to be accepted, without the rows that have faults, until none has. */
async function settled(
  ask: Recorder,
  partner: Partner,
  { submission, faults, meant }: Reading & { readonly submission: ReadSubmission },
  { mode, acceptValid, tellsEvidence }: Submitted,
): Promise<Attempted & { readonly isHeld: boolean }> {
  const found: Fault[] = [...faults];
  const held = new Map<string, Retracted>();
  for (let round = 0; ; round++) {
    const isRefused = refusing(found);
    const refusedSections = new Set(found.map(({ path }) => path.split(".")[0]!));
    // Rows in a section of no known name may be meant for any.
    const isAnyMeant = [...refusedSections].some((name) => !sectionNames.has(name));
    const came = await attempt(
      ask,
      partner,
      {
        ...submission,
        arrivals: submission.arrivals.filter(({ path }) => !isRefused(path)),
        unread: round === 0 ? (submission.unread ?? []) : [],
      },
      mode,
      {
        meant: acceptValid ? [] : meant,
        // A row that cannot be recorded may be one the source said before: of its section nothing is retracted.
        kept: ({ kind, fact }) =>
          mode === "REPLACE" && (isAnyMeant || refusedSections.has(kind.name) || held.has(fact)),
        tellsEvidence,
      },
    );
    found.push(...came.faults);
    const holding = came.retracted.filter(({ heldBy }) => heldBy);
    const isDone = came.faults.length === 0 && holding.length === 0;
    if (isDone || !acceptValid || !came.diff) {
      const retracted = [...came.retracted, ...held.values()];
      return { ...came, retracted, faults: found, isHeld: holding.length > 0 };
    }
    for (const row of holding) held.set(row.fact, row);
    await undo(ask);
  }
}

/** Where the rows of a submission stand. */
function pathsOf(submission: unknown): string[] {
  if (typeof submission !== "object" || submission === null) return [];
  return Object.entries(submission).flatMap(([section, rows]) => {
    if (section === "source") return ["source"];
    return Array.isArray(rows) ? rows.map((_, i) => `${section}.${i}`) : [];
  });
}
