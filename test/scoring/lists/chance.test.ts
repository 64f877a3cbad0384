import fc from "fast-check";
import {
  bootstrapInterval,
  irregularities,
  kendallTau,
  listsFrom,
  type Measure,
  permutationTest,
  rankBiasedOverlap,
} from "../../../src/scoring";
import { twoLists } from "./arbitrary";

test("where every order can be tried, the p-value is exact", () => {
  // Of the 24 orders of four cities one agrees wholly, and one is opposite.
  const alike = permutationTest([1, 2, 3, 4], [1, 2, 3, 4], kendallTau, { seed: 1 });
  expect(alike).toEqual({ measured: 1, p: 2 / 24, orders: 24, exact: true });
  expect(permutationTest([1, 2, 3, 4], [1, 2, 3, 4], kendallTau, { seed: 1, alternative: "greater" }).p).toBe(1 / 24);
});

test("beyond that random orders come close, and the same seed tries the same", () => {
  const [a, b] = [
    [1, 2, 3, 4, 5, 6],
    [2, 1, 3, 5, 4, 6],
  ];
  const exact = permutationTest(a!, b!, kendallTau, { seed: 1 });
  const options = { seed: 5, permutations: 700 };
  const drawn = permutationTest(a!, b!, kendallTau, options);
  expect({ exact: exact.exact, drawn: drawn.exact }).toEqual({ exact: true, drawn: false });
  expect(Math.abs(drawn.p - exact.p)).toBeLessThan(0.02);
  expect(permutationTest(a!, b!, kendallTau, options)).toEqual(drawn);
});

test("an interval holds the measure, and is wide for few cities", () => {
  const [a, b] = [
    [1, 2, 3, 4, 5, 6, 7, 8],
    [2, 1, 4, 3, 5, 8, 6, 7],
  ];
  const { measured, low, high } = bootstrapInterval(a!, b!, kendallTau, { seed: 1 });
  expect(low).toBeLessThan(measured);
  expect(high).toBeGreaterThan(measured);
  expect(high - low).toBeGreaterThan(0.3);
});

test("an interval never misses the measure, though resamples lie to one side of it", () => {
  const overlap: Measure = (a, b) => rankBiasedOverlap(a, b).extrapolated;
  const enough = twoLists.filter(([a, b]) => a.filter((rank, city) => rank !== null && b[city] !== null).length > 4);
  fc.assert(
    fc.property(enough, ([a, b]) => {
      for (const measure of [kendallTau, overlap]) {
        // A narrow one: the middle of the resamples alone would often miss.
        const { measured, low, high } = bootstrapInterval(a, b, measure, { seed: 3, draws: 100, level: 0.05 });
        expect(low).toBeLessThanOrEqual(measured);
        expect(high).toBeGreaterThanOrEqual(measured);
      }
    }),
    { numRuns: 60 },
  );
});

test("a measure that most resamples do not allow has no interval", () => {
  expect(() => bootstrapInterval([1, 2, null, null, null], [1, 2, 3, 4, 5], kendallTau, { seed: 1 })).toThrow(
    "expects most resamples to allow the measure",
  );
});

test("a rank twice is a tie, and a rank that ties do not account for is a gap", () => {
  expect(irregularities([1, 2, 2, 4])).toEqual({ ties: [2], gaps: [] });
  expect(irregularities([1, 2, 5, null, 5])).toEqual({ ties: [5], gaps: [3, 4] });
});

test("lists of names come to one universe", () => {
  expect(
    listsFrom([
      ["a", ["b", "c"]],
      ["c", "d"],
    ]),
  ).toEqual({
    cities: ["a", "b", "c", "d"],
    lists: [
      [1, 2, 2, null],
      [null, null, 1, 2],
    ],
  });
  expect(() => listsFrom([["a", "a"]])).toThrow("list 0 expects each name once, got `a` twice");
});
