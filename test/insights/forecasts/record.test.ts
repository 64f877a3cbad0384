import { type OwnWorld, shipped, type World, world } from "../../support/world";

const source = (slug: string) =>
  `source: { slug: ${slug}, title: ${slug}, publisher: one, kind: PUBLISHER, licence: CC0-1.0, licenceClass: PERMISSIVE }`;

const foretold = (slug: string, by: string, fields: string) =>
  `{ slug: ${slug}, forecaster: ${by}, indicator: lamps, subject: "Region:world", published: "2015", ${fields} }`;

const seen = (period: string, value: number, status = "MEASURED") =>
  `{ subject: "Region:world", indicator: lamps, period: "${period}", value: ${value}, status: ${status} }`;

const facts = `
${source("facts")}
organisations: [{ slug: one, name: One }, { slug: two, name: Two }, { slug: three, name: Three }, { slug: four, name: Four }]
regions: [{ slug: world, name: World }, { slug: moon, name: Moon }]
indicators: [{ slug: lamps, name: Lamps, definition: Lamps., unit: lamps, direction: NOT_SCORED, subjects: [REGION], minimum: 0 }]
observations: [${[seen("2016", 110), seen("2018", 100), seen("2020-06", 140), seen("2020-11", 160), seen("2021", 900, "PLANNED")].join(", ")}]
forecasts: [${[
  foretold(
    "one-a",
    "one",
    "points: [{ year: 2016, value: 100 }, { year: 2018, value: 110 }, { year: 2020, value: 150 }]",
  ),
  foretold("one-b", "one", "points: [{ year: 2018, value: 90 }]"),
  foretold("two-a", "two", "points: [{ year: 2018, value: 50, qualifier: AT_LEAST }]"),
  foretold("three-a", "three", "points: [{ year: 2014, value: 64 }, { year: 2021, value: 128 }]"),
  foretold("three-b", "three", "points: [{ year: 2190, value: 100 }]"),
  foretold("four-a", "four", "points: [{ year: 2018, value: 120, roundedTo: 50 }]"),
].join(
  ", ",
)}, { slug: four-moon, forecaster: four, indicator: lamps, subject: "Region:moon", published: "2015", points: [{ year: 2018, value: 3 }] }]`;

let graph: OwnWorld;
let real: World;
beforeAll(async () => {
  [graph, real] = [await world(facts), await shipped()];
}, 120_000);
afterAll(() => Promise.all([graph.close(), real.close()]));

const recordOf = (slug: string) =>
  graph.ask(`{ forecast(slug: "${slug}") { record { reason
    outcomes { year foretold measuredValue measured { period } error errorPercent cameTrue isGiven }
    course { year foretold measuredValue errorPercent isGiven cameTrue } } } }`);

test("a forecast is held against what was measured of the years it gave; where it starts from is no forecast", async () => {
  expect(await recordOf("one-a")).toEqual({
    forecast: {
      record: {
        reason: null,
        outcomes: [
          {
            year: 2018,
            foretold: 110,
            measuredValue: 100,
            measured: { period: "2018" },
            error: 10,
            errorPercent: 10,
            cameTrue: false,
            isGiven: true,
          },
          {
            year: 2020,
            foretold: 150,
            measuredValue: 160,
            measured: { period: "2020-11" },
            error: -10,
            errorPercent: -6.25,
            cameTrue: false,
            isGiven: true,
          },
        ],
        course: null,
      },
    },
  });
});

test("a bound that was kept is no error, and rounding is allowed for", async () => {
  expect(await recordOf("two-a")).toMatchObject({
    forecast: {
      record: { outcomes: [{ foretold: 50, measuredValue: 100, error: 0, errorPercent: 0, cameTrue: true }] },
    },
  });
  expect(await recordOf("four-a")).toMatchObject({
    forecast: { record: { outcomes: [{ foretold: 120, errorPercent: 20, cameTrue: true }] } },
  });
});

