import { parse } from "graphql";
import { readerOf } from "../../../src/app";
import { RawJson } from "../../../src/graph/raw-json";
import { type Work } from "../../../src/graph/reckoned";
import { requireAffordable } from "../../../src/insights/composite/cost";
import { inThisThread } from "../../../src/insights/work/in-this-thread";
import { type OwnWorld, world } from "../../support/world";
import { smallFile } from "./small";

interface Score {
  city: { slug: string };
  rank: number;
  score: number;
  coverage: number;
  interval: { low: number; high: number } | null;
  contributions: {
    name: string;
    points: number;
    observation: { value: number; period: string } | null;
    source: { slug: string } | null;
    isProxy: boolean;
    imputed: number | null;
  }[];
}
interface Composite {
  scores: Score[];
  excluded: { city: { slug: string }; reason: string; missing: { slug: string }[] }[];
  proxiesCount: number;
  imputedCount: number;
  coverage: number;
  warnings: string[];
  method: string;
  permalink: string;
}

const selection = `{ scores { city { slug } rank score coverage interval { low high }
    contributions { name points observation { value period } source { slug } isProxy imputed } }
  excluded { city { slug } reason missing { slug } } proxiesCount imputedCount coverage warnings method permalink }`;
const query = `query ($input: CompositeIndexInput!) { compositeIndex(input: $input) ${selection} }`;

let graph: OwnWorld;
beforeAll(async () => {
  graph = await world(smallFile);
}, 60_000);
afterAll(() => graph.close());

const asked = async (input: object) =>
  (await graph.ask<{ compositeIndex: Composite }>(query, { input })).compositeIndex;
const trees = { indicator: "trees" };
const dust = { indicator: "dust" };
const scoresOf = ({ scores }: Composite) =>
  Object.fromEntries(scores.map(({ city, score }) => [city.slug.slice(0, 4), Math.round(score * 1e6) / 1e6]));

test("scores are those worked by hand, from the latest figure that was measured, and say where they come from", async () => {
  // Trees 20 to 100: Bern 100, Chur 50, Genf 0. Dust 30 to 10, less is better: Bern 0, Chur 100, Genf 50.
  const found = await asked({ parts: [trees, { ...dust, weight: 3 }] });
  expect(scoresOf(found)).toEqual({ chur: 87.5, genf: 37.5, bern: 25 });
  expect(found.scores[2]!.contributions).toEqual([
    {
      ...{ name: "trees", points: 25, isProxy: false, imputed: null },
      ...{ observation: { value: 100, period: "2023" }, source: { slug: "gazette" } },
    },
    expect.objectContaining({ name: "dust", points: 0, observation: { value: 30, period: "2023" } }),
  ]);
  expect(found.excluded).toEqual([
    { city: { slug: "graz-at" }, reason: "no value for dust", missing: [{ slug: "dust" }] },
    { city: { slug: "linz-at" }, reason: "no value for dust", missing: [{ slug: "dust" }] },
  ]);
  expect(found.method).toContain("2 cities have no score");
  expect(found.method).toContain("(2022 to 2023)");
});

test("a country's value stands in where that is asked for, and is marked", async () => {
  const found = await asked({ parts: [dust], countryValues: true, where: {} });
  expect(scoresOf(found)).toEqual({ chur: 100, genf: 50, graz: 75, linz: 75, bern: 0 });
  expect(found.proxiesCount).toBe(2);
  expect(found.scores.filter(({ contributions }) => contributions[0]!.isProxy).map(({ city }) => city.slug)).toEqual([
    "graz-at",
    "linz-at",
  ]);
  expect(found.warnings).toContain("2 values are of countries: they tell no two cities of one country apart");
  const speed = await asked({
    parts: [{ indicator: "speed", proxy: "speed-country" }],
    countryValues: true,
    cities: ["bern-ch", "chur-ch"],
  });
  expect(scoresOf(speed)).toEqual({ bern: 100, chur: 0 });
});

test("what is not known is left out, or imputed, as asked for", async () => {
  const partly = await asked({ parts: [trees, dust], missing: "COVERAGE", coverage: 0.5 });
  expect(scoresOf(partly)).toEqual({ chur: 75, graz: 75, bern: 50, genf: 25, linz: 25 });
  expect(partly).toMatchObject({ excluded: [], coverage: 0.8 });
  const imputed = await asked({ parts: [trees, dust], missing: "GROUP_MEAN" });
  expect(imputed.imputedCount).toBe(2);
  const linz = imputed.scores.find(({ city }) => city.slug === "linz-at")!;
  expect(linz.contributions[1]).toMatchObject({ name: "dust", observation: null, source: null, imputed: 20 });
});

