import { chmod, cp, lstat, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { findBinaries, nativeFolder } from "../../../src/store/embedded/binaries";
import { ordinaryUser } from "../../../src/store/embedded/user";
import { temporaryFolder } from "../../support/start-postgres";

const asRoot = process.getuid?.() === 0 ? test : test.skip;

let folder: string;
let installed: string;
let said: string[];
const log = (message: string) => void said.push(message);

/** A package as npm leaves it when it runs no install scripts: without links between libraries. */
beforeEach(async () => {
  folder = await temporaryFolder();
  installed = join(folder, "package/native");
  said = [];
  const filter = async (file: string) => !(await lstat(file)).isSymbolicLink();
  await cp(nativeFolder(), installed, { recursive: true, filter });
  await cp(join(nativeFolder(), "../package.json"), join(folder, "package/package.json"));
});

afterEach(() => rm(folder, { recursive: true }));

test("programs run although npm has not made the links between their libraries", async () => {
  const { initdb, major } = await findBinaries(join(folder, "ours"), undefined, log, installed);
  expect(initdb).toBe(join(installed, "bin/initdb"));
  expect(Number(major)).toBeGreaterThanOrEqual(18);
  expect(said).toEqual([]);
});

asRoot("programs that the account which runs Postgres cannot reach are copied to where it can, once", async () => {
  await chmod(join(folder, "package"), 0o700);
  const ours = join(folder, "ours");
  await mkdir(ours);
  const user = await ordinaryUser();
  const first = await findBinaries(ours, user, log, installed);
  expect(first.postgres.startsWith(join(ours, "binaries-"))).toBe(true);
  expect(await findBinaries(ours, user, log, installed)).toEqual(first);
  expect(said).toEqual([expect.stringContaining("since they cannot be run where npm put them")]);
});

test("a package whose programs do not run here is refused, with what to do instead", async () => {
  await rm(join(installed, "lib"), { recursive: true });
  await mkdir(join(folder, "ours"));
  const attempt = findBinaries(join(folder, "ours"), undefined, log, installed);
  await expect(attempt).rejects.toThrow(/^The embedded Postgres does not run here: .*DATABASE_URL/s);
});