test("what is planned measures nothing; on the way a forecast is held against its path", async () => {
  expect(await recordOf("three-a")).toEqual({
    forecast: {
      record: {
        reason: "2021 is over, but no measured value of `lamps` of World is known for it",
        outcomes: [],
        course: {
          year: 2020,
          foretold: expect.closeTo(64 * 2 ** (6 / 7), 9),
          measuredValue: 160,
          errorPercent: -27.5,
          isGiven: false,
          cameTrue: false,
        },
      },
    },
  });
});

test("what is not over, or of what nothing is known, is told", async () => {
  expect(await recordOf("three-b")).toEqual({
    forecast: {
      record: {
        reason: "2190, the first year it speaks of, is not over by the revision of this answer",
        outcomes: [],
        course: null,
      },
    },
  });
  expect(await recordOf("four-moon")).toMatchObject({
    forecast: { record: { reason: "2018 is over, but nothing is known of `lamps` of Moon" } },
  });
});

test("forecasters are ranked by their errors, with how few the cases are", async () => {
  const { forecasters } = await graph.ask(`{ forecasters {
    forecasters { rank forecaster { slug } cases cameTrue meanErrorPercent medianErrorPercent biasPercent outcomes { forecast { slug } outcome { year errorPercent } } }
    forecasts scored notYetOver notMeasured warnings
  } }`);
  expect(forecasters).toEqual({
    forecasters: [
      {
        rank: 1,
        forecaster: { slug: "two" },
        cases: 1,
        cameTrue: 1,
        meanErrorPercent: 0,
        medianErrorPercent: 0,
        biasPercent: 0,
        outcomes: [{ forecast: { slug: "two-a" }, outcome: { year: 2018, errorPercent: 0 } }],
      },
      {
        rank: 2,
        forecaster: { slug: "one" },
        cases: 3,
        cameTrue: 0,
        meanErrorPercent: 8.75,
        medianErrorPercent: 10,
        biasPercent: -2.08,
        outcomes: [
          { forecast: { slug: "one-a" }, outcome: { year: 2020, errorPercent: -6.25 } },
          { forecast: { slug: "one-a" }, outcome: { year: 2018, errorPercent: 10 } },
          { forecast: { slug: "one-b" }, outcome: { year: 2018, errorPercent: -10 } },
        ],
      },
      {
        rank: 3,
        forecaster: { slug: "four" },
        cases: 1,
        cameTrue: 1,
        meanErrorPercent: 20,
        medianErrorPercent: 20,
        biasPercent: 20,
        outcomes: [{ forecast: { slug: "four-a" }, outcome: { year: 2018, errorPercent: 20 } }],
      },
    ],
    forecasts: 7,
    scored: 4,
    notYetOver: 1,
    notMeasured: 2,
    warnings: ["3 of 3 forecasters have fewer than 10 cases: their order may be chance"],
  });
});

test("where nothing was measured there is nobody to rank, and that is said", async () => {
  const { forecasters } = await real.ask(
    '{ forecasters(indicator: "smart-city-spend") { forecasters { rank } scored warnings } }',
  );
  expect(forecasters).toEqual({
    forecasters: [],
    scored: 0,
    warnings: ["nothing that was foretold has been measured since: there is nobody to rank"],
  });
});

test("an indicator that is not known is told, with near ones", async () => {
  const { data, errors } = await real.answer('{ forecasters(indicator: "urban-population-shar") { scored } }');
  expect(data).toEqual({ forecasters: null });
  expect(errors).toMatchObject([
    { message: expect.stringContaining("did you mean `urban-population-share`"), extensions: { code: "NOT_FOUND" } },
  ]);
});

