import { GraphQLError } from "graphql";
import { kindNamed } from "../knowledge";
import { type Row } from "../knowledge/kind";
import { type Holder } from "../partners/identify";
import { attempt } from "./attempt";
import { type ForPartner, type Outcome } from "./for-partner";
import { type Ask } from "./mentions";
import { type Said } from "./standing";
import { type Arrival } from "./submission";
import { spokenOf, verdictsOf } from "./verdict";

/** What stands in the way of taking a revision back. */
export interface Obstacle {
  /** The global id of the row that is no longer as the revision left it, or of one that speaks of what would go. */
  readonly id: string;
  /** The revision that recorded it as it stands. */
  readonly revision: number;
  readonly message: string;
}

/** Which revision is to be taken back, and how. */
export interface Reverting {
  readonly revision: number;
  readonly dryRun: boolean;
  readonly message?: string | null;
  /** Whether it is to be told what evidence changes. */
  readonly tellsEvidence: boolean;
}

/** What came of taking a revision back. */
export interface Reverted extends Outcome {
  readonly obstacles: readonly Obstacle[];
}

/** A row of the book of changes. */
interface Change {
  readonly kind: string;
  readonly fact: string;
  readonly source: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/**
 * Undoes a partner's own revision by a new one, so that its source says again what it said before. Where later revisions
 * stand on it nothing is done, and all that stands in the way is told.
 *
 * @throws GraphQLError NOT_FOUND, FORBIDDEN if the revision is not there or another's
 */
export async function revert(
  forPartner: ForPartner,
  holder: Holder,
  { revision, dryRun, message, tellsEvidence }: Reverting,
): Promise<Reverted> {
  let obstacles: Obstacle[] = [];
  const outcome = await forPartner(holder, async (ask, partner, keep) => {
    await requireOwn(ask, revision, partner.slug);
    const changes = (await ask(changesSql, [revision])) as unknown as Change[];
    const source = changes[0]!.source;
    obstacles = await changedSince(ask, changes, revision);
    if (obstacles.length > 0) return { revision: null, verdicts: [], evidence: [] };
    const restored = changes.flatMap((change, i) => (change.before ? [arrivalOf(change, i)] : []));
    const undone = new Set(changes.map(({ fact }) => fact));
    // What stays as it is arrives at no path: it is not judged anew.
    const isStaying = ({ fact }: Said) => !undone.has(fact);
    const by = { partner: partner.slug, message: message ?? `Reverts revision ${revision}` };
    const came = await attempt(ask, partner, { source, arrivals: restored, by }, "REPLACE", {
      kept: isStaying,
      tellsEvidence,
    });
    obstacles = came.retracted.flatMap(({ heldBy }) =>
      heldBy ? [{ id: heldBy.id, revision: heldBy.recordedIn, message: spokenOf(heldBy) }] : [],
    );
    if (!dryRun && came.faults.length === 0 && obstacles.length === 0) keep();
    const paths = restored.map(({ path }) => path);
    return {
      revision: came.diff?.revision ?? null,
      verdicts: verdictsOf({ paths, arrivals: restored, ...came }),
      evidence: came.evidence,
    };
  });
  return { ...outcome, obstacles };
}

async function requireOwn(ask: Ask, revision: number, partner: string): Promise<void> {
  const [found] = await ask("select partner from revisions where number = $1", [revision]);
  if (!found) throw refused("NOT_FOUND", `no revision ${revision}; ask \`revisions(where: { partner })\` for yours`);
  if (found["partner"] !== partner) {
    const whose = found["partner"] ? `the partner \`${found["partner"]}\`` : "who runs the graph";
    throw refused("FORBIDDEN", `revision ${revision} was made by ${whose}; a partner takes back its own`);
  }
}

const refused = (code: string, message: string) => new GraphQLError(message, { extensions: { code } });

const changesSql = `
  select kind, fact, source_slug as source, before, after from changes where recorded_in = $1 order by ordinal`;

/** Rows that are no longer as a revision left them, with the last revision that changed them. */
async function changedSince(ask: Ask, changes: readonly Change[], revision: number): Promise<Obstacle[]> {
  const rows = await ask(
    `select c.fact as id, (select max(l.recorded_in) from changes l
        where l.about @> array[c.fact] and l.fact = c.fact and l.source_slug = c.source_slug) as revision
      from changes c left join claims n on n.id = c.fact || '@' || c.source_slug
      where c.recorded_in = $1 and n."values" is distinct from c.after order by c.ordinal`,
    [revision],
  );
  const later = rows.map((row) => ({
    id: String(row["id"]),
    revision: Number(row["revision"]),
    message: `revision ${row["revision"]} has changed it since; take that back first`,
  }));
  return [...later, ...(await standingOnSource(ask, changes, revision))];
}

/** Where a revision brought its source, all that the source has said since. */
async function standingOnSource(ask: Ask, changes: readonly Change[], revision: number): Promise<Obstacle[]> {
  const brought = changes.find(({ kind, before }) => kind === "sources" && before === null);
  if (!brought) return [];
  const rows = await ask(
    "select fact as id, recorded_in as revision from claims where source = $1 and recorded_in > $2 and not (fact = any($3::text[])) order by fact",
    [brought.source, revision, changes.map(({ fact }) => fact)],
  );
  return rows.map((row) => ({
    id: String(row["id"]),
    revision: Number(row["revision"]),
    message: `its source would go with revision ${revision}; take revision ${row["revision"]} back first`,
  }));
}

/** A row as it was before a change; it stands where the change stands in its revision. */
function arrivalOf({ kind: section, fact, before }: Change, place: number): Arrival {
  return { kind: kindNamed(section), path: `changes.${place}`, fact, row: before! };
}
