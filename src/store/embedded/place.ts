import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, rmdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { StoreError } from "../store-error";
import { run, type User } from "./run";
import { ordinaryUser, userOf } from "./user";

/** A folder of our own, and who is to run Postgres in it; undefined is the present user. */
export interface Place {
  readonly folder: string;
  readonly user: User | undefined;
}

/**
 * Where an embedded server lives: `<home>/postgres`; or, where root's Citegraph runs Postgres as an ordinary account that
 * cannot reach that (a clone below /root, say), a folder below /var/lib/citegraph that belongs to this home alone.
 */
export async function findPlace(home: string, log: (message: string) => void): Promise<Place> {
  const [near, far] = placesFor(home);
  await makeFolder(home);
  if (process.getuid?.() !== 0) {
    await mkdir(near, { recursive: true, mode: 0o700 });
    return { folder: near, user: undefined };
  }
  for (const folder of existsSync(far) ? [far] : [near, far]) {
    const user = await give(folder);
    if (!user) continue;
    if (folder === far) log(`Keeping data in ${far}, since ${user.name}, who runs Postgres, cannot reach ${home}.`);
    return { folder, user };
  }
  throw new StoreError(
    `Postgres does not run as root, and an ordinary account can reach neither ${near} nor ${far}: ` +
      "set CITEGRAPH_HOME to a folder open to others, or DATABASE_URL to a Postgres server.",
  );
}

/** Where the data of a home may be: within it, and elsewhere. */
export function placesFor(home: string): readonly [near: string, far: string] {
  const name = createHash("sha256").update(home).digest("hex").slice(0, 12);
  return [join(home, "postgres"), join("/var/lib/citegraph", name)];
}

/** Makes a folder that others may pass through, whatever the umask says. */
async function makeFolder(folder: string): Promise<void> {
  if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o755);
}

/**
 * Gives `folder` to an ordinary account; one that belongs to such an account already keeps it.
 *
 * @returns the account; undefined, with nothing left behind, if it cannot reach the folder
 */
async function give(folder: string): Promise<User | undefined> {
  const owner = await stat(folder).catch(() => undefined);
  const user = owner?.uid ? await userOf(owner) : await ordinaryUser();
  await makeFolder(join(folder, ".."));
  await mkdir(folder, { recursive: true });
  await chown(folder, user.uid, user.gid);
  await chmod(folder, 0o700);
  const { code } = await run("/bin/sh", ["-c", 'test -w "$1" && test -x "$1"', "sh", folder], user);
  if (code === 0) return user;
  if (!owner) await rmdir(folder);
  return undefined;
}