test("the ranking is asked again by its permalink, and is the same", async () => {
  const { forecasters } = await graph.ask<{ forecasters: { permalink: string; warnings: string[] } }>(
    "{ forecasters { permalink warnings } }",
  );
  const asked = new URL(forecasters.permalink).searchParams;
  const again = await graph.ask(asked.get("query")!, JSON.parse(asked.get("variables")!));
  expect(again).toMatchObject({ forecasters: { scored: 4, warnings: forecasters.warnings } });
});

test("the shipped record: three forecasts came to be measured, and what was told later stands apart", async () => {
  const { forecasters } = await real.ask<{
    forecasters: { forecasters: unknown[]; toldLater: unknown[] };
  }>(`{ forecasters {
    scored
    forecasters { forecaster { slug } outcomes { forecast { slug } outcome { year foretold measuredValue errorPercent } } }
    toldLater { forecast { slug } told { year isGiven foretold toldValue toldBy { slug source { publisher { slug } } } comparability { verdict } errorPercent } }
    onTheWay { forecast { slug } outcome { year isGiven } }
  } }`);
  expect(forecasters).toMatchObject({
    scored: 3,
    forecasters: [
      {
        forecaster: { slug: "14th-five-year-plan-of-china" },
        outcomes: [{ outcome: { year: 2025, errorPercent: -2.02 } }],
      },
      {
        forecaster: { slug: "shanghai-communications-administration" },
        outcomes: [{ outcome: { year: 2023, foretold: 77000, measuredValue: 88000, errorPercent: -12.5 } }],
      },
      {
        forecaster: { slug: "china-daily" },
        outcomes: [{ outcome: { year: 2020, foretold: 50, errorPercent: -21.3 } }],
      },
    ],
    onTheWay: [
      { forecast: { slug: "cn-urban-share-2050-mayors" }, outcome: { year: 2025, isGiven: false } },
      { forecast: { slug: "cn-urban-share-target-2029" }, outcome: { year: 2025 } },
    ],
  });
  expect(forecasters.toldLater[0]).toEqual({
    forecast: { slug: "globaldata-2020-market" },
    told: {
      year: 2024,
      isGiven: true,
      foretold: 624,
      toldValue: 877.6,
      toldBy: { slug: "gvr-2025-market", source: { publisher: { slug: "grand-view-research" } } },
      comparability: { verdict: "WITH_CARE" },
      errorPercent: -28.9,
    },
  });
  expect(forecasters.toldLater).toContainEqual(
    expect.objectContaining({
      forecast: { slug: "northeast-2014-street-lights" },
      told: expect.objectContaining({ year: 2020, isGiven: false, toldValue: 326 }),
    }),
  );
});

test("the rivals of its own subject come first, however many others there are", async () => {
  const many = await world(`
${source("many")}
organisations: [{ slug: one, name: One }]
regions: [{ slug: world, name: World }, { slug: moon, name: Moon }]
indicators: [{ slug: lamps, name: Lamps, definition: Lamps., unit: lamps, direction: NOT_SCORED, subjects: [REGION] }]
forecasts: [${Array.from({ length: 120 }, (_, i) => `{ slug: moon-${i}, forecaster: one, indicator: lamps, subject: "Region:moon", published: "2020", points: [{ year: 2030, value: 1 }] }`).join(", ")},
  { slug: old, forecaster: one, indicator: lamps, subject: "Region:world", published: "2001", points: [{ year: 2030, value: 2 }] },
  { slug: own, forecaster: one, indicator: lamps, subject: "Region:world", published: "2020", points: [{ year: 1900, value: 3 }, { year: 2200, value: 4 }] }]`);
  try {
    const { forecast } = await many.ask<{ forecast: { path: unknown[]; rivals: unknown[] } }>(
      '{ forecast(slug: "own") { path { year } rivals(first: 2) { forecast { slug } } } }',
    );
    expect(forecast.rivals).toMatchObject([
      { forecast: { slug: "old" } },
      { forecast: { slug: expect.stringMatching(/^moon-/) } },
    ]);
    expect(forecast.path).toHaveLength(301);
  } finally {
    await many.close();
  }
});
