import { type Fault, type FaultCode, faultCodes } from "./fault";
import { type Diff } from "./record";
import { type Speaker } from "./standing";
import { type Arrival } from "./submission";

/** What becomes of a row, each with what it means. */
export const rowActions = {
  ADDED: "The source says it for the first time.",
  CHANGED: "The source said otherwise before.",
  UNCHANGED: "The source says so already.",
  RETRACTED: "The source said so before, and says it no more.",
  REFUSED: "It is not recorded; its refusals say why.",
} as const;

export type RowAction = keyof typeof rowActions;

/** What becomes of one row of a submission, or of a row that is retracted since the submission lacks it. */
export interface RowVerdict {
  /** Where it stands in the submission: `observations.3`; null for what is retracted, which stands there no more. */
  readonly path: string | null;
  /** The global id of the fact or thing it is about; null for a row that cannot be read. */
  readonly id: string | null;
  readonly action: RowAction;
  /** What the source said before. */
  readonly before: unknown;
  /** What it says now. */
  readonly after: unknown;
  readonly refusals: readonly Refusal[];
}

/** Why a row is refused. */
export interface Refusal {
  /** The field, from the head of the submission: `observations.3.value`. */
  readonly path: string | null;
  readonly code: FaultCode;
  readonly message: string;
  /** What was expected, by itself; null where the message alone says it. */
  readonly expected: string | null;
  readonly nearest: readonly string[];
}

/** The row in which a path lies: `placements.3` for a field of it; a section or the head as a whole by its name. */
export function rowAt(path: string): string {
  const [section = "", index = ""] = path.split(".");
  return /^\d+$/.test(index) ? `${section}.${index}` : section;
}

/** A fault as callers read it. */
function refusalOf({ path, message, code = "INVALID_VALUE", expected, nearest = [] }: Fault): Refusal {
  return { path: path || null, code, message, expected: expected ?? expectedIn(message), nearest };
}

/** Our messages say what was expected and what came. */
const expectedIn = (message: string): string | null => /expect(?:s|ed) (.+?)(?:, got |; |$)/.exec(message)?.[1] ?? null;

/** What was found out about a submission. */
export interface Findings {
  /** Every row that was sent, in its order. */
  readonly paths: readonly string[];
  /** The rows that could be read. */
  readonly arrivals: readonly Arrival[];
  readonly faults: readonly Fault[];
  /** What recording it changed; undefined where it could not come to that. */
  readonly diff: Pick<Diff, "added" | "changed"> | undefined;
  readonly retracted: readonly Retracted[];
}

/** A row that goes, or would. */
export interface Retracted {
  readonly fact: string;
  readonly before: unknown;
  /** What still speaks of it, so that it may not go. */
  readonly heldBy?: Speaker | undefined;
}

/** One verdict for every row, in the order of the submission; what is retracted comes last. */
export function verdictsOf({ paths, arrivals, faults, diff, retracted }: Findings): RowVerdict[] {
  const refused = refusals(faults);
  const arrived = new Map(arrivals.map((arrival) => [arrival.path, arrival]));
  const added = new Set(diff?.added);
  const changed = new Map(diff?.changed.map((change) => [change.id, change]));
  const rows = new Set([...paths, ...[...refused.keys()].filter((path) => path !== "")]);
  const verdicts = [...rows].map((path): RowVerdict => {
    const arrival = arrived.get(path);
    const id = arrival?.fact ?? null;
    const after = arrival?.row ?? null;
    const why = refused.get(path);
    if (why) return { path, id, action: "REFUSED", before: null, after, refusals: why };
    const [ofSection] = refused.get(path.split(".")[0]!) ?? [];
    if (!arrival && ofSection) {
      const refusals = [{ ...ofSection, path, message: `its section is refused: ${ofSection.message}` }];
      return { path, id, action: "REFUSED", before: null, after, refusals };
    }
    if (!arrival || !diff)
      return {
        path,
        id,
        action: "REFUSED",
        before: null,
        after,
        refusals: [sourceRefused(path, refused.get("source"))],
      };
    const change = changed.get(arrival.fact);
    if (change) return { path, id, action: "CHANGED", before: change.before, after, refusals: [] };
    const isNew = added.has(arrival.fact);
    return { path, id, action: isNew ? "ADDED" : "UNCHANGED", before: isNew ? null : after, after, refusals: [] };
  });
  return [...verdicts, ...retracted.map(retraction)];
}

const retraction = ({ fact, before, heldBy }: Retracted): RowVerdict => ({
  path: null,
  id: fact,
  action: heldBy ? "REFUSED" : "RETRACTED",
  before,
  after: null,
  refusals: heldBy ? [heldRefusal(heldBy)] : [],
});

const heldRefusal = (speaker: Speaker): Refusal =>
  refusalOf({
    path: "",
    code: "SPOKEN_OF",
    message: spokenOf(speaker),
    expected: `${speaker.id} to go first`,
    nearest: [speaker.id],
  });

/** Why what is spoken of may not go. */
export const spokenOf = ({ of, id, source }: Speaker): string =>
  `${id} (source \`${source}\`) speaks of ${of}, which would go; that must go first`;

/** `why` is what its source is refused for: what would do there would do for the row as well. */
const sourceRefused = (path: string, why: readonly Refusal[] = []): Refusal => ({
  path,
  code: "SOURCE_REFUSED",
  message: faultCodes.SOURCE_REFUSED,
  expected: "a source without faults: the refusals at `source` say what it lacks",
  nearest: why.flatMap(({ nearest }) => nearest),
});

function refusals(faults: readonly Fault[]): Map<string, Refusal[]> {
  const byRow = new Map<string, Refusal[]>();
  for (const fault of faults) {
    const row = rowAt(fault.path);
    byRow.set(row, [...(byRow.get(row) ?? []), refusalOf(fault)]);
  }
  return byRow;
}

/** How many rows met with each fate. */
export function countsOf(verdicts: readonly RowVerdict[]): Record<Lowercase<RowAction>, number> {
  const counts = { added: 0, changed: 0, unchanged: 0, retracted: 0, refused: 0 };
  for (const { action } of verdicts) counts[action.toLowerCase() as Lowercase<RowAction>]++;
  return counts;
}
