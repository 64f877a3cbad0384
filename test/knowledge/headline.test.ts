import { dust, type PartnerWorld, partnerWorld, source } from "../partners/world";

const people = `
source: { slug: people, kind: PUBLISHER, title: People, publisher: citegraph, licence: NOT-STATED, licenceClass: UNCLEAR }
indicators: [{ slug: population-urban-centre, name: Population, definition: People., unit: people, direction: NOT_SCORED, subjects: [CITY] }]
observations:
  - { subject: "City:zurich-ch", indicator: population-urban-centre, period: "2020", value: 1300000 }
  - { subject: "City:zurich-ch", indicator: population-urban-centre, period: "2035", value: 1500000, status: FORECAST }
`;

let graph: PartnerWorld;
beforeAll(async () => {
  graph = await partnerWorld(people);
  await graph.submit({
    source,
    observations: [
      dust("2024", 3),
      dust("2099", 1, { status: "PLANNED" }),
      { ...dust("2024", 1_400_000), indicator: "population-urban-centre" },
      { ...dust("2021", 10), indicator: "users" },
      { ...dust("2022", 20), indicator: "users" },
      { ...dust("2040", 90, { status: "PLANNED" }), indicator: "users" },
    ],
  });
}, 60_000);
afterAll(() => graph.close());

const figureOf = async (args: string) => {
  const { city } = await graph.ask<{ city: { figure: { period: string; value: number } | null } }>(
    `{ city(slug: "zurich-ch") { figure(${args}) { period value } } }`,
  );
  return city.figure;
};

test("what a partner claims does not displace what a publisher says, however late it is", async () => {
  expect(await figureOf('indicator: "pm25-annual-mean"')).toEqual({ period: "2023", value: 9.1 });
  expect(await figureOf('indicator: "pm25-annual-mean", period: "2024"')).toEqual({ period: "2024", value: 3 });
});

test("what was measured goes before what is foretold; a field of its own follows the same rule", async () => {
  expect(await graph.ask('{ city(slug: "zurich-ch") { population { period value } } }')).toEqual({
    city: { population: { period: "2020", value: 1_300_000 } },
  });
});

test("where no publisher says anything it is the partner's, the latest that was measured", async () => {
  expect(await figureOf('indicator: "users"')).toEqual({ period: "2022", value: 20 });
});

test("lists are ordered and filtered by the same figures", async () => {
  const { cities } = await graph.ask<{ cities: { edges: unknown[] } }>(
    `{ cities(orderBy: { indicator: "pm25-annual-mean" }) { edges { node { slug } figure { period value } rank } } }`,
  );
  // By the partner's 3, Zurich would come before Oslo.
  expect(cities.edges).toEqual([
    { node: { slug: "oslo-no" }, figure: { period: "2023", value: 7.2 }, rank: 1 },
    { node: { slug: "zurich-ch" }, figure: { period: "2023", value: 9.1 }, rank: 2 },
  ]);
  const matching = async (condition: string) => {
    const where = `{ indicator: { slug: "pm25-annual-mean", ${condition} } }`;
    return (await graph.ask<{ cities: { totalCount: number } }>(`{ cities(where: ${where}) { totalCount } }`)).cities;
  };
  expect(await matching("lt: 4")).toEqual({ totalCount: 0 });
  expect(await matching("lt: 4, year: 2024")).toEqual({ totalCount: 1 });
});
