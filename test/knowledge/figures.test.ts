import { shipped, type World } from "../support/world";

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

interface Edge {
  cursor: string;
  rank: number | null;
  figure: { value: number; period: string } | null;
  node: { slug: string; figure: { value: number; period: string } | null };
}

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
  edges: Edge[];
}

async function list(args: string, year?: string): Promise<Page> {
  const { cities } = await graph.ask<{ cities: Page }>(`{
    cities(${args}) {
      totalCount pageInfo { hasNextPage hasPreviousPage }
      edges { cursor rank figure { value period } node { slug figure(indicator: "pm25-annual-mean"${year ?? ""}) { value period } } }
    }
  }`);
  return cities;
}

const byAir = 'orderBy: { indicator: "pm25-annual-mean" }';
const value = ({ figure }: Edge) => figure?.value ?? Number.POSITIVE_INFINITY;

test("cities are ordered by any indicator; those without a value come last and show that they have none", async () => {
  const { edges, totalCount } = await list(`first: 500, ${byAir}`);
  const values = edges.map(value);
  expect(values).toEqual([...values].sort((a, b) => a - b));
  expect(values.filter(Number.isFinite).length).toBeGreaterThan(30);
  expect(values.some((one) => !Number.isFinite(one))).toBe(true);
  expect(totalCount).toBeGreaterThan(values.filter(Number.isFinite).length);
  expect(edges.map(({ figure }) => figure)).toEqual(edges.map(({ node }) => node.figure));
});

test("equal values share a rank, and only rows with a value have one", async () => {
  const { edges } = await list('first: 500, orderBy: { indicator: "internet-exchanges" }');
  const values = edges.map(value);
  for (const [i, { rank, figure }] of edges.entries()) {
    expect(rank).toBe(figure ? values.filter((other) => other < values[i]!).length + 1 : null);
  }
  const ranks = edges.flatMap(({ rank }) => rank ?? []);
  expect(new Set(ranks).size).toBeLessThan(ranks.length);
});

test("descending, the greatest value comes first and those without one still last", async () => {
  const { edges } = await list('first: 500, orderBy: { indicator: "pm25-annual-mean", direction: DESC }');
  const values = edges.map(({ figure }) => figure?.value ?? Number.NEGATIVE_INFINITY);
  expect(values).toEqual([...values].sort((a, b) => b - a));
  expect(edges[0]!.rank).toBe(1);
});

test("pages of such a list fit together, and ranks go on from page to page", async () => {
  const whole = await list(`first: 60, ${byAir}`);
  const pages: Edge[] = [];
  for (let after = ""; pages.length < 60; ) {
    const page = await list(`first: 7, ${byAir}${after}`);
    pages.push(...page.edges);
    after = `, after: ${JSON.stringify(page.edges.at(-1)!.cursor)}`;
  }
  expect(pages.slice(0, 60)).toEqual(whole.edges);
  const before = await list(`last: 5, ${byAir}, before: ${JSON.stringify(whole.edges[20]!.cursor)}`);
  expect(before.edges).toEqual(whole.edges.slice(15, 20));
});

test("a filter by an indicator keeps rows whose value meets it, and counts only those", async () => {
  const all = await list(`first: 500, ${byAir}`);
  const has = await list(`first: 500, ${byAir}, where: { indicator: { slug: "pm25-annual-mean" } }`);
  expect(has.edges.map(({ node }) => node)).toEqual(all.edges.filter(({ figure }) => figure).map(({ node }) => node));
  expect(has.totalCount).toBe(has.edges.length);
  const clean = await list(`first: 500, ${byAir}, where: { indicator: { slug: "pm25-annual-mean", gte: 5, lte: 10 } }`);
  expect(clean.totalCount).toBe(has.edges.filter((edge) => value(edge) >= 5 && value(edge) <= 10).length);
  expect(clean.totalCount).toBeGreaterThan(0);
  const none = await list('first: 0, where: { indicator: { slug: "pm25-annual-mean", isNull: true } }');
  expect(none.totalCount).toBe(all.totalCount - has.totalCount);
});

