import { brotliCompressSync, gzipSync } from "node:zlib";
import { Client } from "pg";
import { createApp } from "../../../../src/app";
import { createReadPool } from "../../../../src/store/read-pool";
import { type PartnerWorld, partnerWorld } from "../../../partners/world";
import { ask, open } from "../../parts";

// The OWASP GraphQL cheat sheet, on denial of service: a test for each of its lines.

let graph: PartnerWorld;
beforeAll(async () => {
  graph = await partnerWorld();
}, 60_000);
afterAll(() => graph.close());

const codeOf = async (query: string, variables = {}) =>
  (await graph.send(query, variables)).body.errors?.[0]?.extensions.code;

const settings = { logLevel: "silent", publicUrl: "https://citegraph.example" } as const;

test("depth is limited", async () => {
  const [down, up] = ["{ cities { nodes { country ".repeat(9), "} } } ".repeat(9)];
  expect(await codeOf(`{ cities { nodes { country ${down} { name } ${up} } } }`)).toBe("QUERY_TOO_DEEP");
});

test("amount is limited: ids, and how much is written", async () => {
  const ids = Array.from({ length: 501 }, () => "City:oslo-no");
  expect(await codeOf("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids })).toBe("BAD_USER_INPUT");
  expect(await codeOf(`{ ${"cities { totalCount } ".repeat(2_000)} }`)).toBe("QUERY_TOO_LARGE");
});

test("lists come in pages, which are bounded, also where no size is given", async () => {
  for (const page of ["first: 501", "last: 501", "first: 99999999", "first: -1"])
    expect([page, await codeOf(`{ cities(${page}) { nodes { name } } }`)]).toEqual([page, "BAD_USER_INPUT"]);
  expect(await codeOf("{ cities(first: 500) { nodes { name } } }")).toBeUndefined();
  const { body } = await graph.send("{ cities { nodes { name } } }");
  expect(body.extensions).toMatchObject({ cost: 50 });
});

test("a question that takes too long is stopped and told, and holds up nobody after it", async () => {
  const { rows } = await graph.store.pool.query<{ statement_timeout: string }>("show statement_timeout");
  expect(rows).toEqual([{ statement_timeout: "10s" }]);
  // The same, with less patience: all that is read goes by this one connection, and someone holds the cities.
  const pool = createReadPool(graph.store.url, 1, () => undefined);
  await pool.query("set statement_timeout = '300ms'");
  const { lanes: _, ...store } = { ...graph.store, pool };
  const server = await createApp(store as typeof graph.store, settings);
  const other = new Client({ connectionString: graph.store.url });
  await other.connect();
  await other.query("begin; lock table cities in access exclusive mode");
  const query = "{ cities { nodes { name } } }";
  const { body } = await ask(server, query);
  expect(body.data ?? null).toBeNull();
  expect(body.errors).toMatchObject([
    { message: expect.stringContaining("ask for fewer rows"), extensions: { code: "QUERY_TIMEOUT" } },
  ]);
  await other.query("rollback");
  await other.end();
  expect((await ask(server, query)).body.errors).toBeUndefined();
  await server.close();
  await pool.end();
});

test("cost is reckoned beforehand and limited", async () => {
  const costly = "{ cities(first: 500) { nodes { country { cities(first: 500) { nodes { name } } } } } }";
  expect(await codeOf(costly)).toBe("QUERY_TOO_COSTLY");
});

test("what one address or key may ask within a minute is limited, by cost and not by requests", async () => {
  const server = await createApp(graph.store, { ...settings, rate: 50 });
  const asked = async (query: string, headers = {}) => (await ask(server, query, {}, headers)).status;
  // Many things asked for in one operation count as in as many.
  const twenty = `{ ${Array.from({ length: 20 }, (_, n) => `c${n}: city(slug: "oslo-no") { name }`).join(" ")} }`;
  expect([await asked(twenty), await asked(twenty), await asked(twenty)]).toEqual([200, 200, 429]);
  expect(await asked(twenty, { authorization: `Bearer ${graph.keys.oslo}` })).toBe(200);
  await server.close();
});

test("what belongs together is read together: a list of lists of lists is one statement", async () => {
  const said = jest.spyOn(graph.store.pool, "query");
  const query = `{ cities(first: 20) { nodes { name country { name cities { nodes { name } } }
    observations(first: 5) { nodes { value indicator { name } source { publisher { name } } } } } } }`;
  expect((await graph.answer(query)).errors).toBeUndefined();
  expect(said).toHaveBeenCalledTimes(1);
  said.mockRestore();
});

describe("what the machine has is looked after", () => {
  test("more than can be under way at once, of one address or of all, is refused at once, with when to come again", async () => {
    const server = await open({ settings: { logLevel: "silent", underWay: 2 } });
    const from = (remoteAddress: string, query: string) =>
      server.inject({ method: "POST", url: "/graphql", payload: { query }, remoteAddress });
    const slow = ["192.0.2.1", "192.0.2.2"].map((address) => from(address, "{ slow(ms: 600) }"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const [address, refusal] of [
      ["192.0.2.1", [503, "1", "OVERLOADED"]],
      ["192.0.2.3", [503, "1", "OVERLOADED"]],
    ] as const) {
      const { statusCode, headers, body } = await from(address, "{ graph { revision } }");
      expect([statusCode, headers["retry-after"], JSON.parse(body).errors[0].extensions.code]).toEqual(refusal);
    }
    expect((await Promise.all(slow)).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    await server.close();
  });

  test("bodies are limited, compressed ones are not taken at all, and variables may be deep", async () => {
    const headers = { "content-type": "application/json" };
    const posted = (payload: string | Buffer, more = {}) =>
      graph.server.inject({ method: "POST", url: "/graphql", payload, headers: { ...headers, ...more } });
    const query = JSON.stringify({ query: `{ __typename } #${"x".repeat(2_000_000)}` });
    expect((await posted(query)).statusCode).toBe(413);
    expect((await posted(gzipSync(query), { "content-encoding": "gzip" })).statusCode).toBe(415);
    expect((await posted(brotliCompressSync(query), { "content-encoding": "br" })).statusCode).toBe(415);
    for (const depth of [100, 5_000, 50_000]) {
      const where = `${'{"not":'.repeat(depth)}{}${"}".repeat(depth)}`;
      const question = "query ($where: CityFilter) { cities(where: $where) { totalCount } }";
      const { statusCode } = await posted(`{"query":${JSON.stringify(question)},"variables":{"where":${where}}}`);
      expect([depth, statusCode]).toEqual([depth, 400]);
    }
    expect((await graph.send("{ __typename }")).status).toBe(200);
  });
});
