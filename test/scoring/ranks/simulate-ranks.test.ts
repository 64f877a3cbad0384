import {
  type IndexMethod,
  probabilityAbove,
  rankProbabilities,
  rankSummaries,
  requireSimulation,
  simulateRanks,
} from "../../../src/scoring";

const tree = { name: "index", children: [{ name: "a" }, { name: "b" }] };
const columns = { a: [100, 0, 50, 0], b: [0, 100, 51, null] };
const plain: IndexMethod = { tree, normalise: { kind: "none" } };

test("finds the share of weightings in which each city is first, as reckoned by hand", () => {
  const summaries = rankSummaries(simulateRanks(plain, { columns }, { seed: 1, draws: 20_000, weights: "uniform" }));
  // With weight w on a the scores are 100 w, 100 (1 - w) and 51 - w: c is first for w between 49/99 and 51/101.
  const middle = 51 / 101 - 49 / 99;
  expect(summaries[2]!.first).toBeCloseTo(middle, 2);
  expect(summaries[0]!.first).toBeCloseTo(1 - 51 / 101, 1.7);
  expect(summaries[3]).toBeNull();
});

test("gives probabilities that add up, and agree with each other", () => {
  const drawn = simulateRanks(plain, { columns }, { seed: 2, weights: "uniform" });
  const probabilities = rankProbabilities(drawn, 0)!;
  expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
  expect(probabilities[0]).toBe(rankSummaries(drawn)[0]!.first);
  expect(probabilityAbove(drawn, 0, 1)! + probabilityAbove(drawn, 1, 0)!).toBeCloseTo(1, 12);
  expect(probabilityAbove(drawn, 0, 3)).toBeNull();
  expect(rankProbabilities(drawn, 3)).toBeNull();
});

