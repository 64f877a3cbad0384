import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "../../src/store/embedded";
import { dropDatabase, emptyName, shippedName } from "./database";

/** What jest hands from the start of a run to its end: it loads the two files apart. */
export interface Running {
  stopPostgres?: () => Promise<void>;
}

/** Before all tests: the server at DATABASE_URL, or an embedded one in a folder of its own, without fsync. */
export default async function startPostgres(): Promise<void> {
  if (process.env["DATABASE_URL"]) {
    process.env["CITEGRAPH_TEST_URL"] = process.env["DATABASE_URL"];
    // What an earlier run left there may be of other migrations and other data.
    for (const name of [emptyName, shippedName]) await dropDatabase(name);
    return;
  }
  const home = await temporaryFolder();
  const server = await startEmbedded(home, () => undefined, false);
  process.env["CITEGRAPH_TEST_URL"] = server.url;
  (globalThis as Running).stopPostgres = async () => {
    await server.stop();
    await rm(home, { recursive: true });
  };
}

/** A new folder that others may pass through: run by root, Postgres has an account of its own. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "citegraph-"));
  await chmod(folder, 0o755);
  return folder;
}
