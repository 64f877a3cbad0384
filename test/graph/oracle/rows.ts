import { type Pool } from "pg";
import { declarations } from "../../../src/knowledge";

/** A row as plain JSON, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** Every row of a graph, held in arrays. */
export interface Rows {
  of(table: string): readonly Row[];
  /** The rows whose column holds a value. */
  where(table: string, column: string, value: unknown): readonly Row[];
}

const tables = [...new Set(declarations.flatMap(({ table }) => table ?? []))];

/** Reads every row there is, or with a revision every row there was. */
export async function readRows(pool: Pool, revision?: number): Promise<Rows> {
  const all = new Map<string, Row[]>();
  for (const table of tables) {
    const relation = revision === undefined ? table : `as_of.${table}(${revision})`;
    const { rows } = await pool.query<{ row: Row }>(`select to_jsonb(t) as row from ${relation} t`);
    all.set(
      table,
      rows.map(({ row }) => row),
    );
  }
  return indexed(all);
}

/** Looking through an array for each row of another takes too long for what ships; what is found is the same. */
function indexed(all: ReadonlyMap<string, readonly Row[]>): Rows {
  const indexes = new Map<string, Map<unknown, Row[]>>();
  const of = (table: string) => all.get(table) ?? fail(`no table ${table}`);
  return {
    of,
    where: (table, column, value) => {
      const name = `${table}.${column}`;
      const index = indexes.get(name) ?? grouped(of(table), column);
      indexes.set(name, index);
      return value === null ? [] : (index.get(value) ?? []);
    },
  };
}

function grouped(rows: readonly Row[], column: string): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return groups;
}

export function fail(message: string): never {
  throw new Error(`the oracle: ${message}`);
}
