import { kindNamed, kinds, tableOf } from "../knowledge";
import { type Row } from "../knowledge/kind";
import { type Ask } from "./mentions";
import { type Arrival } from "./submission";

/** What a source speaks of. */
export type Said = Pick<Arrival, "kind" | "fact">;

/** All that a source speaks of. */
export async function saidBy(ask: Ask, source: string): Promise<Said[]> {
  const rows = await ask("select kind, fact from claims where source = $1", [source]);
  return rows.map(({ kind, fact }) => ({ kind: kindNamed(kind), fact: String(fact) }));
}

/** What a source says of some facts as it stands, as if it arrived anew. */
export async function standing(ask: Ask, source: string, said: readonly Said[]): Promise<Arrival[]> {
  if (said.length === 0) return [];
  const rows = await ask(`select kind, fact, "values" from claims where source = $1 and fact = any($2::text[])`, [
    source,
    said.map(({ fact }) => fact),
  ]);
  return rows.map(({ kind, fact, values }) => ({
    kind: kindNamed(kind),
    path: "",
    fact: String(fact),
    row: values as Row,
  }));
}

/** A fact that speaks of a thing. */
export interface Speaker {
  /** The global id of what is spoken of. */
  readonly of: string;
  /** The global id of the fact that speaks of it. */
  readonly id: string;
  /** Its source, and the revision that recorded it as it stands. */
  readonly source: string;
  readonly recordedIn: number;
}

/** For each of some subjects one fact that speaks of it by its global id, if there is any. */
export async function speakersOf(ask: Ask, subjects: readonly string[]): Promise<Map<string, Speaker>> {
  const speakers = new Map<string, Speaker>();
  for (const { entity, edges } of kinds) {
    const spokenOf = edges.flatMap((edge) => (edge.shape === "any" && edge.owner === entity ? [edge.by] : []));
    for (const column of spokenOf) {
      const rows = await ask(
        `select distinct on (${column}) ${column} as "of", '${entity.name}:' || id as id, source, recorded_in as "recordedIn"
          from ${tableOf({ entity })} where ${column} = any($1::text[]) order by ${column}, id`,
        [subjects],
      );
      for (const row of rows as unknown as Speaker[]) speakers.set(row.of, row);
    }
  }
  return speakers;
}
