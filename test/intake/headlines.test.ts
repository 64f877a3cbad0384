import { type OwnWorld, world } from "../support/world";

const cities = ["aarau", "basel", "chur", "davos"];

const catalogue = `
source: { slug: catalogue, kind: COMPILATION, title: Catalogue, publisher: us, licence: CC0-1.0, licenceClass: PERMISSIVE }
organisations: [{ slug: us, name: Us }]
countries: [{ slug: ch, name: Switzerland, iso2: CH, iso3: CHE }]
cities:
${cities.map((name) => `  - { slug: ${name}-ch, name: ${name}, country: ch }`).join("\n")}
indicators: [{ slug: air, name: Air, definition: Dust., unit: kg, direction: NOT_SCORED, subjects: [CITY] }]
`;

/** A small pseudo-random source, so that a failure can be run again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** What a source says at random: some years of some cities, measured or foretold. */
function says(source: string, roll: (sides: number) => number): string {
  const kind = ["PUBLISHER", "PARTNER", "OFFICIAL"][roll(3)];
  const rows = cities.flatMap((city) =>
    [2021, 2022, 2023].flatMap((year) => {
      if (roll(2)) return [];
      const status = ["MEASURED", "PLANNED", "FORECAST"][roll(3)];
      return [
        `  - { subject: "City:${city}-ch", indicator: air, period: "${year}", value: ${roll(5)}, status: ${status} }`,
      ];
    }),
  );
  return `
source: { slug: ${source}, kind: ${kind}, title: ${source}, publisher: us, licence: X, licenceClass: UNCLEAR }
${rows.length > 0 ? `observations:\n${rows.join("\n")}` : ""}`;
}

const ofAll = (direction: string) =>
  `cities(first: 3, orderBy: { indicator: "air", direction: ${direction} }) {
    totalCount pageInfo { endCursor hasNextPage } edges { rank figure { id value status } node { slug } } }`;

const asked = `{
  up: ${ofAll("ASC")}
  down: ${ofAll("DESC")}
  some: cities(where: { indicator: { slug: "air", gte: 2 } }) { nodes { slug } }
  none: cities(where: { indicator: { slug: "air", isNull: true } }) { nodes { slug } }
}`;

const next = `{
  cities(first: 3, after: $after, orderBy: { indicator: "air", direction: DESC }) { edges { rank figure { id } node { slug } } } }`;

let graph: OwnWorld;
beforeAll(async () => {
  graph = await world(catalogue);
}, 60_000);
afterAll(() => graph.close());

interface Answered {
  down: { pageInfo: { endCursor: string } };
}

test("lists by figures as they stand are those found among all periods, whatever comes and goes", async () => {
  const roll = dice(7);
  for (let i = 0; i < 40; i++) {
    await graph.load(catalogue, says("one", roll), says("two", roll));
    const { data, extensions } = await graph.answer(asked);
    // As of a revision they are found among all periods.
    const asOf = `@asOf(revision: ${String(extensions!["revision"])})`;
    expect([i, data]).toEqual([i, await graph.ask(`query ${asOf} ${asked}`)]);
    const after = (data as unknown as Answered).down.pageInfo.endCursor;
    const [now, then] = await Promise.all(
      ["", asOf].map((time) => graph.ask(`query ($after: String) ${time} ${next}`, { after })),
    );
    expect([i, now]).toEqual([i, then]);
  }
  const kept = "select count(*)::int as kept from headlines";
  const found = "select count(distinct (indicator, subject))::int as kept from observations";
  const { source } = graph.store;
  expect(await source.query(kept)).toEqual(await source.query(found));
}, 60_000);