test("what is imputed is the mean of the group that is asked for", async () => {
  const input = { parts: [trees, dust], missing: "GROUP_MEAN", where: {} };
  // Of Austria's own cities no dust is known; of Switzerland's all.
  const country = await asked({ ...input, groupBy: "COUNTRY" });
  expect(country.excluded.map(({ city, reason }) => [city.slug, reason])).toEqual([
    ["graz-at", "no value for dust, nor for its group"],
    ["linz-at", "no value for dust, nor for its group"],
  ]);
  expect(country.method).toContain("the mean of the other cities of the country");
  const lists = { groupBy: "GROUPS", groups: [["ch", "at"]] };
  const groups = await asked({ ...input, ...lists });
  expect(groups.imputedCount).toBe(2);
  expect(groups.method).toContain("of the group of countries (ch, at; all others)");
  expect((await asked({ ...input, groupBy: "GROUPS", groups: [["ch"]] })).imputedCount).toBe(0);
});

test("outliers are moved inwards by quantiles or by count, as asked for and told", async () => {
  // Trees 20, 40, 60, 80, 100: the least and the greatest count as 40 and 80.
  const count = await asked({ parts: [trees], outliers: "COUNT", outliersLow: 1, outliersHigh: 1 });
  expect(scoresOf(count)).toEqual({ bern: 100, graz: 100, chur: 50, genf: 0, linz: 0 });
  expect(count.method).toContain("the 1 least and the 1 greatest values count as the next one inwards");
  const quantiles = await asked({ parts: [trees], outliers: "QUANTILES", outliersLow: 0, outliersHigh: 0.75 });
  expect(scoresOf(quantiles)).toEqual({ bern: 100, graz: 100, chur: 66.666667, linz: 33.333333, genf: 0 });
  expect(quantiles.method).toContain("below the quantile 0 or above the quantile 0.75");
});

test("goalposts and targets are told in the indicator's unit, also where its logarithm is scored", async () => {
  const posts = { ...trees, normalise: "GOALPOSTS", low: 10, high: 1000, transform: "LOG" };
  const bern = { cities: ["bern-ch", "chur-ch"] };
  expect(scoresOf(await asked({ parts: [posts], ...bern }))).toEqual({ bern: 50, chur: 38.907563 });
  const target = { ...trees, normalise: "TARGET", target: 240, transform: "LOG" };
  // From the worst, 60: two doublings to go.
  expect(scoresOf(await asked({ parts: [target], ...bern }))).toEqual({ bern: 36.84828, chur: 0 });
});

test("figures may be divided, of one year, and not too old", async () => {
  const each = await asked({ parts: [{ ...trees, per: "people", times: 1000 }] });
  // 100 and 200 and 50 trees per 1,000 people.
  expect(scoresOf(each)).toEqual({ chur: 100, bern: 33.333333, genf: 0 });
  expect(Object.keys(scoresOf(await asked({ parts: [trees], year: 2022 })))).toEqual(["graz", "genf"]);
  expect(Object.keys(scoresOf(await asked({ parts: [trees], year: 2020 })))).toEqual(["bern"]);
  expect(Object.keys(scoresOf(await asked({ parts: [trees], since: 2023 })))).toEqual(["bern", "chur", "linz"]);
});

test("an area that a source brings divides like any other figure of a city", async () => {
  const own = await world(
    smallFile.replace(
      "observations:",
      `  - { slug: area, name: Area, definition: Within the limits of the city., unit: km², direction: NOT_SCORED, subjects: [CITY] }
observations:
  - { subject: City:bern-ch, indicator: area, period: "2023", value: 50 }
  - { subject: City:chur-ch, indicator: area, period: "2023", value: 20 }
  - { subject: City:genf-ch, indicator: area, period: "2023", value: 16, qualifier: ABOUT }`,
    ),
  );
  try {
    const { compositeIndex } = await own.ask<{
      compositeIndex: Composite & { scores: { contributions: { per: { value: number } }[] }[] };
    }>(
      `query ($input: CompositeIndexInput!) { compositeIndex(input: $input) {
        scores { city { slug } score contributions { per { value indicator { slug unit } } } } method excluded { reason } } }`,
      { input: { parts: [{ ...trees, per: "area" }] } },
    );
    // 2, 3 and 1.25 trees a km².
    expect(scoresOf(compositeIndex)).toEqual({ chur: 100, bern: 42.857143, genf: 0 });
    expect(compositeIndex.scores[0]!.contributions[0]).toEqual({
      per: { value: 20, indicator: { slug: "area", unit: "km²" } },
    });
    expect(compositeIndex.method).toContain("trees (100 %, per area)");
    expect(compositeIndex.excluded).toHaveLength(2);
  } finally {
    await own.close();
  }
}, 60_000);

