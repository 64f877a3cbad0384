import { parse } from "graphql";
import { Client } from "pg";
import { indexesOfMany } from "../../migrations/1700000000015-many-cities";
import { model, schema } from "../../src/app";
import { createReader } from "../../src/graph/read/reader";
import { reckoned } from "../../src/insights";
import { inThisThread } from "../../src/insights/work/in-this-thread";
import { type Statement } from "../../src/store/one-row";
import { readSession } from "../../src/store/read-pool";
import { createRun } from "../../src/store/run";
import { examples, examplesOfTime } from "../support/examples";
import { type PlanNode, wholeReads } from "../support/whole-reads";
import { shipped, type World } from "../support/world";

/** Tables that grow with what is recorded, and what has been in them. */
const growing = new Set([
  ...["cities", "names", "sources", "claims", "changes", "revisions", "disputes", "statements", "initiatives"],
  ...["observations", "headlines", "counts", "forecasts", "placements", "sub_scores", "ranking_editions"],
  ...["wins", "award_editions", "expo_editions"],
]);

/** What reads a growing table whole, or may, by what it asks; all others find what they want by an index. */
const byNature: Readonly<Record<string, readonly string[]>> = {
  // An index is reckoned of all cities that have figures of it: each is looked at whether it has any. Of more than it can take it is refused.
  "web/examples/4-how-sure-is-the-ranking.graphql": ["cities: Index Only Scan without a condition", "cities: Seq Scan"],
  // Forecasters are held against each other by all that they foretold.
  "web/examples/8-whose-forecasts-came-true.graphql": ["forecasts: Seq Scan"],
  "docs/methods-forecast.md, 2": ["forecasts: Seq Scan"],
  // Those furthest apart come first; of what kind they are, and of whom they tell, is seen as they come, until there are three.
  "docs/examples.md, 3": ["disputes: Index Scan in order, with a filter"],
  "docs/examples.md, 12": ["disputes: Index Scan in order, with a filter"],
};

let graph: World;
let client: Client;
beforeAll(async () => {
  graph = await shipped();
  client = new Client({ connectionString: graph.store.url });
  await client.connect();
  await client.query(readSession);
  // A small table is quicker read whole than by an index, and two are quicker joined so: where there is another way, it is taken.
  await client.query("set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off");
  // As there is once there are many; for this test alone, and never seen by others.
  await client.query("begin");
  for (const index of indexesOfMany()) await client.query(index);
  await client.query(`
    update pg_class set reltuples = reltuples * 1000
    where reltuples > 0 and relnamespace in ('public'::regnamespace, 'history'::regnamespace)`);
}, 120_000);
afterAll(async () => {
  await client.query("rollback");
  await client.end();
  await graph.close();
});

/** How Postgres would run a statement: with these values, or, as it may once it is prepared, whatever the values. */
async function planOf(text: string, values?: readonly unknown[]): Promise<PlanNode> {
  const how = values ? "verbose, format json" : "verbose, format json, generic_plan";
  const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: PlanNode }] }>({
    ...{ text: `explain (${how}) ${text}`, ...(values && { values: [...values] }) },
  });
  return rows[0]!["QUERY PLAN"][0].Plan;
}

/** All statements that a query sends, whoever has need of them. */
async function statementsOf(query: string): Promise<Statement[]> {
  const statements: Statement[] = [];
  const read = createRun(graph.store.pool);
  const run = (statement: Statement) => {
    statements.push(statement);
    return read(statement);
  };
  const surroundings = { publicUrl: "https://citegraph.example" };
  const answer = createReader({ schema, model, reckoned, run, near: async () => [], surroundings, work: inThisThread });
  const { errors = [] } = await answer({ document: parse(query), variables: {} });
  // The page on time speaks of a graph of its own, whose edition is none of these.
  expect(errors.filter(({ extensions }) => extensions["code"] !== "NOT_FOUND")).toEqual([]);
  return statements;
}

/** What plans read whole whatever the values, by their statement: many have some in common. */
const known = new Map<string, readonly string[]>();

async function wholeReadsOf(query: string): Promise<string[]> {
  const found: string[] = [];
  for (const { text, values } of await statementsOf(query)) {
    const generic = known.get(text) ?? wholeReads(await planOf(text), growing);
    known.set(text, generic);
    found.push(...generic, ...wholeReads(await planOf(text, values), growing));
  }
  return [...new Set(found)].sort();
}

test.each([
  ["all rows", "select * from placements", ["placements: Seq Scan"]],
  [
    "a condition that no index has, in an index",
    "select id from cities where id ~ 'a' order by id",
    ["cities: Index Only Scan with a filter"],
  ],
  [
    "such a condition, in order and to a limit",
    "select id from cities where id ~ 'a' order by id limit 1",
    ["cities: Index Only Scan in order, with a filter"],
  ],
  ["all, to be put in order", "select * from cities order by md5(id) limit 1", ["cities: Seq Scan"]],
  ["all in order", "select id from cities order by id", ["cities: Index Only Scan without a condition"]],
  [
    "all for each of some",
    "select (select count(*) from cities c where c.id > s.title) from sources s where id = 'x'",
    [],
  ],
  [
    "a limit above a join, all within it",
    "select from (values (1), (2)) v left join (select id from cities order by id offset 0) c on true limit 1",
    ["cities: Index Only Scan without a condition"],
  ],
  ["a condition", "select * from cities where id = 'oslo-no'", []],
  ["an order to a limit", "select id from cities order by id limit 1", []],
  ["a count in an index", "select count(*) from cities", []],
])("a plan that reads a table whole is told from one that does not: %s", async (_what, query, expected) => {
  expect(wholeReads(await planOf(query, []), growing)).toEqual(expected);
});

/** The aliases of a statement that stand twice in its plan, where Postgres has written a part of it into another again: `t3_1`. */
const twice = (node: PlanNode): string[] => [
  ...(/^t\d+_\d+$/.test(node.Alias ?? "") ? [node.Alias!] : []),
  ...(node.Plans ?? []).flatMap(twice),
];

test("a plan that runs a part twice is told from one that does not", async () => {
  const named = (fence: string) =>
    `select case when length(x.n) < 9 then x.n end from (select (select max(t1.name) from cities t1) as n ${fence}) x`;
  expect(twice(await planOf(named("")))).toEqual(["t1_1"]);
  expect(twice(await planOf(named("offset 0")))).toEqual([]);
});

const listed =
  "cities(first: 3) { totalCount nodes { name country { name } placements(first: 2) { nodes { rank } } } }";

test.each([
  `{ ${listed} }`,
  `query @licences { ${listed} }`,
  '{ country(slug: "ch") { name cities(first: 2) { nodes { name } } } }',
  'query @licences { country(slug: "ch") { name cities(first: 2) { nodes { name } } } }',
  '{ contested(about: "City:shanghai-cn", first: 2) { totalCount nodes { fact { id } } } }',
])("no part of the statement is run twice: %s", async (query) => {
  const [{ text }, ...others] = (await statementsOf(query)) as [Statement, ...Statement[]];
  expect([others, twice(await planOf(text))]).toEqual([[], []]);
});

test("what may read a whole table is documented still", () => {
  const places = [...examples, ...examplesOfTime].map(([place]) => place);
  expect(Object.keys(byNature).filter((place) => !places.includes(place))).toEqual([]);
});

test.each([...examples, ...examplesOfTime])(
  "%s finds what it wants in growing tables by an index",
  async (place, query) => {
    expect(await wholeReadsOf(query)).toEqual(byNature[place] ?? []);
  },
);
