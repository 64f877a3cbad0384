import fc from "fast-check";
import { type Aggregation, compositeIndex, contributions, geometricMean, type IndexMethod } from "../../../src/scoring";
import { humanDevelopment, humanDevelopmentData } from "../composite/human-development";

const total = (parts: readonly { points: number }[]) => parts.reduce((sum, { points }) => sum + points, 0);

test("gives weight x score where parts make up for each other fully", () => {
  const tree = { name: "index", children: [{ name: "a", weight: 3 }, { name: "b" }] };
  const index = compositeIndex({ tree }, { columns: { a: [0, 10, 5], b: [0, 1, 1] } });
  expect(contributions(index, 2)).toEqual([
    { indicator: "a", score: 50, weight: 0.75, points: 37.5 },
    { indicator: "b", score: 100, weight: 0.25, points: 25 },
  ]);
});

test("splits a geometric mean by logarithmic means, worked by hand for 1 and 4", () => {
  const tree = { name: "index", children: ["a", "b"].map((name) => ({ name, normalise: { kind: "none" } as const })) };
  const index = compositeIndex({ tree, aggregate: "geometric" }, { columns: { a: [1], b: [4] } });
  // The mean is 2; L(1, 2) = 1 / ln 2 and L(4, 2) = 2 / ln 2, so the weights are as 1 to 1/2: 2/3 x 1 + 1/3 x 4 = 2.
  expect(contributions(index, 0).map(({ points }) => points)).toEqual([
    expect.closeTo(2 / 3, 12),
    expect.closeTo(4 / 3, 12),
  ]);
});

test("adds up to the Human Development Index of each country", () => {
  const index = compositeIndex(humanDevelopment, humanDevelopmentData);
  for (const [country, score] of index.scores.entries())
    expect(total(contributions(index, country))).toBeCloseTo(score!, 12);
});

test("gives 0 for every part where a part of 0 makes the whole 0", () => {
  const tree = { name: "index", children: [{ name: "a" }, { name: "b" }] };
  const index = compositeIndex({ tree, aggregate: "geometric" }, { columns: { a: [0, 1], b: [1, 2] } });
  expect(contributions(index, 0).map(({ points }) => points)).toEqual([0, 0]);
});

const aggregation = fc.constantFrom<Aggregation>(
  "arithmetic",
  "geometric",
  "harmonic",
  { power: 0.5 },
  { power: -2 },
  { power: 3 },
);
const value = fc.option(fc.integer({ min: 0, max: 50 }), { nil: null, freq: 6 });
const row = fc.array(value, { minLength: 4, maxLength: 4 });

test("adds up to the score for every mean, in every dimension, with every gap", () => {
  fc.assert(
    fc.property(aggregation, aggregation, fc.array(row, { minLength: 2, maxLength: 8 }), (above, below, rows) => {
      const column = (i: number) => rows.map((cells) => cells[i]!);
      fc.pre([0, 1, 2, 3].every((i) => column(i).some((cell) => cell !== null)));
      const method: IndexMethod = {
        aggregate: above,
        missing: { policy: "coverage", atLeast: 0.5 },
        tree: {
          name: "index",
          children: [
            { name: "a", weight: 2 },
            {
              name: "d",
              aggregate: below,
              children: [{ name: "b" }, { name: "c", weight: 3 }, { name: "e", weight: 0.5 }],
            },
          ],
        },
      };
      fc.pre(rows.some((cells) => cells.filter((cell) => cell !== null).length >= 2));
      const index = compositeIndex(method, { columns: { a: column(0), b: column(1), c: column(2), e: column(3) } });
      for (const [city, score] of index.scores.entries()) {
        if (score !== null) expect(total(contributions(index, city))).toBeCloseTo(score, 8);
      }
    }),
  );
});

test("gives a part that lies low more than its weight", () => {
  const tree = { name: "index", children: ["a", "b"].map((name) => ({ name, normalise: { kind: "none" } as const })) };
  const [low, high] = contributions(
    compositeIndex({ tree, aggregate: "geometric" }, { columns: { a: [10], b: [90] } }),
    0,
  );
  expect(low!.weight).toBeGreaterThan(high!.weight);
  expect(low!.points + high!.points).toBeCloseTo(geometricMean([10, 90]), 12);
});

test("refuses a city without a score, and says why it has none", () => {
  const tree = { name: "index", children: [{ name: "a" }] };
  const index = compositeIndex({ tree }, { columns: { a: [1, null, 2] } });
  expect(() => contributions(index, 1)).toThrow("city 1 has no score: no value for a");
  expect(() => contributions(index, 3)).toThrow("expected a city from 0 to 2, got 3");
});