test("a figure that is known roughly makes ranks less sure", async () => {
  const cities = ["genf-ch", "linz-at"];
  const [sure] = (await asked({ parts: [trees], simulation: { weights: "FIXED" } })).scores;
  expect(sure!.interval).toEqual({ low: 1, high: 1 });
  const { choices } = (
    await graph.ask<{ compositeIndex: { choices: { choice: string }[] } }>(
      `query ($input: CompositeIndexInput!) { compositeIndex(input: $input) { choices { choice first } } }`,
      { input: { parts: [trees], cities, simulation: { weights: "FIXED" } } },
    )
  ).compositeIndex;
  expect(choices.map(({ choice }) => choice)).toEqual(["ERRORS"]);
});

test("contributions add up to the score, and parts of a difference to it", async () => {
  const input = {
    parts: [
      { name: "d", parts: [trees, { ...dust, normalise: "GOALPOSTS", low: 0, high: 40 }], aggregate: "GEOMETRIC" },
      { indicator: "dust", name: "air" },
    ],
    normalise: "PERCENTILE",
  };
  const { compositeIndex } = await graph.ask<{
    compositeIndex: { scores: Score[]; difference: { points: number }[]; weights: object[]; chanceAbove: number };
  }>(
    `query ($input: CompositeIndexInput!) { compositeIndex(input: $input) {
      scores { city { slug } score contributions { points weight score } } difference(from: "bern-ch", to: "chur-ch") { name because points }
      weights { name within weight share indicator { slug } } chanceAbove(city: "chur-ch", other: "bern-ch") } }`,
    { input },
  );
  const { scores, difference, weights, chanceAbove } = compositeIndex;
  for (const { score, contributions } of scores) {
    expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9);
  }
  const [chur, bern] = ["chur-ch", "bern-ch"].map((slug) => scores.find(({ city }) => city.slug === slug)!.score);
  expect(difference.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(chur! - bern!, 9);
  expect(weights).toContainEqual({
    name: "trees",
    within: "d",
    weight: 0.5,
    share: 0.25,
    indicator: { slug: "trees" },
  });
  expect(chanceAbove).toBe(1);
});

test("the chances of a city's ranks add up, and a change since another year is split exactly", async () => {
  const { compositeIndex } = await graph.ask<{
    compositeIndex: {
      scores: { rank: number; score: number; first: number; chances: { rank: number; chance: number }[] }[];
      change: { name: string; because: string; points: number }[];
      none: null;
    };
  }>(
    `query ($input: CompositeIndexInput!) { compositeIndex(input: $input) { scores { rank score first chances { rank chance } }
      change(city: "bern-ch", from: 2020) { name because points } none: change(city: "chur-ch", from: 2020) { points } } }`,
    {
      input: {
        parts: [{ ...trees, normalise: "GOALPOSTS", low: 0, high: 200 }],
        simulation: { draws: 100 },
        cities: ["bern-ch", "chur-ch", "genf-ch"],
      },
    },
  );
  for (const { chances, first } of compositeIndex.scores) {
    expect(chances.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12);
    expect(chances.find(({ rank }) => rank === 1)?.chance ?? 0).toBeCloseTo(first, 12);
  }
  // 10 trees in 2020, 100 in 2023.
  expect(compositeIndex.change).toEqual([{ name: "trees", because: "VALUE", points: 45 }]);
  expect(compositeIndex.none).toBeNull();
});

