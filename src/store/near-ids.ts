import { type Pool } from "pg";
import { askable } from "./run";

/**
 * Finds ids near to one that is not there, nearest first: three at most, none for an id like no other. Throws GraphQLError
 * QUERY_TIMEOUT or UNAVAILABLE as a read does.
 */
export function nearIds(pool: Pool): (table: string, id: string) => Promise<string[]> {
  return async (table, id) => {
    const sql = `select id from ${table} where id % $1 order by similarity(id, $1) desc, id collate "C" limit 3`;
    const asked = { name: `near_${table}`, text: sql, values: [id.slice(0, 200)] };
    const { rows } = await pool.query<{ id: string }>(asked).catch((error: unknown) => {
      throw askable(error, 10) ?? error;
    });
    return rows.map((row) => row.id);
  };
}
