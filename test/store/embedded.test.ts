import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { findRunning, startEmbedded } from "../../src/store/embedded";
import { openStore } from "../../src/store/store";
import { StoreError } from "../../src/store/store-error";
import { temporaryFolder } from "../support/start-postgres";

const nothing = { entities: [], migrations: [] };
const asRoot = process.getuid?.() === 0 ? test : test.skip;

let folder: string;
let home: string;
let said: string[];
const log = (message: string) => void said.push(message);
const open = () => openStore({ url: undefined, home }, nothing, log);

beforeEach(async () => {
  folder = await temporaryFolder();
  home = join(folder, "home");
  said = [];
});

afterEach(() => rm(folder, { recursive: true }));

/** A home that was opened and closed once before: to copy one takes less time than to make one. */
let made: string;
beforeAll(async () => {
  made = await temporaryFolder();
  await (await openStore({ url: undefined, home: join(made, "home") }, nothing, () => undefined)).close();
});
afterAll(() => rm(made, { recursive: true }));
const useMade = () => promisify(execFile)("cp", ["-a", join(made, "home"), home]);

test("what was written is there after a stop and a start, on the same port", async () => {
  const first = await startEmbedded(home, log);
  await query(first.url, "create table notes as select 'kept' as note");
  await first.stop();
  const second = await startEmbedded(home, log);
  expect(await query(second.url, "select note from notes")).toEqual([{ note: "kept" }]);
  expect(second.url).toBe(first.url);
  await second.stop();
});

test("text is UTF-8, sorts by code point and folds case in every script", async () => {
  await useMade();
  const server = await startEmbedded(home, log);
  const sql = "select lower('ÀΘ') as lower, 'Z' < 'a' as sorts, current_setting('server_encoding') as encoding";
  expect(await query(server.url, sql)).toEqual([{ lower: "àθ", sorts: true, encoding: "UTF8" }]);
  await server.stop();
});

test("only this machine, with the password, is let in", async () => {
  await useMade();
  const server = await startEmbedded(home, log);
  const url = new URL(server.url);
  expect(await query(server.url, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  url.password = "guess";
  await expect(query(url.href, "select 1")).rejects.toThrow("password authentication failed");
  await server.stop();
});

test("another port is taken when somebody has the last one", async () => {
  await useMade();
  const first = await startEmbedded(home, log);
  await first.stop();
  const port = Number(new URL(first.url).port);
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  const second = await startEmbedded(home, log);
  expect(Number(new URL(second.url).port)).not.toBe(port);
  await second.stop();
  other.close();
});

test("a home in use by a living process is refused, and the process named", async () => {
  await useMade();
  const child = await openInChild();
  await expect(open()).rejects.toThrow(`in use by another Citegraph (process ${child.pid})`);
  await expect(open()).rejects.toBeInstanceOf(StoreError);
  child.kill("SIGINT");
  await once(child, "exit");
  await (await open()).close();
});

test("a home that this very process has open is refused", async () => {
  await useMade();
  const store = await open();
  await expect(open()).rejects.toThrow("in use by this very process");
  await store.close();
});

test("the server that another process has open in a home can be found, and joined by its address", async () => {
  expect(await findRunning(home)).toBeUndefined();
  const child = await openInChild();
  const url = await findRunning(home);
  expect(await query(url!, "select current_database() as name")).toEqual([{ name: "citegraph" }]);
  child.kill("SIGINT");
  await once(child, "exit");
  expect(await findRunning(home)).toBeUndefined();
});

test("after kill -9 of Node the server that lives on is stopped, and the next start comes up", async () => {
  await useMade();
  const child = await openInChild();
  child.kill("SIGKILL");
  await once(child, "exit");
  const store = await open();
  expect(said).toEqual([expect.stringMatching(/^Stopping the embedded Postgres \(process \d+\) that outlived/)]);
  expect((await store.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await store.close();
});

test("after kill -9 of Node and Postgres alike the next start comes up", async () => {
  await useMade();
  const child = await openInChild();
  const pid = Number.parseInt(await readFile(join(home, "postgres/data/postmaster.pid"), "utf8"), 10);
  child.kill("SIGKILL");
  process.kill(pid, "SIGKILL");
  await once(child, "exit");
  await (await open()).close();
});

test("a pid file that names a process which is no Postgres is removed, and the process left alone", async () => {
  await useMade();
  const bystander = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  await writeFile(join(home, "postgres/data/postmaster.pid"), `${bystander.pid}\n`);
  await (await open()).close();
  expect(said).toContain("Removing the stale pid file of an embedded Postgres that is gone.");
  expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  bystander.kill("SIGKILL");
});

test("Ctrl-C in a terminal reaches Node alone, which answers what is under way and then stops Postgres", async () => {
  await useMade();
  const child = await openInChild();
  const pid = Number.parseInt(await readFile(join(home, "postgres/data/postmaster.pid"), "utf8"), 10);
  const words = once(child.stdout!, "data");
  process.kill(-child.pid!, "SIGINT");
  expect(String(await words)).toBe("still here\n");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});

test("a file where the home should be is refused in words", async () => {
  await writeFile(home, "");
  await expect(open()).rejects.toThrow(`Cannot keep data in ${home}: a file stands where a folder is needed`);
});

test("data of another major version is refused, with what to do", async () => {
  await useMade();
  await writeFile(join(home, "postgres/data/PG_VERSION"), "14\n");
  await expect(open()).rejects.toThrow(/was made by Postgres 14, but npm has installed \d+: install the older/);
});

test("a server that does not start is refused with its own words", async () => {
  await useMade();
  await rm(join(home, "postgres/data/global/pg_control"));
  await expect(open()).rejects.toThrow(/did not start: .*could not find the database system/);
});

test("a start that was cut short leaves nothing that hinders the next", async () => {
  await mkdir(join(home, "postgres/data.new/base"), { recursive: true });
  await writeFile(join(home, "postgres/password"), "old");
  await (await open()).close();
});

asRoot("root's data rests elsewhere when the account that runs Postgres cannot reach the home", async () => {
  await chmod(folder, 0o700);
  const store = await open();
  const { rows } = await store.pool.query("show data_directory");
  const place = join(rows[0].data_directory, "..");
  expect(place).toMatch(/^\/var\/lib\/citegraph\//);
  expect(said[0]).toContain(`Keeping data in ${place}`);
  await store.close();
  await rm(place, { recursive: true });
});

/** A process of its own, at the head of its own process group as a shell starts one, that has the store open. */
async function openInChild(): Promise<ChildProcess> {
  const args = ["--require", join(__dirname, "../support/typescript.js"), join(__dirname, "open-and-wait.ts"), home];
  const child = spawn(process.execPath, args, { detached: true, stdio: ["ignore", "pipe", "inherit"] });
  expect(String(await once(child.stdout, "data"))).toBe("open\n");
  return child;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
