import { type MigrationInterface, type QueryRunner } from "typeorm";
import { connectionOf, countPrepared, most } from "../../src/store/prepared";
import { openStore, type Store } from "../../src/store/store";
import { createDatabase, type TestDatabase } from "../support/database";

class Slow1700000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query("create table steps (step integer)");
    await db.query("insert into steps select 1 from pg_sleep(0.2)");
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("drop table steps");
  }
}

class Broken1700000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query("create table halves (half integer)");
    await db.query("create table steps (again integer)");
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("drop table halves");
  }
}

const parts = { entities: [], migrations: [Slow1700000000001] };
let database: TestDatabase;
let stores: Store[];

beforeEach(async () => {
  database = await createDatabase();
  stores = [];
});

afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await database.drop();
});

async function open(poolSize = 10, log: (message: string) => void = () => undefined): Promise<Store> {
  const store = await openStore({ url: database.url, home: "", poolSize }, parts, log);
  stores.push(store);
  return store;
}

test("instances that start at once on one empty database all come up, and migrate it once", async () => {
  const said: string[] = [];
  const opened = await Promise.all([1, 2, 3].map(() => open(1, (message) => void said.push(message))));
  for (const { pool } of opened) expect((await pool.query("select step from steps")).rows).toEqual([{ step: 1 }]);
  expect(said.filter((message) => message.startsWith("Migrated"))).toEqual([
    "Migrated the database: Slow1700000000001.",
  ]);
});

test("a migration that fails leaves nothing half done, and the next start may run it again", async () => {
  const broken = { entities: [], migrations: [Slow1700000000001, Broken1700000000002] };
  const attempt = openStore({ url: database.url, home: "" }, broken, () => undefined);
  await expect(attempt).rejects.toThrow('The migration Broken1700000000002 failed: relation "steps" already exists');
  const { pool } = await open();
  expect(
    (await pool.query("select to_regclass('halves') as halves, to_regclass('steps')::text as steps")).rows,
  ).toEqual([{ halves: null, steps: "steps" }]);
});

test("a read runs as citegraph, in UTC, without jit, for 10 s at most", async () => {
  const { pool } = await open();
  const names = ["application_name", "TimeZone", "jit", "statement_timeout"];
  const { rows } = await pool.query("select current_setting(name) as setting from unnest($1::text[]) as name", [names]);
  expect(rows.map(({ setting }) => setting)).toEqual(["citegraph", "UTC", "off", "10s"]);
});

test("a write runs as citegraph, in UTC, as long as it must", async () => {
  const { source } = await open();
  const sql =
    "select current_setting('application_name') as name, current_setting('TimeZone') as zone, current_setting('statement_timeout') as limit";
  expect(await source.query(sql)).toEqual([{ name: "citegraph", zone: "UTC", limit: "0" }]);
});

test("a connection that has prepared too many statements is closed, and a fresh one takes its place", async () => {
  const { pool } = await open(1);
  const read = async (n: number) => {
    const { rows } = await pool.query({ name: `read ${n}`, text: `select ${n} as n, pg_backend_pid() as backend` });
    return rows[0].backend as number;
  };
  const first = await read(0);
  for (let n = 1; n < most.statements; n++) expect(await read(n)).toBe(first);
  const client = await pool.connect();
  expect(countPrepared(connectionOf(client))).toBe(most.statements);
  client.release();
  expect(await read(0)).toBe(first);
  expect(await read(most.statements)).toBe(first);
  expect(await read(0)).not.toBe(first);
  expect(pool.totalCount).toBe(1);
});

test("reads that wait while a connection is replaced are all answered", async () => {
  const { pool } = await open(2);
  const numbers = Array.from({ length: 3 * most.statements }, (_, n) => n);
  const answers = await Promise.all(numbers.map((n) => pool.query({ name: `read ${n}`, text: `select ${n} as n` })));
  expect(answers.map(({ rows }) => rows[0].n)).toEqual(numbers);
});

test("closing waits for the read under way, and closing again is the same closing", async () => {
  const { pool, close } = await open();
  const read = pool.query("select 'answered' as word, pg_sleep(0.2)");
  const client = await pool.connect();
  setTimeout(() => client.release(), 100);
  await Promise.all([close(), close()]);
  expect((await read).rows[0].word).toBe("answered");
});
