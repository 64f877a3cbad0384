import { type Pool } from "pg";
import { longest, most } from "../../src/store/prepared";
import { createReadPool } from "../../src/store/read-pool";
import { createRun } from "../../src/store/run";
import { createDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let pool: Pool;
let run: ReturnType<typeof createRun>;
beforeAll(async () => {
  database = await createDatabase();
  // One connection: what a statement leaves behind meets the next one.
  pool = createReadPool(database.url, 1, () => {});
  run = createRun(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test("columns come as Postgres writes them in text", async () => {
  const text = "select 'Łódź', 7, null, array[true, false], null::json";
  expect(await run({ name: "columns", text, values: [] })).toEqual(["Łódź", "7", null, "{t,f}", null]);
});

test.each([
  ["text", `a "quoted" \\ word`],
  ["int", 42],
  ["float8", -0.5],
  ["boolean", true],
  ["text[]", ["plain", "", "NULL", 'with " and \\', "{a,b}", "  "]],
  ["text[]", []],
  ["text[]", ["a", null]],
  ["float8[]", [1, 2.5]],
])("a parameter of type %s arrives as it was given: %j", async (type, value) => {
  const name = `parameter ${type}`;
  const [json] = await run({ name, text: `select to_json($1::${type})`, values: [value] });
  expect(JSON.parse(json!)).toEqual(value);
});

test("a parameter that is null is null", async () => {
  expect(await run({ name: "null", text: "select $1::text is null", values: [null] })).toEqual(["t"]);
});

test("a statement is prepared once", async () => {
  const ask = () => run({ name: "once", text: "select $1::int + 1", values: [1] });
  await Promise.all([ask(), ask(), ask()]);
  const { rows } = await pool.query("select count(*)::int as n from pg_prepared_statements where name = 'once'");
  expect(rows).toEqual([{ n: 1 }]);
});

/** A statement of so many characters that tells the process behind its connection. */
const padded = (name: string, length: number) => {
  const text = "select pg_backend_pid()::text, $1::text -- ";
  return { name, text: text.padEnd(length, "x"), values: ["a"] };
};

test("a long statement is answered each time, and leaves nothing prepared", async () => {
  const long = padded("long", longest + 1);
  for (let time = 0; time < 3; time++) expect((await run(long))[1]).toBe("a");
  await run(padded("not so long", longest));
  const { rows } = await pool.query("select name from pg_prepared_statements where name like '%long'");
  expect(rows).toEqual([{ name: "not so long" }]);
});

test("a connection that has prepared many characters is closed, and a fresh one takes its place", async () => {
  const [first] = await run(padded("first", 100));
  const backends = new Set([first]);
  for (let n = 0; n <= most.characters / longest; n++)
    backends.add((await run(padded(`many characters ${n}`, longest)))[0]);
  expect(backends.size).toBe(2);
});

test("a statement that fails, as it is prepared or as it runs, leaves the connection fit for the next", async () => {
  const values = [0];
  await expect(run({ name: "no such", text: "select nothing_of_this_name", values: [] })).rejects.toThrow(
    "does not exist",
  );
  const divide = { name: "divide", text: "select 6 / $1::int", values };
  await expect(run(divide)).rejects.toThrow("division by zero");
  expect(await run({ ...divide, values: [2] })).toEqual(["3"]);
  await expect(run({ name: "no such", text: "select nothing_of_this_name", values: [] })).rejects.toThrow(
    "does not exist",
  );
});
