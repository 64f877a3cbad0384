import { shipped, type World } from "../support/world";

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

const count = async (list: string, where: string) => {
  const data = await graph.ask<Record<string, { totalCount: number }>>(`{ ${list}(where: ${where}) { totalCount } }`);
  return data[list]!.totalCount;
};

test("so many facts of each kind ship", async () => {
  const data = await graph.ask<{ graph: { counts: { kind: string; count: number }[] } }>(
    "{ graph { counts { kind count } } }",
  );
  expect(Object.fromEntries(data.graph.counts.map(({ kind, count }) => [kind, count]))).toMatchObject({
    sources: 493,
    indices: 1,
    rankings: 29,
    rankingEditions: 71,
    placements: 1906,
    subScores: 3372,
    awards: 5,
    awardEditions: 19,
    wins: 88,
    expos: 18,
    expoEditions: 55,
    initiatives: 46,
    forecasts: 76,
    statements: 110,
  });
});

test("so many claims stand and are deprecated; each of those says why", async () => {
  const kinds = ["placements", "subScores", "wins", "expoEditions", "observations", "forecasts", "statements"];
  const claimsOf = (kind: string) =>
    `${kind}: claims(where: { kind: { eq: "${kind}" }, deprecated: { isNull: true } }) { totalCount }`;
  const { sources } = await graph.ask<{ sources: { nodes: SourceClaims[] } }>(`{ sources(first: 500) { nodes {
    licence licenceClass ${kinds.map(claimsOf).join(" ")}
    deprecated: claims(first: 100, where: { deprecated: { isNull: false } }) { nodes { kind deprecated } }
  } } }`);
  const standing = (kind: string) =>
    sources.nodes.reduce((sum, source) => sum + (source[kind] as { totalCount: number }).totalCount, 0);
  expect(Object.fromEntries(kinds.map((kind) => [kind, standing(kind)]))).toEqual({
    placements: 2257,
    subScores: 3387,
    wins: 120,
    expoEditions: 91,
    observations: 6751,
    forecasts: 79,
    statements: 173,
  });
  const deprecated = sources.nodes.flatMap((source) => source.deprecated.nodes);
  expect(deprecated).toHaveLength(56);
  expect(deprecated.filter((claim) => claim.deprecated.length < 20)).toEqual([]);
});

test("every source has a licence, and one that states none is not taken for free", async () => {
  const unlicensed =
    '{ or: [{ licence: { eq: "" } }, { licence: { eq: "NOT-STATED" }, licenceClass: { ne: UNCLEAR } }] }';
  expect(await count("sources", unlicensed)).toBe(0);
});

test("so many numbers are known of each sort of subject", async () => {
  const sorts = ["cities", "countries", "regions", "initiatives", "awardEditions", "expoEditions"];
  const known = async (sort: string) => {
    const query = `{ ${sort}(first: 500) { nodes { observations { totalCount } } } }`;
    const data = await graph.ask<Record<string, { nodes: { observations: { totalCount: number } }[] }>>(query);
    return data[sort]!.nodes.reduce((sum, { observations }) => sum + observations.totalCount, 0);
  };
  const found = await Promise.all(sorts.map(async (sort) => [sort, await known(sort)] as const));
  expect(Object.fromEntries(found)).toEqual({
    cities: 1331,
    countries: 5109,
    regions: 7,
    initiatives: 77,
    awardEditions: 35,
    expoEditions: 112,
  });
});

test.each([
  ["imd-smart-city-index-2024", 142, 142],
  ["imd-smart-city-index-2020", 109, 109],
  ["imd-smart-city-index-2023", 141, 117],
  ["arcadis-sustainable-cities-index-2022", 100, 100],
  ["global-power-city-index-2012", 40, 40],
  ["global-power-city-index-2016", 42, 42],
  ["mercer-quality-of-living-2019", 231, 100],
  ["juniper-smart-city-2023", 50, 5],
])("of %s, which assessed %d cities, the places of %d are known", async (slug, citiesAssessed, totalCount) => {
  expect(await graph.ask(`{ rankingEdition(slug: "${slug}") { citiesAssessed placements { totalCount } } }`)).toEqual({
    rankingEdition: { citiesAssessed, placements: { totalCount } },
  });
});

test("a value of a country is never said of its cities", async () => {
  const { indicators } = await graph.ask<{ indicators: { nodes: { subjects: string[]; values: Total }[] } }>(
    "{ indicators(first: 100, where: { use: { eq: PROXY } }) { nodes { subjects values { totalCount } } } }",
  );
  expect(indicators.nodes.map(({ subjects }) => subjects)).toEqual(Array.from({ length: 7 }, () => ["COUNTRY"]));
  expect(indicators.nodes.reduce((sum, { values }) => sum + values.totalCount, 0)).toBe(235);
});

test("what could not be confirmed stays out", async () => {
  const factors = '{ edition: { slug: { eq: "easypark-smart-cities-index-2019" } } }';
  expect(await count("subScores", factors)).toBe(0);
  expect(await count("indicators", '{ name: { contains: "ticketing" } }')).toBe(0);
  const copied =
    '{ edition: { slug: { eq: "imd-smart-city-index-2023" } }, source: { slug: { eq: "teosw-thesis-workbook-imd-2024" } } }';
  expect(await count("placements", copied)).toBe(12);
});

test("a place whose city the publisher does not tell from its namesakes is kept in words", async () => {
  expect(
    await graph.ask(
      '{ statement(id: "Statement:RankingEdition:eden-top50-smart-city-governments-2020/place-21") { text } }',
    ),
  ).toEqual({
    statement: { text: expect.stringMatching(/28\.1, goes to Hamilton; which .* is not said/) as unknown },
  });
});

test.each([
  ["Observation:AwardEdition:wsca-2020/entrant-countries/2020", ["46", "46", "48"]],
  ["Observation:AwardEdition:wsca-2019/entrant-countries/2019", ["54", "59", "54", "54", "54"]],
  ["Observation:ExpoEdition:scewc-2015/attendees/2015", ["14,288", "15,000", "14,000"]],
  ["Observation:ExpoEdition:scewc-2019/attendees/2019", ["24,000", "25,000"]],
  ["Observation:ExpoEdition:scewc-2024/attendees/2024", ["25,771", "more than 26,000"]],
  ["Observation:ExpoEdition:scewc-2025/attendees/2025", ["more than 27,000", "about 25,000"]],
  ["Observation:Country:cn/urban-population-share/2024", ["65.8947", "65.54", "67"]],
  ["Placement:easypark-smart-cities-index-2019/boston-us", ["rank 9", "rank 10"]],
])("%s is contested", async (id, texts) => {
  const { dispute } = await graph.ask<{ dispute: { claims: { text: string; deprecated: string | null }[] } | null }>(
    `{ dispute(id: "Dispute:${id}") { claims { text deprecated } } }`,
  );
  expect(dispute?.claims.filter(({ deprecated }) => deprecated === null).map(({ text }) => text)).toEqual(texts);
});

interface Total {
  totalCount: number;
}

interface SourceClaims {
  [kind: string]: unknown;
  deprecated: { nodes: { kind: string; deprecated: string }[] };
}
