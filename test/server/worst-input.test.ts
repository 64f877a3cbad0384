import { type AddressInfo } from "node:net";
import { type FastifyInstance } from "fastify";
import { createApp } from "../../src/app";
import { shipped, type World } from "../support/world";

let graph: World;
let server: FastifyInstance;
let origin = "";
beforeAll(async () => {
  graph = await shipped();
  server = await createApp(graph.store, {
    ...{ logLevel: "silent", publicUrl: "https://citegraph.example" },
    cacheBytes: 1_000_000,
  });
  await server.listen({ port: 0, host: "127.0.0.1" });
  origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}, 120_000);
afterAll(async () => {
  await server.close();
  await graph.close();
});

interface Body {
  data?: unknown;
  errors?: { message: string; extensions: { code: string } }[];
}

async function post(body: unknown): Promise<{ status: number; length: number; body: Body }> {
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, length: text.length, body: JSON.parse(text) as Body };
}

// Whatever is known by now is answered straight.
beforeEach(() => post({ query: "{ graph { revision } }" }));

test.each([
  ["an object without a text", { documentId: { toString: 1, valueOf: 1 } }],
  ["lists in lists", `{"documentId":${"[".repeat(9_000)}${"]".repeat(9_000)}}`],
  ["a hash that is an object", { extensions: { persistedQuery: { version: 1, sha256Hash: { toString: 1 } } } }],
])("a document that is named by %s is refused, and the server lives", async (_what, body) => {
  const { status, body: answer } = await post(body);
  expect([status, answer.errors![0]!.extensions.code]).toEqual([400, "BAD_USER_INPUT"]);
  expect((await post({ query: "{ graph { revision } }" })).status).toBe(200);
});

test("variables that are wrong in many places are told in a few words", async () => {
  const w = Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`q${i}`, 1]));
  const { status, length, body } = await post({
    query: "query ($w: CityFilter) { cities(where: $w) { totalCount } }",
    variables: { w },
  });
  expect([status, body.errors![0]!.extensions.code]).toEqual([400, "BAD_USER_INPUT"]);
  expect(length).toBeLessThan(20_000);
});

test("an answer that would take too many bytes is refused, and does not come here", async () => {
  const notes = Array.from({ length: 98 }, (_, i) => `n${i}: title`).join(" ");
  const [source] = await graph.store.source.query<{ id: string }[]>(
    "select 'Source:' || source as id from claims group by source order by count(*) desc limit 1",
  );
  const { status, body: answer } = await post({
    query: `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Source { claims(first: 26) { nodes { source { ${notes} } } } } } }`,
    variables: { ids: Array(200).fill(source!.id) },
  });
  expect([status, answer.errors![0]!.extensions.code]).toEqual([200, "ANSWER_TOO_LARGE"]);
  expect(answer.errors![0]!.message).toContain("25 MB");
});

test("conditions without end are refused before they are written", async () => {
  const or = Array.from({ length: 3_000 }, (_, i) => ({ period: { contains: String(i) } }));
  const { status, body } = await post({
    query: "query ($w: ObservationFilter) { observations(first: 1, where: $w) { totalCount } }",
    variables: { w: { or } },
  });
  expect([status, body.errors![0]!.extensions.code]).toEqual([400, "QUERY_TOO_LARGE"]);
});

test.each(["constructor", "toString", "valueOf", "hasOwnProperty"])(
  "a page whose size is the variable $%s costs what it holds",
  async (name) => {
    const query = (variable: string) =>
      `query ($${variable}: Int = 500) { cities(first: $${variable}) { nodes { slug } } }`;
    const costOf = async (variable: string) => {
      const { body } = await post({ query: query(variable) });
      return (body as { extensions?: { cost: number } }).extensions!.cost;
    };
    expect(await costOf(name)).toBe(await costOf("size"));
  },
);
