import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { StoreError } from "../store-error";
import { birth } from "./process";

/**
 * Claims a folder for this process; a claim whose process is dead is taken over.
 *
 * @returns what gives the folder up
 * @throws StoreError naming the process that holds the folder, if it lives
 */
export async function takeOwnership(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, "owner");
  const mine = `${process.pid} ${await birth(process.pid)}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await claim(file, mine)) return () => rm(file, { force: true });
    const theirs = await readFile(file, "utf8").catch(() => "");
    // An empty file is one its owner is about to fill, unless it stays empty.
    if (theirs === "" && attempt < 20) {
      await pause(25);
      continue;
    }
    const owner = await livingOwner(folder);
    if (owner !== undefined) throw inUse(folder, owner);
    await discard(file, theirs);
  }
  throw new StoreError(`Cannot claim ${folder}: other processes keep claiming it. Stop them, or set CITEGRAPH_HOME.`);
}

/** The process that holds a folder; undefined if none that lives does. */
export async function livingOwner(folder: string): Promise<number | undefined> {
  const claim = await readFile(join(folder, "owner"), "utf8").catch(() => "");
  const pid = Number.parseInt(claim, 10);
  return claim !== "" && claim === `${pid} ${await birth(pid)}` ? pid : undefined;
}

function inUse(folder: string, pid: number): StoreError {
  const who = pid === process.pid ? "this very process" : `another Citegraph (process ${pid})`;
  return new StoreError(
    `${folder} is in use by ${who}: stop it first, or set CITEGRAPH_HOME to another folder for a second Citegraph.`,
  );
}

async function claim(file: string, mine: string): Promise<boolean> {
  try {
    await writeFile(file, mine, { flag: "wx", mode: 0o644 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes a dead claim, but not a fresh one that somebody put in its place in the meantime. */
async function discard(file: string, dead: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const moved = await readFile(aside, "utf8");
  if (moved !== dead) await rename(aside, file);
  else await rm(aside);
}
