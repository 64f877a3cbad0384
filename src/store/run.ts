import { GraphQLError } from "graphql";
import { type Pool } from "pg";
import { OneRow, type Statement, type TextRow } from "./one-row";

/**
 * Runs compiled reads, each a statement of one row. A read that takes too long, or a store that cannot be reached,
 * becomes an error a caller can act on.
 */
export function createRun(pool: Pool): (statement: Statement) => Promise<TextRow> {
  return async (statement) => {
    try {
      // The pool hands on what the statement calls back with, though its types do not say so.
      return await (pool.query(new OneRow(statement)) as unknown as Promise<TextRow>);
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
