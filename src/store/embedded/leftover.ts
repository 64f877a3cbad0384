import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { commandLine } from "./process";
import { run } from "./run";
import { stopServer } from "./server";
import { type Site } from "./site";

/**
 * Mends what a process that died without warning left in the data folder: a server that still runs is stopped, the pid
 * file of one that is gone is removed. Call it only as the folder's owner.
 */
export async function clearLeftover(site: Site, log: (message: string) => void): Promise<void> {
  const file = join(site.data, "postmaster.pid");
  const pid = Number.parseInt(await readFile(file, "utf8").catch(() => ""), 10);
  if (Number.isNaN(pid)) return rm(file, { force: true });
  if (await isServerOf(site, pid)) {
    log(`Stopping the embedded Postgres (process ${pid}) that outlived its Citegraph.`);
    await stopServer(site);
  } else {
    log("Removing the stale pid file of an embedded Postgres that is gone.");
    await rm(file, { force: true });
  }
}

/** Whether process `pid` is a server of this very data folder, and not one that was given the same id since. */
async function isServerOf(site: Site, pid: number): Promise<boolean> {
  if (process.platform === "win32") {
    return (await run(site.binaries.pgCtl, ["status", "-D", site.data], site.user)).code === 0;
  }
  return (await commandLine(pid))?.includes(site.data) ?? false;
}