test("whatever many fields ask of a simulation, it is made once, and of choices one sampling", async () => {
  const done: string[] = [];
  const work: Work = (task, input) => {
    done.push(task);
    return inThisThread(task, input);
  };
  const read = readerOf(graph.store, { publicUrl: "https://citegraph.example" }, work);
  const asking = async (fields: string, input: object) => {
    const document = parse(`query ($input: CompositeIndexInput!) { compositeIndex(input: $input) { ${fields} } }`);
    const { data } = await read({ document, variables: { input } });
    return (data instanceof RawJson ? JSON.parse(data.text) : data) as { compositeIndex: Record<string, unknown> };
  };
  const input = { parts: [trees, dust], simulation: { draws: 200 } };
  const { compositeIndex } = await asking(
    `a: chanceAbove(city: "chur-ch", other: "bern-ch") b: chanceAbove(city: "bern-ch", other: "chur-ch")
     c: chanceAbove(city: "genf-ch", other: "bern-ch") scores { interval { low high } first chances { rank } changesUp { to } }
     again: scores(first: 1) { chances { chance } interval { high } changesUp { to } }
     choices { choice first firstError total totalError } ofBern: choices(city: "bern-ch") { first total }`,
    input,
  );
  expect((compositeIndex["a"] as number) + (compositeIndex["b"] as number)).toBeCloseTo(1, 12);
  expect(done.sort()).toEqual(["changesUp", "choicesThatCount", "scoredIndex", "simulated"]);
  for (const { first, total, firstError } of compositeIndex["choices"] as Record<string, number>[])
    expect(first! >= 0 && total! >= first! && total! <= 1 && firstError! >= 0).toBe(true);
  done.length = 0;
  await asking("citiesCount", input);
  expect(done).toEqual(["scoredIndex"]);
});

test("the first has nowhere to go, and the others are told what would move them up", async () => {
  const changes = `query ($input: CompositeIndexInput!) { compositeIndex(input: $input) { scores { city { slug } changesUp { name from to } } } }`;
  const input = { parts: [{ ...trees, normalise: "GOALPOSTS", low: 0, high: 200 }], cities: ["bern-ch", "chur-ch"] };
  const { compositeIndex } = await graph.ask<{
    compositeIndex: { scores: { changesUp: { name: string; from: number; to: number }[] }[] };
  }>(changes, { input });
  const [first, second] = compositeIndex.scores;
  expect(first!.changesUp).toEqual([]);
  expect(second!.changesUp).toEqual([{ name: "trees", from: 60, to: expect.closeTo(100, 6) }]);
});

test("what would move a city up is a value that its indicator can have", async () => {
  const own = await world(
    smallFile.replace(
      "unit: g, direction: LOWER_IS_BETTER",
      "unit: g, direction: LOWER_IS_BETTER, minimum: 5, maximum: 40",
    ),
  );
  try {
    const { compositeIndex } = await own.ask<{
      compositeIndex: { scores: { changesUp: { name: string; from: number; to: number | null }[] }[] };
    }>(
      `query ($input: CompositeIndexInput!) { compositeIndex(input: $input) { scores { changesUp { name from to } } } }`,
      {
        input: {
          parts: [
            { ...dust, transform: "LOG" },
            { ...trees, weight: 9 },
          ],
        },
      },
    );
    // Bern is first for its trees. Chur and Genf would need air cleaner than can be.
    expect(compositeIndex.scores.map(({ changesUp }) => changesUp[0])).toEqual([
      undefined,
      { name: "dust", from: 10, to: null },
      { name: "dust", from: 20, to: null },
    ]);
  } finally {
    await own.close();
  }
}, 60_000);

test("the same question has the same answer, also at its permalink", async () => {
  const input = { parts: [trees, dust], missing: "COVERAGE", coverage: 0.5, simulation: { draws: 50, seed: 3 } };
  const found = await asked(input);
  expect(found).toEqual(await asked(input));
  const { searchParams } = new URL(found.permalink);
  const variables = JSON.parse(searchParams.get("variables")!) as Record<string, unknown>;
  const again = await graph.ask<{ compositeIndex: Composite }>(searchParams.get("query")!, variables);
  expect(again.compositeIndex).toMatchObject({
    method: found.method,
    scores: found.scores.map(({ rank, score }) => ({ rank, score })),
  });
});

