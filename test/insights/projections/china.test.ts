import { shipped, type World } from "../../support/world";

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

interface Point {
  readonly year: number;
  readonly value: number;
  readonly intervals: readonly { readonly level: number; readonly low: number; readonly high: number }[];
}

const china = `subject: "Country:cn", indicator: "urban-population-share"`;

test("a projection shows what it was reckoned from, with its sources, and how far to trust it", async () => {
  const { projection } = await graph.ask<{ projection: { history: object[]; points: Point[] } }>(`{
    projection(input: { ${china}, horizon: 30 }) {
      subject { id } indicator { unit } method why horizon similarSeries
      history { year value isObserved observation { id value source { slug } } }
      points { year value intervals { level low high } }
      backTest { summary tries values errorByStep { step error } smape mase owa msis coverage { level share } }
      oddities { kind year } outcome { summary } warnings
    }
  }`);
  expect(projection).toMatchObject({
    subject: { id: "Country:cn" },
    indicator: { unit: "percent of population" },
    method: "COMBINATION",
    why: expect.stringContaining("The default"),
    horizon: 30,
    similarSeries: 0,
    backTest: {
      summary: expect.stringMatching(/^In 40 past tries this method was off by [\d.]+ % on average\.$/),
      tries: 40,
    },
    outcome: null,
  });
  expect(projection.history).toHaveLength(66);
  expect(projection.history[0]).toEqual({
    year: 1960,
    value: 19.7456,
    isObserved: true,
    observation: {
      id: "Observation:Country:cn/urban-population-share/1960",
      value: 19.7456,
      source: { slug: "world-bank-wdi-urban-population-share" },
    },
  });
  const { points } = projection;
  expect(points.map(({ year }) => year)).toEqual(Array.from({ length: 30 }, (_, i) => 2026 + i));
  for (const { value, intervals } of points) {
    expect(intervals.map(({ level }) => level)).toEqual([0.5, 0.8, 0.95]);
    const ends = [0, ...intervals.map(({ low }) => low).reverse(), value, ...intervals.map(({ high }) => high), 100];
    expect(ends).toEqual([...ends].sort((a, b) => a - b));
  }
});

test("the probability of a year is told as far as the horizon goes, beyond 2200 too", async () => {
  const { milestone } = await graph.ask<{ milestone: { probabilityBy: number } }>(
    `{ milestone(input: { ${china}, value: 80, horizon: 200 }) { probabilityBy(year: 2210) } }`,
  );
  expect(milestone.probabilityBy).toBeGreaterThan(0.5);
});

test("China is 80 % urban in some year or other, and how sure that is can be told", async () => {
  const { milestone } = await graph.ask<{ milestone: Record<string, number> }>(`{
    milestone(input: { ${china}, value: 80, horizon: 100 }) {
      direction reachedIn reachedBy { id } earliest likely latest explanation
      before: probabilityBy(year: 1990) probabilityBy(year: 2040) later: probabilityBy(year: 2060)
      years { year probability } projection { points { year } }
    }
  }`);
  expect(milestone).toMatchObject({ direction: "RISING", reachedIn: null, reachedBy: null, before: 0 });
  expect(milestone["explanation"]).toMatch(/^80 is as likely as not by 20\d\d/);
  expect(milestone["earliest"]!).toBeLessThan(milestone["likely"]!);
  expect(milestone["probabilityBy"]!).toBeLessThan(milestone["later"]!);
  const years = milestone["years"] as unknown as { year: number; probability: number }[];
  expect(years.find(({ probability }) => probability >= 0.5)!.year).toBe(milestone["likely"]);
  expect(years.map(({ year }) => year)).toEqual(
    (milestone["projection"] as unknown as { points: Point[] }).points.map(({ year }) => year),
  );
});

test("a value that was reached already names the year and who measured it", async () => {
  const { milestone } = await graph.ask(`{ milestone(input: { ${china}, value: 60 }) {
    reachedIn likely explanation reachedBy { period value } probabilityBy(year: 2100)
  } }`);
  expect(milestone).toEqual({
    reachedIn: 2017,
    likely: 2017,
    explanation: "60 was reached in 2017.",
    reachedBy: { period: "2017", value: 60.2403 },
    probabilityBy: 1,
  });
});

test("what would have been said in 2005 is held against what came", async () => {
  const { country } = await graph.ask<{
    country: { projection: { outcome: { points: object[] } } };
  }>(`{ country(slug: "cn") {
    projection(indicator: "urban-population-share", until: 2005, horizon: 12) {
      history(first: 500) { year } warnings
      outcome { summary smape coverage { level share } points { year projected measuredValue measured { period } error errorPercent within } }
    }
  } }`);
  const { projection } = country;
  expect(projection).toMatchObject({
    history: expect.arrayContaining([{ year: 2005 }]),
    outcome: {
      summary: expect.stringMatching(
        /^In the 12 years known since, the projection \(combination\) was off by [\d.]+ % on average\.$/,
      ),
    },
  });
  expect(JSON.stringify(projection)).not.toContain('"year":2004.5');
  expect(projection.outcome.points).toHaveLength(12);
  expect(projection.outcome.points[0]).toMatchObject({
    year: 2006,
    measuredValue: 44.343,
    measured: { period: "2006" },
  });
});

