import { type DataSource } from "typeorm";
import { FaultyError } from "./fault";
import { type Ask } from "./mentions";

const lock = 20_260_101;

/**
 * Runs `work` in one transaction that no other recording overlaps, in this process or another: all of it is kept, or nothing.
 *
 * @throws FaultyError if a row that is retracted is still spoken of by others
 */
export function recording<Result>(store: DataSource, work: (ask: Ask) => Promise<Result>): Promise<Result> {
  return store
    .transaction(async (manager) => {
      await manager.query("select pg_advisory_xact_lock($1)", [lock]);
      await manager.query("set local jit = off");
      return work((sql, values) => manager.query(sql, values));
    })
    .catch((error: unknown) => {
      throw stillMentioned(error) ?? error;
    });
}

function stillMentioned(error: unknown): FaultyError | undefined {
  const { code, table, detail } = (error as { driverError?: Record<string, unknown> }).driverError ?? {};
  if (code !== "23503") return undefined;
  return new FaultyError([
    { path: String(table), message: `still speaks of what is retracted; retract that first. ${detail}` },
  ]);
}