test.each([
  [{ parts: [{ indicator: "people" }] }, "`people` cannot be scored: more of it is neither better nor worse"],
  [{ parts: [{ indicator: "visitors" }] }, "`visitors` cannot score cities: it measures expo edition"],
  [{ parts: [{ indicator: "speed-country" }] }, "is measured of countries only: say `countryValues: true`"],
  [
    { parts: [{ indicator: "speed", proxy: "dust" }], countryValues: true },
    "a proxy expects the unit and direction of `speed`",
  ],
  [{ parts: [{ indicator: "tree" }] }, "no indicator `tree`"],
  [{ parts: [{ name: "empty" }] }, "an index expects 1 to 100 indicators, got 0"],
  [{ parts: [trees, { name: "empty" }] }, "part `empty` expects an indicator, or parts within it, got neither"],
  [{ parts: [{ ...trees, parts: [dust] }] }, "expects an indicator or parts within it, got both"],
  [{ parts: [trees, trees] }, "a tree expects each name once, got `trees` twice"],
  [{ parts: [{ ...trees, weight: -1 }, dust] }, "weights expect numbers of 0 or more, got -1"],
  [{ parts: [{ ...trees, weight: 0 }] }, "weights expect a sum above 0, got 0"],
  [{ parts: [{ ...trees, normalise: "GOALPOSTS", low: 5, high: 5 }] }, "goalposts expect low below high"],
  [{ parts: [{ ...trees, normalise: "GOALPOSTS" }] }, "GOALPOSTS expects `low` and `high`"],
  [{ parts: [trees], normalise: "GOALPOSTS" }, "say it of the indicators, not of the index"],
  [{ parts: [trees], normalise: "TARGET" }, "TARGET expects a `target` beside it, for each indicator"],
  [{ parts: [trees], outliers: "FENCES", outliersLow: 1 }, "takes `outliersLow` beside `outliers: QUANTILES or COUNT`"],
  [{ parts: [trees], outliers: "QUANTILES", outliersLow: 0.5 }, "both from 0 to 1, got 0.5 and none"],
  [{ parts: [trees], outliers: "COUNT", outliersLow: 0.5, outliersHigh: 1 }, "expects whole numbers"],
  [{ parts: [trees], outliers: "COUNT", outliersLow: 4, outliersHigh: 4 }, "whole numbers that leave a value of 5"],
  [{ parts: [trees], groupBy: "COUNTRY" }, "takes `groupBy` beside `missing: GROUP_MEAN` only, got it beside EXCLUDE"],
  [{ parts: [trees], missing: "GROUP_MEAN", groups: [["at"]] }, "takes `groups` beside `groupBy: GROUPS` only"],
  [{ parts: [trees], missing: "GROUP_MEAN", groupBy: "GROUPS" }, "expects `groups` beside it, got none"],
  [
    { parts: [trees], missing: "GROUP_MEAN", groupBy: "GROUPS", groups: [["at"], []] },
    "`groups` expects countries in each group, got a group without any",
  ],
  [
    { parts: [trees], missing: "GROUP_MEAN", groupBy: "GROUPS", groups: [["at"], ["ch", "at"]] },
    "`groups` expects each country once, got `at` twice",
  ],
  [{ parts: [trees], missing: "GROUP_MEAN", groupBy: "GROUPS", groups: [["xx"]] }, "no country `xx`"],
  [{ parts: [{ ...trees, times: 0 }] }, "`times` expects more than 0, got 0"],
  [
    { parts: [{ ...trees, normalise: "GOALPOSTS", low: 0, high: 9, transform: "LOG" }] },
    "with the transform LOG an end or a target expects more than 0, got 0",
  ],
  [{ parts: [trees, dust], normalise: "Z_SCORE", aggregate: "POWER" }, "the aggregation POWER expects a `power`"],
  [{ parts: [{ indicator: "speed" }], cities: ["chur-ch"] }, "indicator `speed` has no value for any city"],
  [{ parts: [trees], cities: ["bern-ch"], where: {} }, "expected `cities` or `where`, got both"],
  [{ parts: [trees], cities: ["bern-at"] }, "no city `bern-at`"],
  [{ parts: [trees], judgements: [[1, 2]] }, "judgements"],
  [
    { parts: [trees], simulation: { draws: 100_000_000 } },
    /100,000,000 simulations of 5 cities by 1 indicator would cost 500,000,000 steps/,
  ],
  [{ parts: [{ name: "d", parts: [trees], normalise: "RANK" }] }, "part `d` does not take `normalise`"],
  [{ parts: [{ name: "d", parts: [trees], low: 1 }] }, "part `d` does not take `low`"],
  [{ parts: [{ name: "d", parts: [trees], per: "people" }] }, "part `d` does not take `per`, which is of an indicator"],
  [
    { parts: [{ ...trees, aggregate: "GEOMETRIC" }] },
    "part `trees` does not take `aggregate`, which is of a dimension",
  ],
  [{ parts: [{ ...trees, weights: "EQUAL" }] }, "part `trees` does not take `weights`"],
  [
    { parts: [{ ...trees, target: 5 }] },
    "part `trees` takes `target` beside `normalise: TARGET` only, got it beside MIN_MAX",
  ],
  [{ parts: [{ ...trees, low: 5, high: 9 }] }, "part `trees` takes `low` beside `normalise: GOALPOSTS` only"],
  [
    { parts: [{ ...trees, normalise: "RANK", high: 9 }] },
    "takes `high` beside `normalise: GOALPOSTS` only, got it beside RANK",
  ],
  [{ parts: [trees], power: 2 }, "the index takes `power` beside `aggregate: POWER` only, got it beside ARITHMETIC"],
  [{ parts: [{ name: "d", parts: [trees], power: 2 }] }, "part `d` takes `power` beside `aggregate: POWER` only"],
  [
    { parts: [trees], coverage: 0.5 },
    "the index takes `coverage` beside `missing: COVERAGE or GROUP_MEAN` only, got it beside EXCLUDE",
  ],
  [{ parts: [trees], coverageEach: true }, "the index takes `coverageEach` beside `missing: COVERAGE` only"],
  [
    { parts: [trees], judgements: [[1]], weights: "EQUAL" },
    "the index expects `weights` or `judgements`, got EQUAL and judgements",
  ],
  [
    { parts: [{ ...trees, weight: 2 }], judgements: [[1]] },
    "part `trees` has a `weight`, but the index takes its weights from judgements",
  ],
  [{ parts: [trees], since: 2020, year: 2023 }, "expected `since` or `year`, got both"],
  [{ parts: [{ ...trees, times: 1e308 }] }, "times of `trees` expects products within the range of numbers, got"],
  [{ parts: [trees], aggregate: "POWER", power: 500 }, "a power mean expects a power from -100 to 100, got 500"],
  [{ parts: [trees], simulation: { seed: -1 } }, "`seed` expects 0 to 2,147,483,647, got -1"],
  [
    { parts: [trees], simulation: { normalisations: ["RANK", "TARGET"] } },
    "`simulation.normalisations` expects MIN_MAX, Z_SCORE, RANK or PERCENTILE, got TARGET",
  ],
  [
    { parts: [trees], simulation: { aggregations: ["POWER"] } },
    "`simulation.aggregations` expects ARITHMETIC, GEOMETRIC or HARMONIC, got POWER",
  ],
  [
    { parts: [trees], simulation: { weights: "UNIFORM", concentration: 3 } },
    "`concentration` is used with `weights: AROUND` only, got 3 beside UNIFORM",
  ],
  [{ parts: [trees], simulation: { level: 0 } }, "`level` expects more than 0 and less than 1, got 0"],
])("what cannot be reckoned is refused: %j", async (input, message) => {
  const { errors, data } = await graph.answer(query, { input });
  expect(data).toEqual({ compositeIndex: null });
  expect(errors![0]!.message).toMatch(message);
  expect(["BAD_USER_INPUT", "NOT_FOUND"]).toContain(errors![0]!.extensions["code"]);
});

