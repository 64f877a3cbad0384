import { kinds, tableOf } from "../knowledge";
import { type EvidenceStatus } from "../knowledge/evidence/evidence";
import { type Ask } from "./mentions";

/** A fact whose evidence comes to stand otherwise. */
export interface EvidenceChange {
  /** The global id of the fact. */
  readonly id: string;
  /** Null for a fact that is new. */
  readonly before: EvidenceStatus | null;
  /** Null for a fact that is gone. */
  readonly after: EvidenceStatus | null;
}

type Statuses = ReadonlyMap<string, EvidenceStatus>;

/** How the evidence of facts stands, by their global ids; things have none. */
export async function statusesOf(ask: Ask, ids: Iterable<string>): Promise<Statuses> {
  const statuses = new Map<string, EvidenceStatus>();
  const all = [...ids];
  for (const kind of kinds) {
    const type = kind.entity.name;
    const own = kind.claims ? all.filter((id) => id.startsWith(`${type}:`)) : [];
    if (own.length === 0) continue;
    const rows = await ask(`select id, evidence_status as status from ${tableOf(kind)} where id = any($1::text[])`, [
      own.map((id) => id.slice(type.length + 1)),
    ]);
    for (const { id, status } of rows) statuses.set(`${type}:${id}`, status as EvidenceStatus);
  }
  return statuses;
}

/** What differs between two looks at the same facts, in the order of their ids. */
export function evidenceChanges(before: Statuses, after: Statuses): EvidenceChange[] {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids]
    .filter((id) => before.get(id) !== after.get(id))
    .sort()
    .map((id) => ({ id, before: before.get(id) ?? null, after: after.get(id) ?? null }));
}
