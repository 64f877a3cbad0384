import { setTimeout as sleep } from "node:timers/promises";
import { type Pool } from "pg";
import { Lanes } from "../../src/store/lanes";
import { longest, most } from "../../src/store/prepared";
import { createReadPool } from "../../src/store/read-pool";
import { createRun } from "../../src/store/run";
import { createDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let pool: Pool;
let lanes: Lanes;
let run: ReturnType<typeof createRun>;
beforeAll(async () => {
  database = await createDatabase();
  pool = createReadPool(database.url, 1, () => {});
});
beforeEach(() => {
  lanes = new Lanes(database.url, 1);
  run = createRun(pool, lanes);
});
afterEach(() => lanes.close());
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const who = { name: "who", text: "select pg_backend_pid()::text", values: [] };

/** The process behind the pool's one connection. */
const ofPool = async () => String((await pool.query<{ pid: number }>("select pg_backend_pid() as pid")).rows[0]!.pid);

/** Asks until the lane answers; answers the process behind it. */
async function laneOpen(): Promise<string> {
  const own = await ofPool();
  for (;;) {
    const [pid] = await run(who);
    if (pid !== own) return pid!;
    await sleep(10);
  }
}

test("what is light by its earlier runs takes a lane, what is heavy or not known has a connection to itself", async () => {
  const own = await ofPool();
  expect(await run(who)).toEqual([own]);
  expect(await laneOpen()).not.toBe(own);
  const heavy = { name: "heavy", text: "select pg_backend_pid()::text from pg_sleep(0.05)", values: [] };
  expect(await Promise.all([run(heavy), run(heavy)])).toEqual([[own], [own]]);
});

test("many at once are answered each with its own, and prepared once", async () => {
  await laneOpen();
  const double = (n: number) => run({ name: "double", text: "select (2 * $1::int)::text", values: [n] });
  await double(0);
  const numbers = Array.from({ length: 200 }, (_, n) => n);
  expect(await Promise.all(numbers.map(double))).toEqual(numbers.map((n) => [String(2 * n)]));
});

test("one that fails in a lane fails as it does by itself, and those beside it are answered", async () => {
  await laneOpen();
  const divide = (n: number) => run({ name: "divide in a lane", text: "select (6 / $1::int)::text", values: [n] });
  await divide(1);
  const came = await Promise.allSettled([divide(1), divide(0), divide(2), divide(0), divide(3)]);
  expect(came.map((one) => (one.status === "fulfilled" ? one.value[0] : one.reason.message))).toEqual([
    "6",
    "division by zero",
    "3",
    "division by zero",
    "2",
  ]);
});

test("one that turns out to be heavy is stopped in its lane, and answered by itself", async () => {
  const lane = await laneOpen();
  const text = "select pg_backend_pid()::text from pg_sleep($1::float8)";
  const nap = async (seconds: number) => (await run({ name: "naps", text, values: [seconds] }))[0];
  while ((await nap(0)) !== lane) await sleep(10);
  const [slow, [beside]] = await Promise.all([nap(1.2), run(who)]);
  expect(slow).toBe(await ofPool());
  expect([lane, slow]).toContain(beside);
  expect(await nap(0)).toBe(await ofPool());
});

test("what is under way in a lane that breaks is answered all the same, and the lane is opened again", async () => {
  const lane = await laneOpen();
  const asked = Array.from({ length: 20 }, () => run(who));
  await pool.query("select pg_terminate_backend($1)", [Number(lane)]);
  expect(await Promise.all(asked)).toHaveLength(20);
  expect(await laneOpen()).not.toBe(lane);
});

test("a lane that has prepared many statements makes room for a fresh one", async () => {
  const lane = await laneOpen();
  // Those that happened to take long do not count: as many more take their place.
  for (let n = 0; n <= most.statements || (await laneOpen()) === lane; n++) {
    const statement = { name: `number ${n}`, text: `select '${n}'`, values: [] };
    for (let time = 0; time < 2; time++) expect(await run(statement)).toEqual([String(n)]);
  }
});

test("a long statement takes a lane like others, and leaves nothing prepared there", async () => {
  const lane = await laneOpen();
  const text = `select pg_backend_pid()::text, $1::text -- ${"x".repeat(longest)}`;
  const long = async (n: number) => {
    const [pid, number] = await run({ name: "long", text, values: [n] });
    expect(number).toBe(String(n));
    return pid;
  };
  while ((await long(0)) !== lane) await sleep(10);
  await Promise.all([run(who), long(1), long(2), run(who), long(3)]);
  const listed = {
    name: "listed",
    text: "select pg_backend_pid(), array_agg(name) from pg_prepared_statements",
    values: [],
  };
  for (;;) {
    const [pid, names] = await run(listed);
    if (pid !== lane) continue;
    expect(names).toMatch(/who/);
    expect(names).not.toMatch(/long/);
    break;
  }
});

test("closing waits for what is under way, and what comes later has a connection to itself", async () => {
  await laneOpen();
  const asked = Array.from({ length: 20 }, () => run(who));
  await lanes.close();
  expect(new Set((await Promise.all(asked)).flat()).size).toBeLessThanOrEqual(2);
  expect(await run(who)).toEqual([await ofPool()]);
});
