import { type PoolClient } from "pg";
import { unchecked } from "../../src/intake/unchecked";
import { type OwnWorld, world } from "../support/world";

let graph: OwnWorld;
let client: PoolClient;
beforeAll(async () => {
  graph = await world();
}, 60_000);
beforeEach(async () => {
  client = await graph.store.pool.connect();
  await client.query("begin");
});
afterEach(async () => {
  await client.query("rollback");
  client.release();
});
afterAll(() => graph.close());

const ask = async (sql: string, values?: unknown[]) => (await client.query<Record<string, unknown>>(sql, values)).rows;

const inNoCountry = (id: string) =>
  ask(
    "insert into cities (id, name, aliases, source, recorded_in, country, prominence, external_ids) values ($1, $1, '{}', 's', 1, 'nowhere', 0, '[]')",
    [id],
  ).then(() => undefined);

const lookAtAll = () => ask("set constraints all immediate");

test("what is inserted unchecked is not looked at, all that follows is", async () => {
  await unchecked(ask, () => inNoCountry("one"));
  await expect(lookAtAll()).resolves.toEqual([]);
  await ask("set constraints all deferred");
  await inNoCountry("another");
  await expect(lookAtAll()).rejects.toThrow(/violates foreign key constraint/);
});

test("an account that may not say so has Postgres look", async () => {
  await ask("create role plain_account");
  await ask("grant select, insert on cities, countries to plain_account");
  await ask("grant select, insert, update on counts to plain_account");
  await ask("set local role plain_account");
  await unchecked(ask, () => inNoCountry("one"));
  await expect(lookAtAll()).rejects.toThrow(/violates foreign key constraint/);
});
