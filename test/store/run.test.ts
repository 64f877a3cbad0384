import { Client } from "pg";
import { askable } from "../../src/store/run";
import { type World, world } from "../support/world";

let graph: World;
beforeAll(async () => {
  graph = await world();
}, 60_000);
afterAll(() => graph.close());

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
