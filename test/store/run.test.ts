import { Client, type Pool } from "pg";
import { createReadPool } from "../../src/store/read-pool";
import { askable, createRun } from "../../src/store/run";
import { type World, world } from "../support/world";

let graph: World;
let pool: Pool;
beforeAll(async () => {
  graph = await world();
  pool = createReadPool(graph.store.url, 4, () => {});
}, 60_000);
afterAll(async () => {
  await pool.end();
  await graph.close();
});

test("a connection that is lost, or was lost before, is a store that is away", async () => {
  const client = new Client({ connectionString: graph.store.url });
  client.on("error", () => undefined);
  await client.connect();
  const ask = () => client.query("select pg_terminate_backend(pg_backend_pid())").catch((error: unknown) => error);
  const over = new Promise<void>((resolve) => client.once("end", resolve));
  const lost = await ask();
  await over;
  const later = await ask();
  await client.end().catch(() => undefined);
  expect(String(later)).toContain("not queryable");
  for (const error of [lost, later]) expect(askable(error, 10)?.extensions).toEqual({ code: "UNAVAILABLE" });
});

test("what is a fault of the statement is nothing a caller can act on", async () => {
  const error = await graph.store.pool.query("select nothing").catch((fault: unknown) => fault);
  expect(askable(error, 10)).toBeUndefined();
});

const locked = { name: "locked", text: "select pg_advisory_xact_lock_shared(7)::text", values: [] };
const quick = { name: "quick", text: "select 'done'", values: [] };

test("reads of one who asks for a lot that takes long hold up nobody else", async () => {
  const run = createRun(pool);
  const keeper = await pool.connect();
  await keeper.query("select pg_advisory_lock(7)");
  let done = 0;
  const slow = Array.from({ length: 20 }, () => run(locked, "a").then(() => done++));
  // With one connection that keeps the lock, and two of theirs, one is left.
  for (let n = 0; n < 10; n++) expect(await run(quick, "b")).toEqual(["done"]);
  expect(done).toBe(0);
  await keeper.query("select pg_advisory_unlock(7)");
  keeper.release();
  await Promise.all(slow);
  expect(done).toBe(20);
});

test("reads that fail give their places back", async () => {
  const run = createRun(pool);
  for (let n = 0; n < 20; n++)
    await expect(run({ name: "wrong", text: "select 1 / 0", values: [] }, "a")).rejects.toThrow("division by zero");
  expect(await run(quick, "a")).toEqual(["done"]);
});
