import { GraphQLError } from "graphql";
import { type Pool } from "pg";

/** A statement to be prepared under its name. */
interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/**
 * Runs compiled reads. A read that takes too long, or a store that cannot be reached, becomes an error a caller can act on.
 */
export function createRun(pool: Pool): (statement: Statement) => Promise<{ rows: Record<string, unknown>[] }> {
  return async (statement) => {
    try {
      return await pool.query<Record<string, unknown>>(statement);
    } catch (error) {
      throw askable(error, 10) ?? error;
    }
  };
}

/** The error as a caller can act on it; undefined if it is none of theirs. `limit` is how long a statement may take, in seconds. */
export function askable(error: unknown, limit: number): GraphQLError | undefined {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (code === "57014") return tookTooLong(limit);
  if (code === "55P03")
    return refusal("BUSY", "something else has been recorded for longer than this could wait; try again in a minute");
  const isGone =
    /^(ECONN|57P|08)/.test(code) || /timeout exceeded when trying to connect|Connection terminated/.test(message);
  return isGone
    ? refusal("UNAVAILABLE", "the store cannot be reached at the moment; try again in a few seconds")
    : undefined;
}

/** The error for a statement that was stopped after so many seconds. */
export const tookTooLong = (limit: number) =>
  refusal(
    "QUERY_TIMEOUT",
    `the query took longer than ${limit} s and was stopped; ask for fewer rows or fewer lists within lists`,
  );

export const refusal = (code: string, message: string) => new GraphQLError(message, { extensions: { code } });
