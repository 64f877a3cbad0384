import { createHash } from "node:crypto";
import { type ClientBase } from "pg";
import { type DataSource } from "typeorm";
import { type Copy, copyRows, type Recorder } from "./copy";
import { FaultyError } from "./fault";
import { type Ask } from "./mentions";

const lock = 20_260_101;

/**
 * Runs `work` in one transaction that no other recording overlaps, in this process or another: all of it is kept, or nothing.
 *
 * @param isHurried whether somebody waits for the answer: for the lock 30 s at most, for one statement 60 s
 * @throws FaultyError if a row that is retracted is still spoken of by others
 */
export function recording<Result>(
  store: DataSource,
  work: (ask: Recorder) => Promise<Result>,
  isHurried = false,
): Promise<Result> {
  return store
    .transaction(async (manager) => {
      await manager.query(`${isHurried ? hurry : ""} select pg_advisory_xact_lock(${lock}); ${planning}`);
      return work(prepared((await manager.queryRunner!.connect()) as ClientBase));
    })
    .catch((error: unknown) => {
      throw stillMentioned(error) ?? error;
    });
}

/** Marks the point in a recording to which `undo` takes it back. */
export const mark = (ask: Ask) => ask("savepoint before");

/** Takes a recording back to where it was marked; the mark stays. */
export const undo = (ask: Ask) => ask("rollback to savepoint before");

// A process that hangs gives its lock up as well.
const hurry =
  "set local lock_timeout = '30s'; set local statement_timeout = '60s'; set local idle_in_transaction_session_timeout = '60s';";

// A load says the same few long statements hundreds of times: they are planned once. Their tables grow from nothing
// meanwhile, of which the planner does not hear; rows are sought by id, whatever it believes of their number. An index
// over words, which is read as a bitmap, finds an id as well, but a hundred times slower than Postgres 15 believes.
const planning = `set local jit = off; set local plan_cache_mode = force_generic_plan; set local enable_seqscan = off;
  set local enable_bitmapscan = off`;

/** Statements with values are prepared under a name of their own. */
function prepared(client: ClientBase): Recorder {
  const names = new Map<string, string>();
  const nameOf = (sql: string): string => {
    const name = names.get(sql) ?? createHash("sha256").update(sql).digest("base64url");
    names.set(sql, name);
    return name;
  };
  const ask = async (text: string, values?: unknown[]) => {
    const { rows } = await client.query(values ? { name: nameOf(text), text, values: values.map(sent) } : text);
    return rows as Record<string, unknown>[];
  };
  return Object.assign(ask, { copy: (copies: readonly Copy[]) => copyRows(client, copies) });
}

/** Lists of numbers, and of words without signs to escape, are written out here: node-postgres looks through each for such signs. */
function sent(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0) return value;
  if (value.every((item) => typeof item === "number")) return `{${value.join(",")}}`;
  if (!value.every((item) => typeof item === "string")) return value;
  const words = value.join("\n");
  return /["\\]/.test(words) ? value : `{"${value.join('","')}"}`;
}

function stillMentioned(error: unknown): FaultyError | undefined {
  // TypeORM wraps what Postgres says at the end of a transaction.
  const { driverError = error } = error as { driverError?: unknown };
  const { code, table, detail } = driverError as Record<string, unknown>;
  if (code !== "23503") return undefined;
  return new FaultyError([
    { path: String(table), message: `still speaks of what is retracted; retract that first. ${detail}` },
  ]);
}