test("a year asks for the figures of that year", async () => {
  const { countries } = await graph.ask<{ countries: Page }>(`{
    countries(first: 500, orderBy: { indicator: "urban-population-share", year: 1990 }, where: { indicator: { slug: "urban-population-share", year: 1990, gt: 50 } }) {
      edges { rank figure { value period } node { figure(indicator: "urban-population-share", period: "1990") { value period } } }
    }
  }`);
  expect(countries.edges.length).toBeGreaterThan(10);
  for (const { figure, node } of countries.edges) {
    expect(figure).toEqual(node.figure);
    expect(figure!.period).toBe("1990");
    expect(figure!.value).toBeGreaterThan(50);
  }
});

test("the indicator may stand in a variable, and a cursor belongs to the list of its indicator", async () => {
  const query = `query ($of: Slug!, $after: String) {
    cities(first: 3, after: $after, orderBy: { indicator: $of }, where: { indicator: { slug: $of } }) { edges { cursor figure { indicator { slug } } } }
  }`;
  type Cities = { cities: { edges: { cursor: string; figure: { indicator: { slug: string } } }[] } };
  const page = await graph.ask<Cities>(query, { of: "pm25-annual-mean" });
  const other = await graph.ask<Cities>(query, { of: "grid-carbon-intensity" });
  const slugs = ({ cities }: Cities) => cities.edges.map(({ figure }) => figure.indicator.slug);
  expect(slugs(page)).toEqual(Array(3).fill("pm25-annual-mean"));
  expect(slugs(other)).toEqual(Array(3).fill("grid-carbon-intensity"));
  const { errors } = await graph.answer(query, { of: "grid-carbon-intensity", after: page.cities.edges[0]!.cursor });
  expect(errors?.[0]?.extensions["code"]).toBe("INVALID_CURSOR");
});

test.each([
  ["an order", '{ cities(orderBy: { indicator: "pm25-anual-mean" }) { nodes { slug } } }'],
  ["a filter", '{ cities(where: { indicator: { slug: "pm25-anual-mean" } }) { nodes { slug } } }'],
  ["a figure", '{ city(slug: "shanghai-cn") { figure(indicator: "pm25-anual-mean") { value } } }'],
])("%s by an indicator that is not there says which is near", async (_, query) => {
  const { errors } = await graph.answer(query);
  expect(errors).toHaveLength(1);
  expect(errors![0]!.message).toMatch(/^no indicator `pm25-anual-mean`; did you mean `pm25-annual-mean`/);
  expect(errors![0]!.extensions["code"]).toBe("NOT_FOUND");
});

test.each(["{}", '{ field: NAME, indicator: "pm25-annual-mean" }'])(
  "an order that asks for two things or none is refused: %s",
  async (order) => {
    const { errors } = await graph.answer(`{ cities(orderBy: ${order}) { nodes { slug } } }`);
    expect(errors?.[0]?.message).toBe("orderBy expects `field` or `indicator`, one of them");
  },
);

test("lists that are ordered otherwise have no ranks and no figures", async () => {
  const { edges } = await list("first: 3, orderBy: { field: NAME }");
  expect(edges.map(({ rank, figure }) => ({ rank, figure }))).toEqual(Array(3).fill({ rank: null, figure: null }));
});

test("an initiative has its figures, each with qualifier, status, unit, words and evidence", async () => {
  const { initiatives } = await graph.ask<{ initiatives: { nodes: unknown[] } }>(`{
    initiatives(where: { text: "suishenban citizen" }) { nodes {
      figures { nodes { indicator { slug } value qualifier status unit text period evidence { status claims { source { slug } } } } }
    } }
  }`);
  expect(JSON.stringify(initiatives.nodes)).toContain('"text":"more than 1,000 services"');
});