test("gives the same ranks for the same seed, and others for another", () => {
  const [one, again, other] = [3, 3, 4].map(
    (seed) => simulateRanks(plain, { columns }, { seed, weights: "uniform" }).ranks,
  );
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

test("varies less around the given weights the higher the concentration", () => {
  const width = (concentration: number) => {
    const many = {
      a: Array.from({ length: 30 }, (_, i) => i),
      b: Array.from({ length: 30 }, (_, i) => 30 - i + (i % 3)),
    };
    const summaries = rankSummaries(simulateRanks(plain, { columns: many }, { seed: 5, weights: { concentration } }));
    return summaries.reduce((sum, summary) => sum + summary!.high - summary!.low, 0);
  };
  expect(width(500)).toBeLessThan(width(50));
  expect(width(50)).toBeLessThan(width(5));
});

test("a part that weighs nothing weighs nothing in any draw, also where all weightings are as likely", () => {
  const none = { name: "index", children: [{ name: "a" }, { name: "b", weight: 0 }, { name: "c" }] };
  const data = { columns: { a: [3, 2, 1], b: [1, 2, 3], c: [30, 20, 10] } };
  const drawn = simulateRanks({ tree: none }, data, { seed: 12, draws: 200, weights: "uniform" });
  expect(rankSummaries(drawn).map((summary) => summary!.expected)).toEqual([1, 2, 3]);
});

test("goalposts that were chosen for an indicator stay, whatever normalisations are drawn", () => {
  // Between its goalposts a tells the two by a hundredth of a point; stretched to the ends it would outweigh b.
  const children = [
    { name: "a", weight: 2, normalise: { kind: "goalposts", low: 0, high: 10_000 } },
    { name: "b" },
  ] as const;
  const data = { columns: { a: [1, 2], b: [9, 8] } };
  const normalisations = [{ kind: "min-max" }, { kind: "percentile" }] as const;
  const options = { seed: 13, draws: 100, weights: "fixed", normalisations } as const;
  const drawn = simulateRanks({ tree: { name: "index", children } }, data, options);
  expect(rankSummaries(drawn).map((summary) => summary!.expected)).toEqual([1, 2]);
  const free = { name: "index", children: [{ name: "a", weight: 2 }, { name: "b" }] };
  expect(rankSummaries(simulateRanks({ tree: free }, data, options)).map((summary) => summary!.expected)).toEqual([
    2, 1,
  ]);
});

test("always ranks as the method does where nothing varies", () => {
  const summaries = rankSummaries(simulateRanks(plain, { columns }, { seed: 6, weights: "fixed", draws: 10 }));
  expect(summaries.map((summary) => summary && [summary.low, summary.expected, summary.median, summary.high])).toEqual([
    [2, 2, 2, 2],
    [2, 2, 2, 2],
    [1, 1, 1, 1],
    null,
  ]);
});

test("ties cities whose z-scores cancel, as the method does", () => {
  const drawn = simulateRanks(
    { tree, normalise: { kind: "z-score" } },
    { columns: { a: [1, 60], b: [36, 25] } },
    { seed: 11, weights: "fixed", draws: 1 },
  );
  expect([...drawn.ranks]).toEqual([1, 1]);
});

test("never ranks a city first that another beats in everything", () => {
  const method: IndexMethod = { tree, scale: [1, 100] };
  const drawn = simulateRanks(
    method,
    { columns: { a: [1, 2, 3, 1], b: [3, 2, 3.5, 1] } },
    {
      seed: 7,
      weights: "uniform",
      normalisations: [{ kind: "min-max" }, { kind: "percentile" }],
      aggregations: ["arithmetic", "geometric", { power: 0.5 }],
    },
  );
  expect(rankSummaries(drawn)[2]).toMatchObject({ first: 1, low: 1, high: 1 });
  expect(rankSummaries(drawn)[3]).toMatchObject({ low: 4, high: 4 });
});

test("orders two cities by the chance that their errors leave", () => {
  const data = { columns: { a: [10, 11] }, errors: { a: [1, 1] } };
  const drawn = simulateRanks({ tree: { name: "index", children: [{ name: "a" }] } }, data, {
    seed: 8,
    draws: 20_000,
    weights: "fixed",
    errors: true,
  });
  // The difference is normal with mean 1 and variance 2: above 0 with probability 0.760.
  expect(probabilityAbove(drawn, 1, 0)).toBeCloseTo(0.76, 1.9);
});

test("takes the error of a logarithm for a share of the value", () => {
  const data = { columns: { a: [100, 110] }, errors: { a: [10, 11] } };
  const drawn = simulateRanks({ tree: { name: "index", children: [{ name: "a", transform: "log" }] } }, data, {
    seed: 9,
    draws: 20_000,
    weights: "fixed",
    errors: true,
  });
  // ln 1.1 / sqrt(0.01 + 0.01) = 0.674 standard deviations: 0.750.
  expect(probabilityAbove(drawn, 1, 0)).toBeCloseTo(0.75, 1.9);
});

test("leaves out gaps in each draw as the method does", () => {
  const method: IndexMethod = { ...plain, missing: { policy: "coverage", atLeast: 0.5 } };
  const drawn = simulateRanks(method, { columns }, { seed: 10, draws: 50, weights: "uniform" });
  expect(rankSummaries(drawn)[3]!.high).toBe(4);
});

test("refuses what would take too long, and says what it costs", () => {
  const big = { a: new Float64Array(100_000).map((_, i) => i), b: new Float64Array(100_000) };
  expect(() => simulateRanks(plain, { columns: big }, { seed: 1, draws: 100_000 })).toThrow(
    "100,000 cities x 2 indicators x 100,000 draws cost 20,000,000,000 steps and 10,000,000,000 ranks, at most 5,000,000,000 and 100,000,000 are allowed: at most 1,000 draws",
  );
});

test("what could not be drawn is refused without drawing, in the same words", () => {
  const data = { columns };
  const big = { columns: { a: new Float64Array(100_000).map((_, i) => i), b: new Float64Array(100_000) } };
  const forbidden = { seed: 1, normalisations: [{ kind: "z-score" }], aggregations: ["geometric"] } as const;
  expect(() => requireSimulation(plain, data, forbidden)).toThrow("geometric mean expects values of 0 or more");
  expect(() => requireSimulation(plain, big, { seed: 1, draws: 100_000 })).toThrow("at most 1,000 draws");
  expect(() => requireSimulation(plain, data, { seed: 1, draws: 0 })).toThrow("whole number from 1");
  expect(() => requireSimulation(plain, data, { seed: 1 })).not.toThrow();
});

test.each<[string, () => unknown, string]>([
  ["no draws", () => simulateRanks(plain, { columns }, { seed: 1, draws: 0 }), "whole number from 1"],
  [
    "a concentration of 0",
    () => simulateRanks(plain, { columns }, { seed: 1, weights: { concentration: 0 } }),
    "concentration above 0, got 0",
  ],
  [
    "a choice of nothing",
    () => simulateRanks(plain, { columns }, { seed: 1, aggregations: [] }),
    "at least one choice",
  ],
  [
    "a mean that its scores forbid",
    () =>
      simulateRanks(
        plain,
        { columns },
        { seed: 1, normalisations: [{ kind: "z-score" }], aggregations: ["geometric"] },
      ),
    "geometric mean expects values of 0 or more",
  ],
  [
    "errors of another length",
    () => simulateRanks(plain, { columns, errors: { a: [1] } }, { seed: 1, errors: true }),
    "errors of `a` expect 4 entries, got 1",
  ],
  [
    "a negative error",
    () => simulateRanks(plain, { columns, errors: { a: [-1, 0, 0, 0] } }, { seed: 1, errors: true }),
    "expect 0 or more, got -1 at 0",
  ],
  [
    "a level of 1",
    () => rankSummaries(simulateRanks(plain, { columns }, { seed: 1, draws: 1 }), 1),
    "less than 1, got 1",
  ],
  [
    "a city that is not there",
    () => probabilityAbove(simulateRanks(plain, { columns }, { seed: 1, draws: 1 }), 0, 9),
    "from 0 to 3, got 9",
  ],
])("refuses %s", (_, run, message) => {
  expect(run).toThrow(message);
});
