import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, type GraphQLObjectType, type OperationDefinitionNode, parse } from "graphql";
import { schema as graph } from "../../src/app";
import { type Price } from "../../src/graph/price";
import { createCosting, maxCost, tooCostly } from "../../src/server/cost";
import { ask, open } from "./parts";

const schema = buildSchema(`
  type Query {
    city(slug: String!): City
    cities(first: Int, last: Int): CityConnection!
    nodes(ids: [ID!]!): [Node]!
  }
  interface Node { id: ID! }
  type Country { name: String! cities(first: Int, last: Int): CityConnection! }
  type City implements Node { id: ID! name: String! country: Country! claims: [Claim!]! }
  type Claim { text: String! city: City! }
  type CityConnection { edges: [CityEdge!]! nodes: [City!]! pageInfo: PageInfo! totalCount: Int! }
  type CityEdge { cursor: String! node: City! }
  type PageInfo { endCursor: String }
`);

const costOf = (query: string, variables = {}, operationName?: string) =>
  createCosting(schema)(parse(query), operationName, variables);

test.each([
  ["one thing is one object", '{ city(slug: "a") { name } }', {}, 1],
  ["what hangs on it counts too", '{ city(slug: "a") { name country { name } } }', {}, 2],
  ["a list without pages is taken to have ten rows", '{ city(slug: "a") { claims { city { name } } } }', {}, 21],
  ["a page has 50 rows when none are asked for", "{ cities { nodes { name } } }", {}, 50],
  ["a page has as many rows as are asked for", "{ cities(first: 7) { nodes { name } } }", {}, 7],
  ["counted from the end as well", "{ cities(last: 7) { nodes { name } } }", {}, 7],
  ["edges hold their rows", "{ cities(first: 7) { edges { cursor node { name } } } }", {}, 14],
  [
    "pages within pages multiply",
    "{ cities(first: 10) { nodes { country { cities(first: 20) { nodes { name } } } } } }",
    {},
    220,
  ],
  ["a total is ten", "{ cities { totalCount } }", {}, 10],
  ["sizes may be variables", "query ($n: Int) { cities(first: $n) { nodes { name } } }", { n: 9 }, 9],
  ["with defaults", "query ($n: Int = 8) { cities(first: $n) { nodes { name } } }", {}, 8],
  ["and null is none", "query ($n: Int = 8) { cities(first: $n) { nodes { name } } }", { n: null }, 50],
  [
    "a size beyond the limit, refused later, counts as the limit",
    "{ cities(first: 9999999) { nodes { name } } }",
    {},
    500,
  ],
  ["ids count", '{ nodes(ids: ["a", "b", "c"]) { id ... on City { country { name } } } }', {}, 6],
  ["ids in a variable count", "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids: ["a", "b"] }, 2],
  [
    "fragments count wherever they are spread",
    '{ a: city(slug: "a") { ...c } b: city(slug: "b") { ...c } } fragment c on City { country { name } }',
    {},
    4,
  ],
  ["what may be skipped is there", '{ city(slug: "a") { country @skip(if: true) { name } } }', {}, 2],
])("%s", (_title, query, variables, objects) => {
  expect(costOf(query, variables).cost).toBe(objects);
});

const reckoned = buildSchema(`
  type Query { cities(first: Int): CityConnection! index(input: IndexInput!, title: String): Index years(from: [Int!], horizon: Int = 20): Index }
  input IndexInput { parts: [PartInput!]! horizon: Int! = 30 levels: [Float!]! = [0.5, 0.9] }
  input PartInput { name: String! parts: [PartInput!] }
  type CityConnection { nodes: [City!]! totalCount: Int! }
  type City { name: String! citation: String! index: Index }
  type Index { years(first: Int! = 200): [Year!]! parts: [Part!]! }
  type Year { intervals: [Interval!]! }
  type Interval { low: Float! }
  type Part { name: String! }
`);
const fieldOf = (type: string, field: string) => (reckoned.getType(type) as GraphQLObjectType).getFields()[field]!;
const needs = (parse("{ index { years(first: 3) { intervals { low } } } }").definitions[0] as OperationDefinitionNode)
  .selectionSet;
const prices: [string, string, Price][] = [
  ["Query", "index", { cost: 100, bounds: ["horizon", "levels", "parts"] }],
  ["Query", "years", { bounds: ["horizon"] }],
  ["City", "citation", { needs }],
  ["City", "index", { cost: 7, once: 1_000 }],
  ["Index", "years", { rows: { by: "horizon", most: 40 } }],
  ["Index", "parts", { rows: { by: "parts", most: 25 } }],
  ["Year", "intervals", { rows: { by: "levels", most: 4 } }],
];
for (const [type, field, price] of prices) fieldOf(type, field).extensions = { price };

const input = (more: object) => ({
  input: { parts: [{ name: "a", parts: [{ name: "b" }, { name: "c" }] }, { name: "d" }], ...more },
});
const variable = "query ($input: IndexInput!)";

test.each([
  ["a price comes to the row", "{ index(input: { parts: [] }) { __typename } }", {}, 101],
  [
    "a list has as many rows as a field of an input says",
    "{ index(input: { parts: [], horizon: 8 }) { years { __typename } } }",
    {},
    109,
  ],
  ["as the schema says where nothing is given", "{ index(input: { parts: [] }) { years { __typename } } }", {}, 131],
  [
    "as a variable says",
    "query ($n: Int!) { index(input: { parts: [], horizon: $n }) { years { __typename } } }",
    { n: 9 },
    110,
  ],
  [
    "as an input in a variable says",
    `${variable} { index(input: $input) { years { __typename } } }`,
    input({ horizon: 5 }),
    106,
  ],
  [
    "as the schema says where the variable is silent",
    `${variable} { index(input: $input) { years { __typename } } }`,
    input({}),
    131,
  ],
  ["as an argument says", "{ years(horizon: 3) { years { __typename } } }", {}, 4],
  ["no more than it can have", "{ years(horizon: 300) { years { __typename } } }", {}, 41],
  ["as many as it can have where null is said", "{ years(horizon: null) { years { __typename } } }", {}, 41],
  ["no more than it is asked for", "{ years(horizon: 30) { years(first: 2) { __typename } } }", {}, 3],
  [
    "lists within lists, by what stands above both",
    "{ index(input: { parts: [], horizon: 8 }) { years { intervals { low } } } }",
    {},
    125,
  ],
  [
    "in fragments too",
    "{ index(input: { parts: [], horizon: 8 }) { ...f } } fragment f on Index { years { intervals { low } } }",
    {},
    125,
  ],
  [
    "a list counts what lists within it hold",
    '{ index(input: { parts: [{ name: "a", parts: [{ name: "b" }] }] }) { parts { name } } }',
    {},
    103,
  ],
  ["in a variable as well", `${variable} { index(input: $input) { parts { name } } }`, input({}), 105],
  [
    "what a field needs of its row is read for each",
    "{ cities(first: 5) { nodes { citation } } }",
    {},
    5 * (1 + 1_000 * 0 + 7 + 1 + 3 + 3 * 4),
  ],
  [
    "what is made for all rows is paid once",
    "{ cities(first: 5) { nodes { index { __typename } } } }",
    {},
    5 * (1 + 7 + 1) + 1_000,
  ],
  [
    "for each field that asks for it",
    "{ cities(first: 5) { nodes { index { __typename } b: index { __typename } } } }",
    {},
    5 * (1 + 2 * 8) + 2_000,
  ],
])("%s", (_title, query, variables, cost) => {
  expect(createCosting(reckoned)(parse(query), undefined, variables).cost).toBe(cost);
});

test.each(["constructor", "__proto__", "toString"])("a variable may be called %s, given or not", (name) => {
  const query = `query ($${name}: Int) { cities(first: $${name}) { nodes { name } } }`;
  const given = JSON.parse(`{ ${JSON.stringify(name)}: 7 }`) as object;
  expect([costOf(query).cost, costOf(query, given).cost]).toEqual([50, 7]);
});

test("what is paid once is told without being multiplied", () => {
  const { most } = createCosting(reckoned)(
    parse("{ cities(first: 500) { nodes { index { __typename } } } }"),
    undefined,
    {},
  );
  expect(most).toEqual([
    { path: ["cities", "nodes", "index"], cost: 4_000 },
    { path: ["cities", "nodes", "index"], cost: 1_000 },
    { path: ["cities", "nodes"], cost: 500 },
  ]);
});

test("an input that lies deeper than any may is counted all the same", () => {
  const deep = JSON.parse(`${'{"parts":['.repeat(100_000)}${"]}".repeat(100_000)}`) as object;
  const { cost } = createCosting(reckoned)(
    parse(`${variable} { index(input: $input) { parts { name } } }`),
    undefined,
    { input: deep },
  );
  expect(cost).toBe(126);
});

test("of several operations the one that is named counts", () => {
  const query = "query A { cities(first: 3) { nodes { name } } } query B { cities(first: 4) { nodes { name } } }";
  expect([costOf(query, {}, "A").cost, costOf(query, {}, "B").cost]).toEqual([3, 4]);
});

test("fragments that double and double again are reckoned, not walked", () => {
  const fragments = Array.from({ length: 60 }, (_, at) => `fragment f${at} on City { ...f${at + 1} ...f${at + 1} }`);
  const query = `{ city(slug: "a") { ...f0 } } ${fragments.join(" ")} fragment f60 on City { country { name } }`;
  expect(costOf(query).cost).toBe(1 + 2 ** 60);
});

test("a refusal names the cost, the limit and the field that brings the most", () => {
  const query = `{ city(slug: "a") { country { name } }
    cities(first: 500) { nodes { claims { text } country { cities(first: 500) { nodes { name } } } } } }`;
  expect(tooCostly(costOf(query))).toMatchObject({
    message:
      "The operation costs 256,002, the limit is 200,000; most of it at cities.nodes.country.cities.nodes (250,000), " +
      "cities.nodes.claims (5,000), cities.nodes (500): ask for smaller pages there or above (`first`), or in several operations",
    extensions: {
      code: "QUERY_TOO_COSTLY",
      cost: 256_002,
      limit: maxCost,
      fields: [
        { field: "cities.nodes.country.cities.nodes", cost: 250_000 },
        { field: "cities.nodes.claims", cost: 5_000 },
        { field: "cities.nodes", cost: 500 },
      ],
    },
  });
  expect(tooCostly(costOf("{ cities { nodes { name } } }"))).toBeUndefined();
});

test("the worked examples cost little", () => {
  const folder = join(__dirname, "../../web/examples");
  const cost = createCosting(graph);
  const costs = readdirSync(folder).map((file) => cost(parse(readFileSync(join(folder, file), "utf8")), undefined, {}));
  for (const { cost: of } of costs) expect(of).toBeLessThan(maxCost / 20);
});

test("what is asked for several times, under other names, is told once with all that it costs", () => {
  const many = Array.from(
    { length: 3 },
    (_, i) => `a${i}: cities(first: 500) { nodes { country { cities(first: 500) { nodes { name } } } } }`,
  );
  const cost = createCosting(schema)(parse(`{ ${many.join(" ")} }`), undefined, {});
  const paths = cost.most.map(({ path }) => path.join("."));
  expect(paths).toEqual([...new Set(paths)]);
  expect(cost.most.reduce((sum, part) => sum + part.cost, 0)).toBeLessThanOrEqual(cost.cost);
  expect(cost.most[0]).toEqual({ path: ["cities", "nodes", "country", "cities", "nodes"], cost: 3 * 500 * 500 });
});

test("the server refuses before it asks the store", async () => {
  const server = await open({ schema, answer: () => Promise.reject(new Error("asked")) });
  const { status, body } = await ask(
    server,
    "query ($n: Int) { cities(first: $n) { nodes { country { cities(first: $n) { nodes { name } } } } } }",
    { n: 500 },
    { "x-request-id": "r-1" },
  );
  expect(status).toBe(400);
  expect(body.errors).toMatchObject([{ extensions: { code: "QUERY_TOO_COSTLY", cost: 251_000, requestId: "r-1" } }]);
  await server.close();
});
