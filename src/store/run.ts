import { GraphQLError } from "graphql";
import { type Pool } from "pg";
import { Turns } from "../fair/turns";
import { type Lanes } from "./lanes";
import { OneRow, type Statement, type TextRow } from "./one-row";

/** How long a read waits for a connection, in milliseconds. */
const patience = 10_000;

/** Runs a read for whoever asks; for all who are not told apart where nobody is named. */
export type RunFor = (statement: Statement, who?: string) => Promise<TextRow>;

/**
 * Runs compiled reads, each a statement of one row. A read that takes too long, or a store that cannot be reached,
 * becomes an error a caller can act on. Nobody has more than half of the connections at once.
 *
 * @param lanes take the light ones; without them all have a connection of the pool to themselves
 */
export function createRun(pool: Pool, lanes?: Lanes): RunFor {
  const { max } = pool.options;
  const turns = new Turns(max, Math.ceil(max / 2));
  return async (statement, who = "") => {
    const coming = lanes?.run(statement);
    if (coming) {
      try {
        return await coming;
      } catch {
        // Whatever went wrong in a lane, of this one or of one before it, is told by a connection of its own.
      }
    }
    const turn = turns.take(who, patience);
    if (turn) await turn.catch(tooMuch);
    const row = new OneRow(statement);
    try {
      // The pool hands on what the statement calls back with, though its types do not say so.
      const came = await (pool.query(row) as unknown as Promise<TextRow>);
      lanes?.took(statement.name, performance.now() - row.sent);
      return came;
    } catch (error) {
      throw askable(error, 10) ?? error;
    } finally {
      turns.give(who);
    }
  };
}

function tooMuch(): never {
  throw refusal(
    "OVERLOADED",
    `the query waited ${patience / 1_000} s for others to end and was not begun; ask fewer at once, or again in a few seconds`,
  );
}

/** The error as a caller can act on it; undefined if it is none of theirs. `limit` is how long a statement may take, in seconds. */
export function askable(error: unknown, limit: number): GraphQLError | undefined {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (code === "57014") return tookTooLong(limit);
  if (code === "54000" || code === "53200")
    return refusal(
      "ANSWER_TOO_LARGE",
      "the answer takes more memory than there is for it; ask for smaller pages or fewer fields",
    );
  if (code === "55P03")
    return refusal("BUSY", "something else has been recorded for longer than this could wait; try again in a minute");
  const isGone =
    /^(ECONN|57P|08(?!P01))/.test(code) ||
    // What node-postgres and TypeORM say of a connection that was lost before it was asked has no code.
    /timeout exceeded when trying to connect|Connection terminated|not queryable|already released/.test(message);
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
