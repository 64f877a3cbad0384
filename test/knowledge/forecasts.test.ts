import { type OwnWorld, world } from "../support/world";

const source = (slug: string) =>
  `source: { slug: ${slug}, title: ${slug}, publisher: foreteller, kind: PUBLISHER, licence: CC0-1.0, licenceClass: PERMISSIVE }`;

const things = `
${source("things")}
organisations: [{ slug: foreteller, name: Foreteller }]
regions: [{ slug: world, name: World }]
indicators: [{ slug: lamps, name: Lamps, definition: Lamps., unit: lamps, direction: NOT_SCORED, subjects: [REGION], minimum: 0 }]`;

const forecast = (fields: string, slug = "lamps-2020") =>
  `{ slug: ${slug}, forecaster: foreteller, indicator: lamps, subject: "Region:world", published: "2020", ${fields} }`;

const foretold = (...forecasts: readonly string[]) => `${source("release")}\nforecasts: [${forecasts.join(", ")}]`;

const points = "points: [{ year: 2020, value: 10 }, { year: 2025, value: 20 }]";

let graph: OwnWorld;
beforeAll(async () => {
  graph = await world(things, foretold(forecast(points)));
}, 60_000);
afterAll(() => graph.close());

const load = (text: string) => graph.load(things, text);

test("a forecast that was recorded stays as it was", async () => {
  await expect(
    load(foretold(forecast("points: [{ year: 2020, value: 10 }, { year: 2025, value: 25 }]"))),
  ).rejects.toThrow(
    /lamps-2020 is recorded with another points and a forecast stays as it was: expected .*20.*, got .*25.*; record what is foretold now as a new forecast that names this one in revises/,
  );
  await expect(load(foretold(forecast(`${points}, statedGrowthPercent: 100`)))).rejects.toThrow(
    "another statedGrowthPercent and a forecast stays as it was: expected nothing, got 100;",
  );
  expect(await graph.ask('{ forecast(slug: "lamps-2020") { targetValue } }')).toEqual({
    forecast: { targetValue: 20 },
  });
});

test("what only explains it may be added", async () => {
  const explained = `points: [{ year: 2020, value: 10, roundedTo: 10 }, { year: 2025, value: 20 }], definition: Lamps that are lit., priceYear: 2019, note: A remark.`;
  await load(foretold(forecast(explained)));
  expect(
    await graph.ask('{ forecast(slug: "lamps-2020") { definition priceYear note points { value roundedTo } } }'),
  ).toEqual({
    forecast: {
      definition: "Lamps that are lit.",
      priceYear: 2019,
      note: "A remark.",
      points: [
        { value: 10, roundedTo: 10 },
        { value: 20, roundedTo: null },
      ],
    },
  });
  const before = await graph.ask('query @asOf(revision: 2) { forecast(slug: "lamps-2020") { definition } }');
  expect(before).toEqual({ forecast: { definition: null } });
});

test("a revised forecast is a new one that names the old", async () => {
  const revised = forecast("points: [{ year: 2025, value: 25 }], revises: lamps-2020", "lamps-2021");
  await load(foretold(forecast(`${points}, definition: Lamps that are lit., priceYear: 2019`), revised));
  expect(await graph.ask('{ forecast(slug: "lamps-2021") { targetValue revises { slug targetValue } } }')).toEqual({
    forecast: { targetValue: 25, revises: { slug: "lamps-2020", targetValue: 20 } },
  });
});

test("a figure cannot be rounded to nothing", async () => {
  await expect(
    load(foretold(forecast("points: [{ year: 2020, value: 10, roundedTo: 0 }]", "lamps-2022"))),
  ).rejects.toThrow("points.0.roundedTo: expected a number above 0, got 0");
});
