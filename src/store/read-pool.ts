import { type ClientBase, Pool } from "pg";
import { connectionOf, isFull } from "./prepared";

/**
 * What every connection of ours is told first. What is asked for lies in memory, so a page by its index costs little more
 * than the next page: without that word Postgres reads small tables whole, row after row.
 */
export const session =
  "set application_name = 'citegraph'; set time zone 'UTC'; set jit = off; set random_page_cost = 1.1";

/** And what those for reads are told: to have others help takes some milliseconds to begin, which is longer than most answers take. */
export const readSession = `${session}; set max_parallel_workers_per_gather = 0`;

/**
 * A pool of connections for reads: no statement runs longer than 10 s.
 *
 * A compiled read is prepared under its name, and Postgres keeps a prepared statement as long as the connection; so that
 * its memory stays bounded, a connection that has prepared many is closed, and a fresh one takes its place.
 *
 * @param max how many connections at most; when all are busy a read waits up to 10 s for one
 */
export function createReadPool(url: string, max: number, log: (message: string) => void): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    // An idle connection holds what it has prepared: worth keeping through a quiet hour.
    idleTimeoutMillis: 3_600_000,
    onConnect: (client: ClientBase) =>
      client.query(`${readSession}; set statement_timeout = '10s'`).then(() => undefined),
  });
  pool.on("error", (error) => log(`A connection to Postgres broke while idle: ${error.message}`));
  // The pool looks after this event whether the connection has ended, and then lets it go.
  pool.on("release", (_error, client) => {
    if (isFull(connectionOf(client))) void client.end().catch(() => undefined);
  });
  return pool;
}
