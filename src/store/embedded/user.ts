import { readFile } from "node:fs/promises";
import { StoreError } from "../store-error";
import { run, type User } from "./run";

/** Accounts that a system has for such work; the first that exists is taken. */
const candidates = ["citegraph", "postgres", "_postgres", "nobody", "daemon"];

/**
 * Who is to run Postgres for root, since it refuses to run as root; an account is made only where none is found.
 *
 * @throws StoreError if there is none and it cannot be made
 */
export async function ordinaryUser(): Promise<User> {
  const found = await firstCandidate();
  if (found) return found;
  await run("useradd", ["--system", "--no-create-home", "citegraph"]);
  const made = await firstCandidate();
  if (made) return made;
  throw new StoreError(
    "Postgres does not run as root, and no ordinary account was found: make one (useradd --system citegraph), " +
      "run Citegraph as an ordinary user, or set DATABASE_URL to a Postgres server.",
  );
}

/** The account that ids belong to; nameless ones are called by their number. */
export async function userOf({ uid, gid }: Pick<User, "uid" | "gid">): Promise<User> {
  return { name: (await users()).find((user) => user.uid === uid)?.name ?? `user ${uid}`, uid, gid };
}

async function firstCandidate(): Promise<User | undefined> {
  const known = await users();
  return candidates.map((name) => known.find((user) => user.name === name && user.uid > 0)).find(Boolean);
}

async function users(): Promise<User[]> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  return lines.map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}
