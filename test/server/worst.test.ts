import * as fc from "fast-check";
import { type FastifyInstance } from "fastify";
import { parse } from "graphql";
import { handedBeyond } from "../../bench/worst/handed";
import { rowsOf } from "../../bench/worst/rows";
import { createApp, schema } from "../../src/app";
import { createCosting, maxCost } from "../../src/server/cost";
import { type Operation, operations } from "../graph/operations/operation";
import { samplesOf } from "../graph/operations/samples";
import { readRows } from "../graph/oracle/rows";
import { type Counted, counted } from "../support/counted";
import { shipped, type World } from "../support/world";

// `npm run bench -- worst` asks ten thousand others, as great as the limits allow, of a great database.

let graph: World;
let watched: Counted;
let server: FastifyInstance;
beforeAll(async () => {
  graph = await shipped();
  const settings = { logLevel: "silent" as const, publicUrl: "https://citegraph.example", cacheBytes: 0, rate: 0 };
  watched = counted(graph.store);
  server = await createApp(watched.store, settings);
}, 120_000);
afterAll(async () => {
  await server.close();
  await graph.close();
});

interface Body {
  readonly data?: object | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  readonly extensions?: { readonly cost?: number };
}

const costOf = createCosting(schema);

const answered = async (query: string, variables: object, operationName?: string) => {
  const response = await server.inject({
    method: "POST",
    url: "/graphql",
    payload: { query, variables, operationName },
  });
  return { status: response.statusCode, body: response.json<Body>() };
};

test.each([
  ["one", '{ city(slug: "zurich-ch") { name country { name } } }', 2],
  ["a page is none, its rows are", "{ countries(first: 3) { totalCount pageInfo { endCursor } nodes { name } } }", 4],
  ["edges hold their rows", "{ countries(first: 3) { edges { node { name } } } }", 6],
  [
    "under other names, in fragments",
    "{ a: countries(first: 2) { b: nodes { ...c } } } fragment c on Country { d: name }",
    2,
  ],
  ["what is no object is none", '{ city(slug: "zurich-ch") { aliases } __schema { queryType { name } } }', 1],
])("rows of an answer are counted: %s", async (_title, query, rows) => {
  const { body } = await answered(query, {});
  expect(rowsOf(schema, parse(query), body.data!)).toBe(rows);
});

/** Asks so many; answers how many rows came. */
async function asked(count: number, seed: number): Promise<number> {
  const samples = samplesOf(await readRows(graph.store.pool));
  let rows = 0;
  const holds = async ({ query, variables, operationName }: Operation) => {
    const document = parse(query);
    const { cost } = costOf(document, operationName, variables);
    const asking = () => answered(query, variables, operationName);
    const [{ status, body }, statements] = await watched.statementsOf(asking);
    const codes = (body.errors ?? []).map(({ extensions }) => extensions?.code);
    expect(status).toBeLessThan(500);
    expect(codes).not.toContain("QUERY_TIMEOUT");
    expect(codes).not.toContain("INTERNAL_SERVER_ERROR");
    if (cost > maxCost) expect(status).toBe(400);
    if (!body.data) return;
    expect(body.extensions).toMatchObject({ cost });
    const found = rowsOf(schema, document, body.data, operationName);
    rows += found;
    expect(statements.length).toBeGreaterThan(0);
    const beyond = handedBeyond(statements);
    neededToo += beyond;
    expect(found + beyond).toBeLessThanOrEqual(cost);
  };
  await fc.assert(fc.asyncProperty(operations(samples), holds), { numRuns: count, seed });
  return rows;
}

/** Rows that calculated fields needed beyond those of the answers. */
let neededToo = 0;

/** As many as a run of all tests has time for; more by `OPERATIONS=10000 npx jest test/server/worst`. */
const operationsAsked = Number(process.env["OPERATIONS"] ?? 200);

test(`${operationsAsked.toLocaleString("en")} operations over the whole schema: none fails, none takes too long, none has or reads more rows than it cost`, async () => {
  // At once, so that one is read while another is checked.
  const each = Math.ceil(operationsAsked / 4);
  const all = await Promise.all([7, 8, 9, 10].map((seed) => asked(each, seed)));
  for (const rows of all) expect(rows).toBeGreaterThan(5 * each);
  expect(neededToo).toBeGreaterThan(20);
}, 3_600_000);
