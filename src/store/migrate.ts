import { type Client } from "pg";
import { type DataSource, MigrationExecutor } from "typeorm";

/**
 * Brings the database up to date, one instance at a time: others that start meanwhile wait, and then find nothing to do.
 *
 * Each migration is one transaction: one that fails leaves nothing behind, and those before it stay.
 *
 * @param keeper a connection that holds the lock; ending it would give the lock up
 * @throws Error naming the migration that failed, with its cause
 */
export async function migrate(source: DataSource, keeper: Client, log: (message: string) => void): Promise<void> {
  const lock = "hashtextextended('citegraph/migrations', 0)";
  const { rows } = await keeper.query<{ taken: boolean }>(`select pg_try_advisory_lock(${lock}) as taken`);
  if (!rows[0]!.taken) {
    log("Waiting for another Citegraph that is migrating this database.");
    await keeper.query("set statement_timeout = 0; set lock_timeout = 0");
    await keeper.query(`select pg_advisory_lock(${lock})`);
  }
  try {
    const done = await source.runMigrations({ transaction: "each" }).catch((error) => fail(source, error));
    if (done.length > 0) log(`Migrated the database: ${done.map(({ name }) => name).join(", ")}.`);
  } finally {
    await keeper.query(`select pg_advisory_unlock(${lock})`);
  }
}

async function fail(source: DataSource, error: Error): Promise<never> {
  const [failed] = await new MigrationExecutor(source).getPendingMigrations();
  throw new Error(`The migration ${failed?.name} failed: ${error.message}`, { cause: error });
}
