import { type EvidenceChange } from "../intake/evidence-change";
import { type RowVerdict } from "../intake/verdict";
import { columns } from "./columns";

/** What a payload says, as `payloadFields` asks for it. */
export interface Payload {
  readonly revision: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly verdicts: readonly RowVerdict[];
  readonly evidence: readonly EvidenceChange[];
  readonly obstacles?: readonly { readonly id: string; readonly revision: number; readonly message: string }[];
}

/** What is asked of a payload: everything but the rows that stay as they are. */
export const payloadFields = `
  revision counts { added changed unchanged retracted refused }
  verdicts(only: [ADDED, CHANGED, RETRACTED, REFUSED]) {
    path id action before after refusals { path code message expected nearest }
  }
  evidence { id before after }`;

/** How many lines of each sort are printed. */
const most = 100;

/** A payload for people: a line a row that does not stay as it is, what becomes of the evidence, and what came of it all. */
export function verdictTable(payload: Payload, place: (path: string) => string, dryRun: boolean): string {
  const { counts, verdicts, evidence, obstacles = [] } = payload;
  const rows = verdicts.flatMap((verdict) => rowsOf(verdict, place));
  const evidenceRows = evidence.map(({ id, before, after }) => [`  ${id}`, `${before ?? "new"} -> ${after ?? "gone"}`]);
  return [
    Object.entries(counts)
      .map(([fate, count]) => `${count} ${fate}`)
      .join(", "),
    ...section("", rows),
    ...section("Evidence that changes:", evidenceRows),
    ...section(
      "In the way:",
      obstacles.map(({ id, message }) => [`  ${id}`, message]),
    ),
    closing(payload, dryRun),
  ].join("\n");
}

function section(title: string, rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const more = rows.length > most ? [`  and ${rows.length - most} more`] : [];
  return [...(title ? [title] : []), columns(rows.slice(0, most)), ...more];
}

function rowsOf(
  { path, id, action, before, after, refusals }: RowVerdict,
  place: (path: string) => string,
): string[][] {
  const where = path === null ? "" : place(path);
  if (action === "REFUSED") {
    return refusals.map(({ path: field, message, nearest }) => {
      const hint =
        nearest.length > 0 && !nearest.some((word) => message.includes(word)) ? `; near: ${nearest.join(", ")}` : "";
      return [`  ${where}`, action, `${field ?? id ?? ""}: ${message}${hint}`];
    });
  }
  const what = action === "CHANGED" ? `${id}: ${difference(before, after)}` : `${id}`;
  return [[`  ${where}`, action, what]];
}

/** The fields in which two versions of a row differ. */
function difference(before: unknown, after: unknown): string {
  const [old, now] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .map((field) => `${field} ${JSON.stringify(old[field]) ?? "none"} -> ${JSON.stringify(now[field]) ?? "none"}`)
    .join(", ");
}

function closing({ revision, counts, obstacles = [] }: Payload, dryRun: boolean): string {
  if (revision !== null) return `Recorded as revision ${revision}.`;
  if (obstacles.length > 0) return "Nothing was recorded: later revisions stand on it.";
  if (dryRun) return "Nothing was recorded: this was a dry run.";
  if (counts["refused"]) return "Nothing was recorded: mend what is refused, or send the rest with --accept-valid.";
  return "Nothing was recorded: the graph says so already.";
}
