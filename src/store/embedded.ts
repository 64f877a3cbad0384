import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { findBinaries } from "./embedded/binaries";
import { openCluster } from "./embedded/cluster";
import { clearLeftover } from "./embedded/leftover";
import { livingOwner, takeOwnership } from "./embedded/owner";
import { findPlace, placesFor } from "./embedded/place";
import { startServer } from "./embedded/server";
import { ensureDatabase } from "./ensure-database";
import { explainFolder } from "./store-error";

/** A Postgres of our own, listening on 127.0.0.1; whoever started it stops it. */
export interface EmbeddedPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts the Postgres that npm installed, with its data below `home`; the first start makes the data folder.
 *
 * Mends what an earlier process left: its server is stopped, its stale pid file removed. The server lives in a session
 * of its own, so Ctrl-C in a terminal reaches Node alone, and Node stops it when the last request is answered.
 *
 * @param durable false gives up fsync: for tests, whose data may be lost
 * @param connections how many it takes: enough for two of us and some tools, unless many others are to be served
 * @throws StoreError if the home is in use by a living process or cannot be written, or Postgres does not start
 */
export async function startEmbedded(
  home: string,
  log: (message: string) => void,
  durable = true,
  connections = 50,
): Promise<EmbeddedPostgres> {
  try {
    const { folder, user } = await findPlace(resolve(home), log);
    const release = await takeOwnership(folder);
    try {
      const binaries = await findBinaries(folder, user, log);
      const site = { folder, data: join(folder, "data"), binaries, user };
      await clearLeftover(site, log);
      const password = await openCluster(site, log);
      const server = await startServer(site, { durable, connections }, log);
      await ensureDatabase(address(password, server.port, "postgres"), "citegraph");
      return {
        url: address(password, server.port, "citegraph"),
        stop: async () => {
          await server.stop();
          await release();
        },
      };
    } catch (error) {
      await release();
      throw error;
    }
  } catch (error) {
    throw explainFolder(error, home);
  }
}

/**
 * The address of the embedded server that a living Citegraph, another or this one, has open in `home`; undefined if none
 * has. It lasts as long as that Citegraph.
 */
export async function findRunning(home: string): Promise<string | undefined> {
  for (const folder of placesFor(resolve(home))) {
    if ((await livingOwner(folder)) === undefined) continue;
    const read = (name: string) => readFile(join(folder, name), "utf8").catch(() => undefined);
    const [password, port] = [await read("password"), await read("port")];
    // A server that is still starting has none yet.
    if (password && port) return address(password, Number(port), "citegraph");
  }
  return undefined;
}

const address = (password: string, port: number, database: string) =>
  `postgresql://citegraph:${password}@127.0.0.1:${port}/${database}?sslmode=disable`;