test("a scenario stands beside the base case", async () => {
  const { projection } = await graph.ask<{
    projection: { scenarios: { points: { value: number; base: number }[] }[] };
  }>(`{
    projection(input: { ${china}, horizon: 5, scenarios: [{ from: 2028, growthPercent: 1 }, { name: "Slower", from: 2026, growthPercent: -0.5 }] }) {
      scenarios { name from growthPercent points { year value base effect effectPercent intervals { level low high } } }
    }
  }`);
  const [faster, slower] = projection.scenarios as unknown as {
    points: { year: number; value: number; base: number; effectPercent: number }[];
  }[];
  expect(faster).toMatchObject({
    name: "growth of 1 percentage point more a year from 2028 on",
    from: 2028,
    growthPercent: 1,
  });
  expect(slower).toMatchObject({ name: "Slower" });
  expect(faster!.points.map(({ value, base }) => Math.sign(value - base))).toEqual([0, 0, 1, 1, 1]);
  expect(slower!.points.every(({ value, base }) => value < base)).toBe(true);
  expect(faster!.points[2]!.effectPercent).toBeCloseTo(1, 1);
});

test("all that is said of the years to come can be drawn as one chart", async () => {
  const { compareForecasts } = await graph.ask<{
    compareForecasts: { forecasts: { path: Point[] }[]; measured: Point[] };
  }>(`{
    compareForecasts(indicator: "urban-population-share", subject: "Country:cn") {
      measured { year value observation { id } }
      forecasts { forecast { slug forecaster { name } } comparability { verdict } path { year value isGiven } }
      projection { horizon points { year value } } warnings
    }
  }`);
  expect(
    compareForecasts.forecasts.map((one) => (one as unknown as { forecast: { slug: string } }).forecast.slug),
  ).toEqual([
    "cn-urban-share-target-2029",
    "network-king-2023-china-urban-share",
    "cn-urban-share-target-2025",
    "cn-urban-share-2030-cas",
    "cn-urban-share-2050-mayors",
    "china-daily-2010-china-urban-share",
  ]);
  expect(
    compareForecasts.forecasts.map(
      (one) => (one as unknown as { comparability: object | null }).comparability === null,
    ),
  ).toEqual([true, false, false, false, false, false]);
  expect(compareForecasts.forecasts.at(-2)!.path).toHaveLength(42);
  expect(compareForecasts).toMatchObject({ projection: { horizon: 25 }, warnings: [] });
  expect(compareForecasts.measured).toHaveLength(66);
});

test("where nothing is known to project, forecasts stand alone", async () => {
  const { compareForecasts } =
    await graph.ask(`{ compareForecasts(indicator: "smart-city-cost-savings", subject: "Region:world") {
    measured { year } forecasts { forecast { slug } path { year } } projection { why } warnings
  } }`);
  expect(compareForecasts).toMatchObject({
    measured: [],
    forecasts: [{ forecast: { slug: "juniper-2023-cost-savings" } }],
    projection: null,
    warnings: ["no yearly value of `smart-city-cost-savings` is known of it: there is nothing to project"],
  });
});

test("cities of a list are projected together; those of which nothing is known are null", async () => {
  const { cities } = await graph.ask<{ cities: { nodes: { projection: object | null }[] } }>(
    '{ cities(first: 40) { nodes { projection(indicator: "pm25-annual-mean", horizon: 1) { points { year value } history { year } } } } }',
  );
  const known = cities.nodes.filter(({ projection }) => projection !== null);
  expect(known.length).toBeGreaterThan(10);
  expect(known.length).toBeLessThan(40);
  expect(known[0]!.projection).toMatchObject({ points: [{ year: expect.any(Number), value: expect.any(Number) }] });
});

test("one answer holds so many projections and no more", async () => {
  const { errors } = await graph.answer(
    '{ cities(first: 120) { nodes { projection(indicator: "pm25-annual-mean", horizon: 1) { a: why } other: projection(indicator: "pm25-annual-mean", horizon: 2) { why } more: projection(indicator: "pm25-annual-mean", horizon: 3) { why } } } }',
  );
  expect(errors![0]).toMatchObject({
    message: "expected at most 100 projections in one answer, got more; ask for smaller pages (`first`)",
    extensions: { code: "BAD_USER_INPUT" },
  });
});

test.each(["projection", "milestone", "compareForecasts"])("%s is asked again by its permalink", async (field) => {
  const args = {
    projection: `(input: { ${china}, horizon: 3 })`,
    milestone: `(input: { ${china}, value: 70 })`,
    compareForecasts: `(${china})`,
  }[field];
  const answer = await graph.ask<Record<string, { permalink: string }>>(`{ ${field}${args} { permalink } }`);
  const asked = new URL(answer[field]!.permalink);
  expect(asked.origin + asked.pathname).toBe("https://citegraph.example/graphql");
  const again = await graph.answer(asked.searchParams.get("query")!, JSON.parse(asked.searchParams.get("variables")!));
  expect(again.errors).toBeUndefined();
  expect(again.data![field]).toMatchObject({ warnings: expect.any(Array) });
});
