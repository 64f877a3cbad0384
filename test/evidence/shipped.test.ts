import { shipped, type World } from "../support/world";

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

interface Placement {
  rank: number;
  city: { slug: string };
  evidence: { status: string; claims: { deprecated: string | null; values: { rank?: number } }[] };
}

test("six cities of the IMD Smart City Index 2024 are printed with another rank somewhere; each slip is told", async () => {
  const { placements } = await graph.ask<{ placements: { nodes: Placement[] } }>(`{
    placements(
      where: { edition: { slug: { eq: "imd-smart-city-index-2024" } }, evidence: { status: { notIn: [CORROBORATED, SINGLE_SOURCE] } } }
      orderBy: { field: RANK }
    ) { nodes { rank city { slug } evidence { status claims { deprecated values } } } }
  }`);
  expect(
    placements.nodes.map(({ rank, city, evidence: { status, claims } }) => [
      city.slug,
      rank,
      claims.filter(({ deprecated }) => deprecated !== null).map(({ values }) => values.rank),
      status,
    ]),
  ).toEqual([
    ["geneva-ch", 4, [3, 5], "CORRECTED"],
    ["new-york-us", 34, [35], "CORRECTED"],
    ["ho-chi-minh-city-vn", 105, [104], "CORRECTED"],
    ["brasilia-br", 130, [131], "CORRECTED"],
    ["sao-paulo-br", 132, [133], "CORRECTED"],
    ["rio-de-janeiro-br", 139, [140], "CORRECTED"],
  ]);
});

test("a slip in a forecast is corrected: 5.7 billion dollars, not 5.2, spent on intersections in 2022", async () => {
  expect(
    await graph.ask(`{ forecast(slug: "juniper-2022-smart-intersections") {
      baseYear baseValue evidence { status claims { text deprecated source { publisher { slug } } } }
    } }`),
  ).toEqual({
    forecast: {
      baseYear: 2022,
      baseValue: 5.7,
      evidence: {
        status: "CORRECTED",
        claims: [
          {
            text: "2022: 5.7, 2027: 10.2, growth in percent 78",
            deprecated: null,
            source: { publisher: { slug: "juniper-research" } },
          },
          {
            text: "2022: 5.2, 2027: 10.2",
            deprecated: expect.stringContaining("matching the stated 78%") as unknown,
            source: { publisher: { slug: "movemnt" } },
          },
        ],
      },
    },
  });
});

test("what is said of Nick Maynard's view rests on two publishers beside the article", async () => {
  expect(
    await graph.ask(
      '{ statement(id: "Statement:City:shanghai-cn/joined-up-data") { evidence { status publishers } } }',
    ),
  ).toEqual({ statement: { evidence: { status: "CORROBORATED", publishers: 3 } } });
});

test("every fact has a preferred claim of its own, from the source it names", async () => {
  const query = (list: string) =>
    `{ ${list}(first: 500) { nodes { id source { slug } evidence { preferred { isPreferred fact { id } source { slug } } } } } }`;
  for (const list of ["placements", "observations", "statements", "forecasts", "expoEditions", "wins"]) {
    const data = await graph.ask<Record<string, { nodes: Sourced[] }>>(query(list));
    const wrong = data[list]!.nodes.filter(
      ({ id, source, evidence: { preferred } }) =>
        !preferred.isPreferred || preferred.fact?.id !== id || preferred.source.slug !== source.slug,
    );
    expect({ list, wrong }).toEqual({ list, wrong: [] });
  }
});

interface Sourced {
  id: string;
  source: { slug: string };
  evidence: { preferred: { isPreferred: boolean; fact: { id: string } | null; source: { slug: string } } };
}