test("a choice of the simulation that is named twice is taken once", async () => {
  const drawn = async (normalisations: string[]) =>
    (await asked({ parts: [trees, dust], simulation: { draws: 60, normalisations } })).scores.map(
      ({ interval }) => interval,
    );
  expect(await drawn(["RANK", "MIN_MAX", "RANK"])).toEqual(await drawn(["RANK", "MIN_MAX"]));
  const { method } = await asked({
    parts: [trees],
    simulation: { draws: 20, aggregations: ["GEOMETRIC", "GEOMETRIC"] },
  });
  expect(method).toContain("and GEOMETRIC as likely");
});

test("the words tell where weights of dimensions come from, which logarithm, which power, and which values vary", async () => {
  const { method } = await asked({
    parts: [
      { name: "d", parts: [{ ...trees, transform: "LOG1P" }], weights: "EQUAL", aggregate: "POWER", power: 2 },
      { name: "e", parts: [{ ...dust, transform: "LOG" }], judgements: [[1]] },
    ],
    aggregate: "POWER",
    power: 0.5,
    simulation: { draws: 20 },
  });
  expect(method).toContain(
    "d (50 %, all parts weighing the same, by a power mean (power 2): trees (50 %, logarithm of 1 + the value))",
  );
  expect(method).toContain(
    "e (50 %, weights from pairwise judgements (consistency ratio 0.00): dust (50 %, logarithm))",
  );
  expect(method).toContain("Parts are put together by a power mean (power 0.5)");
  expect(method).toContain("values that are known roughly vary by 5 % / sqrt(3)");
  const sure = await asked({ parts: [dust], simulation: { draws: 20 } });
  expect(sure.method).not.toContain("roughly");
});

