import { type OwnWorld, shipped, world } from "../../support/world";
import { smallFile } from "./small";

const scores = `{ index(slug: "green") { version gaps scores { scores { city { slug } score } permalink licences { licence sources { slug } } } } }`;

describe("an index that is kept by name", () => {
  let graph: OwnWorld;
  beforeAll(async () => {
    graph = await world(smallFile);
  }, 60_000);
  afterAll(() => graph.close());

  test("is scored as it was defined at the revision asked for", async () => {
    const first = await graph.answer(scores);
    expect(first.errors).toBeUndefined();
    expect(first.data).toMatchObject({
      index: {
        version: 1,
        gaps: ["Parks are not counted."],
        scores: {
          scores: [
            { city: { slug: "chur-ch" }, score: 87.5 },
            { city: { slug: "genf-ch" }, score: 37.5 },
            { city: { slug: "bern-ch" }, score: 25 },
          ],
          licences: [{ licence: "CC0-1.0", sources: [{ slug: "gazette" }] }],
        },
      },
    });
    await graph.load(smallFile.replace("version: 1", "version: 2").replace(", weight: 3", ""));
    const second = await graph.answer(scores);
    expect(second.data).toMatchObject({
      index: { version: 2, scores: { scores: [{ score: 75 }, { score: 50 }, { score: 25 }] } },
    });
    const { permalink } = (first.data!["index"] as { scores: { permalink: string } }).scores;
    const { searchParams } = new URL(permalink);
    const kept = await graph.ask(searchParams.get("query")!, JSON.parse(searchParams.get("variables")!));
    expect(kept).toMatchObject({
      index: { version: 1, scores: { scores: [{ score: 87.5 }, { score: 37.5 }, { score: 25 }] } },
    });
  });

  test.each([
    [
      "within: streets, indicator: trees",
      "within: street, indicator: trees",
      "parts.1.within: expected the name of another part, got `street`",
    ],
    [
      "indicator: trees }, { name: air",
      "indicator: tree }, { name: air",
      "indices.0.parts.1.indicator: no Indicator `tree`",
    ],
    ["{ name: air, indicator: dust", "{ name: trees, indicator: dust", "expected each name once, got `trees` twice"],
    ["indicator: dust, weight: 3", "weight: 3", "expected an indicator, or parts within `air`, got neither"],
    ["weight: 3", "weight: -3", "weight: expected 0 or more, got -3"],
    [
      "weight: 3",
      "normalise: GOALPOSTS, low: 2",
      "parts.2.low: part `air`: GOALPOSTS expects `low` and `high` beside it",
    ],
    ["weight: 3", "normalise: GOALPOSTS, low: 2, high: 1", "expected goalposts with low below high, got 2 and 1"],
    ["weight: 3", "low: 2", "parts.2.low: part `air` takes `low` beside `normalise: GOALPOSTS` only"],
    ["weight: 3", "aggregate: GEOMETRIC", "part `air` does not take `aggregate`, which is of a dimension"],
    ["weight: 3", "times: 0", "`times` expects more than 0, got 0"],
    ["weight: 3", "proxy: dust", "a `proxy` is used with `countryValues: true` only"],
    ["{ name: streets }", "{ name: streets, low: 2 }", "part `streets` does not take `low`, which is of an indicator"],
    ["{ name: streets }", "{ name: streets, power: 2 }", "part `streets` takes `power` beside `aggregate: POWER` only"],
    ["{ name: streets }", "{ name: streets, aggregate: POWER }", "POWER expects a `power` beside it, got none"],
    [
      "version: 1",
      "version: 1\n    weights: EQUAL",
      "part `air` has a `weight`, but the index takes its weights from EQUAL",
    ],
    ["version: 1", "version: 1\n    normalise: TARGET", "say it of the indicators, not of the index"],
    ["version: 1", "version: 1\n    coverage: 0.5", "takes `coverage` beside `missing: COVERAGE or GROUP_MEAN` only"],
    ["version: 1", "version: 1\n    power: 2", "the index takes `power` beside `aggregate: POWER` only"],
    ["version: 1", "version: 1\n    groupBy: COUNTRY", "takes `groupBy` beside `missing: GROUP_MEAN` only"],
    ["version: 1", "version: 1\n    outliers: COUNT", "expects whole numbers `outliersLow` and `outliersHigh`"],
    ["{ name: streets }", "{ name: streets, within: streets }", "expected a part that is not within `streets` itself"],
    ["version: 1", "version: 0", "expected 1 or more, got 0"],
  ])("is not recorded with a fault: %s", async (from, to, message) => {
    await expect(graph.load(smallFile.replace(from, to))).rejects.toThrow(message);
  });
});

test("the example that ships scores many cities in four dimensions, and says what it cannot", async () => {
  const graph = await shipped();
  try {
    const { index } = await graph.ask<{ index: { gaps: string[]; scores: Record<string, unknown> } }>(
      `{ index(slug: "four-dimensions") { gaps scores(simulation: { draws: 200 }) {
        citiesCount excludedCount weights { name within share }
        scores { city { slug } score rank interval { low high } contributions { points isProxy observation { id } } } } } }`,
    );
    expect(index.gaps.join()).toContain("Street lighting is not scored");
    const {
      citiesCount,
      excludedCount,
      weights,
      scores: best,
    } = index.scores as {
      citiesCount: number;
      excludedCount: number;
      weights: { within: string | null; share: number }[];
      scores: {
        score: number;
        rank: number;
        interval: { low: number; high: number };
        contributions: { points: number; observation: object }[];
      }[];
    };
    expect(citiesCount).toBeGreaterThanOrEqual(40);
    expect(citiesCount + excludedCount).toBe(63);
    expect(weights.filter(({ within }) => within === null).map(({ share }) => share)).toEqual([0.25, 0.25, 0.25, 0.25]);
    for (const { score, rank, interval, contributions } of best) {
      expect(interval.low).toBeLessThanOrEqual(rank);
      expect(interval.high).toBeGreaterThanOrEqual(rank);
      expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 9);
      expect(contributions.every(({ observation }) => observation !== null)).toBe(true);
    }
  } finally {
    await graph.close();
  }
}, 120_000);
