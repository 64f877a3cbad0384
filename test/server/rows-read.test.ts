import { parse, validate } from "graphql";
import { handedBeyond } from "../../bench/worst/handed";
import { rowsOf } from "../../bench/worst/rows";
import { readerOf, schema } from "../../src/app";
import { RawJson } from "../../src/graph/raw-json";
import { createCosting } from "../../src/server/cost";
import { type Counted, counted } from "../support/counted";
import { examples } from "../support/examples";
import { shipped, type World } from "../support/world";

let graph: World;
let watched: Counted;
beforeAll(async () => {
  graph = await shipped();
  watched = counted(graph.store);
}, 120_000);
afterAll(() => graph.close());

const costOf = createCosting(schema);

/** What a question costs, and how many rows its answer holds and were read for it, where nothing is remembered. */
async function asked(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);
  const { cost } = costOf(document, undefined, variables);
  const answer = readerOf(watched.store, { publicUrl: "https://citegraph.example" });
  const [{ data, errors = [] }, statements] = await watched.statementsOf(() => answer({ document, variables }));
  const told = data instanceof RawJson ? (JSON.parse(data.text) as object) : (data ?? {});
  return { cost, errors, beyond: handedBeyond(statements), rows: rowsOf(schema, document, told) };
}

test.each([
  ["what is asked for is counted in the answer", '{ city(slug: "zurich-ch") { country { name } } }', 2, 0],
  // The source, its publisher, and the release that carried it, where one did.
  ["what a calculated field needs", "{ placements(first: 5) { nodes { citation(style: APA) } } }", 5, 10],
  [
    "what is read to reckon, a series of 69 years",
    '{ country(slug: "cn") { projection(indicator: "urban-population-share") { method } } }',
    2,
    69,
  ],
])("rows that are read are counted: %s", async (_title, query, rows, least) => {
  const found = await asked(query);
  expect([found.errors, found.rows]).toEqual([[], rows]);
  expect(found.beyond).toBeGreaterThanOrEqual(least);
  if (least === 0) expect(found.beyond).toBe(0);
});

test.each(examples)(
  "the cost of %s is not below the rows of the answer and those read for it",
  async (_place, query) => {
    const { cost, rows, beyond, errors } = await asked(query);
    expect(errors).toEqual([]);
    expect(rows + beyond).toBeLessThanOrEqual(cost);
  },
);

const ids = async (sql: string) => (await graph.store.pool.query<{ id: string }>(sql)).rows.map(({ id }) => id);

/** All parts of what is reckoned, each list as long as it is where nothing is said. */
const projection = `method history { observation { period } } points { intervals { low } } backTest { errorByStep { step } coverage { level } }
  oddities { year } scenarios { points { intervals { low } } } outcome { points { year } coverage { level } }`;
const forecastParts = `growthPercent cagrPercent check { verdict } path { year } reaches(value: 1) { year }
  rivals { forecast { slug } comparability { reasons } years { year } }
  record { outcomes { year measured { id } } course { year } toldLater { year toldBy { slug } comparability { verdict } } }`;
const scores = `scores { interval { low } chances { rank } dimensions { name }
    contributions { indicator { slug } observation { source { title } } source { title } per { id } } city { name } }
  excluded { city { name } missing { slug } } weights { name indicator { slug } } moved { city { name } }
  licences { sources { title } }`;