test("goalposts stay in a simulation of other scales, which is told, and mixed scales are warned of", async () => {
  const posts = { ...trees, normalise: "GOALPOSTS", low: 0, high: 200 };
  const found = await asked({ parts: [posts, dust], simulation: { draws: 20, normalisations: ["MIN_MAX", "RANK"] } });
  expect(found.method).toContain("and MIN_MAX, RANK as likely choices (trees keeping goalposts or target)");
  expect(found.warnings).toContain(
    "the simulation mixes scales: trees from 0 to 100 between their ends, the others by RANK",
  );
  const mixed = await asked({ parts: [{ ...trees, normalise: "RANK" }, dust], simulation: { draws: 0 } });
  expect(mixed.warnings).toContain(
    "index mixes scales (trees by places, dust by points): what its parts weigh hangs on their scales as well as on their weights",
  );
});

test("a value divided by what is known roughly is known roughly itself", async () => {
  const own = await world(
    smallFile.replace(
      'indicator: people, period: "2023", value: 300',
      'indicator: people, period: "2023", value: 300, qualifier: ABOUT',
    ),
  );
  try {
    const input = {
      parts: [{ ...trees, per: "people" }],
      cities: ["bern-ch", "chur-ch"],
      simulation: { weights: "FIXED" },
    };
    const { compositeIndex } = await own.ask<{ compositeIndex: { choices: { choice: string }[] } }>(
      `query ($input: CompositeIndexInput!) { compositeIndex(input: $input) { choices { choice } } }`,
      { input },
    );
    expect(compositeIndex.choices).toEqual([{ choice: "ERRORS" }]);
  } finally {
    await own.close();
  }
}, 60_000);

test("judgements tell how far they contradict each other, also where that is little", async () => {
  const three = [trees, dust, { indicator: "dust", name: "air" }];
  const judged = [
    [1, 2, 3],
    [1 / 2, 1, 2],
    [1 / 3, 1 / 2, 1],
  ];
  const { method, warnings } = await asked({ parts: three, judgements: judged, simulation: { draws: 0 } });
  expect(method).toContain("Weights come from pairwise judgements (consistency ratio 0.01)");
  expect(warnings).toEqual([]);
});

test("one city, and cities that are all alike, have an answer with a warning", async () => {
  const one = await asked({ parts: [trees], cities: ["bern-ch"] });
  expect(one.scores).toMatchObject([{ rank: 1, interval: { low: 1, high: 1 } }]);
  expect(one.warnings).toContain("only one city has a score: there is nothing to compare it with");
  const alike = await asked({ parts: [dust], cities: ["graz-at", "linz-at"], countryValues: true });
  expect(alike.scores.map(({ rank }) => rank)).toEqual([1, 1]);
  expect(alike.warnings).toContain("dust is the same for all cities: it moves none of them");
});

test("100,000 simulations of 100,000 cities are refused with their cost", () => {
  expect(() => requireAffordable(100_000, 30, { draws: 100_000 })).toThrow(
    "100,000 simulations of 100,000 cities by 30 indicators would cost 300,000,000,000 steps and 10,000,000,000 ranks; " +
      "the limits are 500,000,000 steps, 20,000,000 ranks and 5,000 cities: narrow the cities down by `cities` or `where`",
  );
  expect(() => requireAffordable(1_000, 30, { draws: 100_000 })).toThrow("ask for at most 16,666 draws");
  expect(() => requireAffordable(100_000, 30, { draws: 0 })).toThrow("narrow the cities down");
  expect(() => requireAffordable(5_000, 30, { draws: 1_000 })).not.toThrow();
});
