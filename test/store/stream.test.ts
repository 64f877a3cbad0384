import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { createStreams, type Streams, usualLimits } from "../../src/store/stream";
import { createDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let watcher: Client;
let streams: Streams;
beforeAll(async () => {
  database = await createDatabase();
  watcher = new Client({ connectionString: database.url });
  await watcher.connect();
});
afterAll(async () => {
  await watcher.end();
  await database.drop();
});
beforeEach(() => {
  streams = createStreams(database.url, { ...usualLimits, most: 2 });
});
afterEach(() => streams.close());

const numbers = (sql: string, ...values: unknown[]) => ({
  text: `select 7, ${sql} from generate_series(1, $1::int) g`,
  values,
  head: "head\n",
  lineEnd: "\n",
});

async function textOf(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** How many exports Postgres still has, once it is what it is expected to be, or after 5 s. */
async function connections(expected: number): Promise<number> {
  for (let left = 100; ; left--) {
    const { rows } = await watcher.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where application_name = 'citegraph export' and datname = current_database()",
    );
    if (rows[0]!.n === expected || left === 0) return rows[0]!.n;
    await pause(50);
  }
}

test.each([0, 1, 499, 500, 501, 2000])(
  "all of %i lines come, in order, between the head and the end",
  async (count) => {
    const { revision, body } = await streams.open(numbers("g::text", count));
    const lines = Array.from({ length: count }, (_, i) => `${i + 1}\n`);
    expect(await textOf(body)).toBe(`head\n${lines.join("")}`);
    expect(revision).toBe(count === 0 ? null : 7);
    expect(await connections(0)).toBe(0);
  },
);

test("values are never a part of the statement, whatever they hold", async () => {
  const hostile = `'; drop table x; -- $1 $2 \\' "quoted" {1,2} ✓`;
  const text = "select 1, g || '$1' from unnest($1::text[]) g";
  const { body } = await streams.open({ text, values: [[hostile]], head: "", lineEnd: "\n" });
  expect(await textOf(body)).toBe(`${hostile}$1\n`);
});

test("what runs through it can change nothing", async () => {
  await watcher.query("create sequence counted");
  const statement = { text: "select 1, nextval('counted')::text", values: [] };
  await expect(streams.open({ ...statement, head: "", lineEnd: "\n" })).rejects.toThrow("read-only transaction");
});

test("an only row without a line is a list of none", async () => {
  const { revision, body } = await streams.open({ text: "select 3, null::text", values: [], head: "", lineEnd: "\n" });
  expect([revision, await textOf(body)]).toEqual([3, ""]);
});

test("whoever reads slowly is read for slowly", async () => {
  const { body } = await streams.open(numbers("repeat('x', 1000)", 100_000));
  await body[Symbol.asyncIterator]().next();
  await pause(300);
  const { rows } = await watcher.query<{ state: string; wait_event: string }>(
    "select state, wait_event from pg_stat_activity where application_name = 'citegraph export' and datname = current_database()",
  );
  expect(rows).toEqual([{ state: "active", wait_event: "ClientWrite" }]);
  expect(body.readableLength).toBeLessThan(1_000_000);
  body.destroy();
});

test("a statement that fails on its way breaks the body", async () => {
  const { body } = await streams.open(numbers("(1 / (3000 - g))::text", 5000));
  await expect(textOf(body)).rejects.toThrow("division by zero");
  expect(await connections(0)).toBe(0);
});

test("a connection that is lost breaks the body", async () => {
  const { body } = await streams.open(numbers("repeat('x', 1000)", 100_000));
  const broken = expect(textOf(body)).rejects.toThrow(/terminating connection|Connection terminated/);
  await watcher.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'citegraph export' and datname = current_database()",
  );
  await broken;
});

test("a body that is destroyed gives its connection back at once", async () => {
  const { body } = await streams.open(numbers("repeat('x', 1000)", 100_000));
  expect(await connections(1)).toBe(1);
  body.destroy();
  expect(await connections(0)).toBe(0);
});

test("a body of which all has come, but was not taken, makes room for another, though its connection was lost", async () => {
  const text = "select 1, repeat('x', 100000) union all select 1, repeat('y', 40000)";
  for (let i = 0; i < 3; i++) {
    const { body } = await streams.open({ text, values: [], head: "", lineEnd: "\n" });
    while (body.readableLength < 140_000) await pause(5);
    const closed = once(
      body.on("error", () => undefined),
      "close",
    );
    await watcher.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'citegraph export'",
    );
    expect(await connections(0)).toBe(0);
    body.destroy();
    await closed;
  }
  expect(await connections(0)).toBe(0);
});

test("who goes away while Postgres still works ends its work", async () => {
  const over = new AbortController();
  const opening = streams.open(numbers("pg_sleep(30)::text", 5000), over.signal);
  expect(await connections(1)).toBe(1);
  over.abort();
  await expect(opening).rejects.toThrow();
  expect(await connections(0)).toBe(0);
});

test("no more are read at once than may be, and one that ends makes room", async () => {
  const [first, second] = [await streams.open(numbers("g::text", 9000)), await streams.open(numbers("g::text", 9000))];
  await expect(streams.open(numbers("g::text", 1))).rejects.toMatchObject({
    message: "2 exports are being read, as many as may be at once; try again in a minute",
    extensions: { code: "TOO_MANY_EXPORTS" },
  });
  await textOf(first.body);
  const third = await streams.open(numbers("g::text", 1));
  expect(await textOf(third.body)).toBe("head\n1\n");
  second.body.destroy();
});

test("a batch that takes too long is stopped, and the error says so", async () => {
  const hasty = createStreams(database.url, { ...usualLimits, batch: 1 });
  await expect(hasty.open(numbers("pg_sleep(1)::text", 5000))).rejects.toMatchObject({
    message: expect.stringContaining("took longer than 1 s"),
    extensions: { code: "QUERY_TIMEOUT" },
  });
  await hasty.close();
});

test("lines that stop coming are not waited for without end", async () => {
  const hasty = createStreams(database.url, { ...usualLimits, batch: 1 });
  const { body } = await hasty.open(
    numbers("case when g < 500 then repeat('x', 1000) else pg_sleep(30)::text end", 500),
  );
  await expect(textOf(body)).rejects.toMatchObject({ extensions: { code: "QUERY_TIMEOUT" } });
  expect(await connections(0)).toBe(0);
  await hasty.close();
});

test("who takes nothing for too long is cut off", async () => {
  const impatient = createStreams(database.url, { ...usualLimits, idle: 1 });
  const { body } = await impatient.open(numbers("repeat('x', 1000)", 100_000));
  const broken = new Promise<Error>((resolve) => body.once("error", resolve));
  await body.once("readable", () => undefined);
  expect((await broken).message).toBe("nothing of an export was taken for 1 s");
  expect(await connections(0)).toBe(0);
  await impatient.close();
});

test("a list that takes too long as a whole is cut off", async () => {
  const brief = createStreams(database.url, { ...usualLimits, whole: 0.5 });
  const { body } = await brief.open(numbers("repeat('x', 1000)", 100_000));
  await expect(new Promise((_, reject) => body.once("error", reject))).rejects.toThrow("longer than 0.5 s");
  await brief.close();
});

test("a store that cannot be reached is told as such", async () => {
  const nowhere = createStreams("postgres://citegraph@127.0.0.1:1/none", usualLimits);
  await expect(nowhere.open(numbers("g::text", 1))).rejects.toMatchObject({ extensions: { code: "UNAVAILABLE" } });
});