describe("the cost is not below what is read for the dearest of what is reckoned", () => {
  const holds = async (query: string, variables: Record<string, unknown> = {}) => {
    const { cost, rows, beyond, errors } = await asked(query, variables);
    expect(errors).toEqual([]);
    expect(beyond).toBeGreaterThan(0);
    expect(rows + beyond).toBeLessThanOrEqual(cost);
  };

  test("two lists, and the six longest", async () => {
    const longest = await ids(
      "select edition as id from placements group by edition order by count(*) desc, edition limit 6",
    );
    const query = `query ($editions: [Slug!]!) { compareRankings(editions: $editions) { editions { slug } pairs {
      earlier { slug } later { slug } comparability { instead { slug } }
      movers { city { name } earlier { rank } later { rank } } furthestApart { city { name } earlier { rank } } onlyEarlier { rank } onlyLater { rank } } } }`;
    for (const editions of [longest.slice(0, 2), longest]) await holds(query, { editions });
  });

  test.each([
    ["the usual lists", {}],
    [
      "all lists of all subjects",
      { where: {}, minimumPlaces: 2, take: "LATEST_OF_EACH_RANKING", method: "BORDA", draws: 0 },
    ],
    ["all editions", { take: "ALL", method: "BORDA", draws: 0 }],
  ])("a consensus of %s", async (_title, input) => {
    const query = `query ($input: ConsensusInput!) { consensusRanking(input: $input) {
      lists { edition { slug } } leftOut { edition { slug } } places { city { name } placements { rank } interval { low } }
      overruled { upper { name } lower { name } lists { slug } } kemeny { gap } } }`;
    await holds(query, { input });
  });

  test("where one city stands, and where each of many does", async () => {
    for (const first of [1, 60])
      await holds(
        `{ cities(first: ${first}, where: { slug: { startsWith: "" } }) { nodes { standing { best { rank } consensus { placements { rank } } } } } }`,
      );
  });

  test("an index of one indicator, of many, and of all that can be scored", async () => {
    const all = await ids(
      "select i.id from indicators i join observations o on o.indicator = i.id where i.direction <> 'NOT_SCORED' and o.subject like 'City:%' group by 1 order by count(*) desc, 1",
    );
    const query = `query ($input: CompositeIndexInput!) { compositeIndex(input: $input) { ${scores} } }`;
    for (const count of [1, 8, all.length]) {
      const parts = all.slice(0, count).map((indicator) => ({ name: indicator, indicator }));
      const input = { parts, missing: "GROUP_MEAN", countryValues: true, where: {}, simulation: { draws: 5 } };
      await holds(query, { input });
    }
  });

  test("indices that are kept by name, of the usual cities and of all", async () => {
    for (const slug of await ids("select id from indices")) {
      const change = 'change(city: "copenhagen-dk", from: 2023) { points }';
      await holds(`query ($slug: Slug!) { index(slug: $slug) { scores(simulation: { draws: 5 }) { ${scores} } } }`, {
        slug,
      });
      const { cost, rows, beyond } = await asked(
        `query ($slug: Slug!) { index(slug: $slug) { scores(where: {}, simulation: { draws: 5 }) { scores { city { name } } ${change} } } }`,
        { slug },
      );
      expect(rows + beyond).toBeLessThanOrEqual(cost);
    }
  });

  test("projections of long series and of short ones, which others help", async () => {
    const query = `query ($input: ProjectionInput!) { projection(input: $input) { ${projection} } }`;
    const input = { subject: "Country:cn", indicator: "urban-population-share" };
    const scenarios = [{ from: 2030, growthPercent: 1 }];
    for (const more of [{}, { until: 1965 }, { horizon: 200, levels: [0.1, 0.2, 0.3, 0.4, 0.5], scenarios }])
      await holds(query, { input: { ...input, ...more } });
  });

  test("projections of one row and of many", async () => {
    for (const list of ['countries(first: 1, where: { slug: { eq: "cn" } })', "countries(first: 90)"])
      await holds(
        `{ ${list} { nodes { projection(indicator: "urban-population-share", until: 1965) { ${projection} } } } }`,
      );
  });

  test("milestones", async () => {
    const query = `query ($input: MilestoneInput!) { milestone(input: $input) { reachedBy { id } years { year } projection { ${projection} } } }`;
    const input = { subject: "Country:cn", indicator: "urban-population-share", value: 80 };
    for (const more of [{}, { horizon: 200 }, { until: 1965 }]) await holds(query, { input: { ...input, ...more } });
  });

  test("forecasts side by side", async () => {
    const most = await graph.store.pool.query<{ indicator: string; subject: string }>(
      "select indicator, subject from forecasts group by 1, 2 order by count(*) desc, 1, 2 limit 3",
    );
    const query = `query ($indicator: Slug!, $subject: ID!) { compareForecasts(indicator: $indicator, subject: $subject) {
      measured { observation { id } } forecasts { forecast { slug } path { year } comparability { reasons } } projection { ${projection} } } }`;
    for (const pair of most.rows) await holds(query, { ...pair });
  });

  test("what each forecast says, how it did, and who did best", async () => {
    for (const slug of await ids("select id from forecasts order by md5(id) limit 10"))
      await holds(`query ($slug: Slug!) { forecast(slug: $slug) { ${forecastParts} } }`, { slug });
    const count = (await ids("select id from forecasts")).length;
    await holds(`{ forecasts(first: ${count}) { nodes { ${forecastParts} } } }`);
    await holds(
      "{ forecasters { forecasters { forecaster { name } outcomes { outcome { measured { id } } } } toldLater { told { year } } onTheWay { outcome { year } } } }",
    );
  });

  test("citations of pages of every kind that has them", async () => {
    for (const kind of ["placements", "observations", "wins", "statements", "forecasts", "sources"]) {
      const known = (await ids(`select id from ${kind} limit 100`)).length;
      await holds(
        `{ ${kind}(first: ${known}) { nodes { a: citation(style: APA) b: citation(style: BIBTEX) permalink } } }`,
      );
    }
  });
});
