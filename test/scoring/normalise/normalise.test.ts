import { type Normalisation, normalise } from "../../../src/scoring";
import { meanYearsOfSchool } from "./technology-achievement";

const rounded = (scores: readonly (number | null)[], digits: number) =>
  scores.map((score) => Number(score!.toFixed(digits)));
const at = (method: Normalisation) => normalise(meanYearsOfSchool, method, { scale: [0, 1] });

// OECD and JRC, Handbook on Constructing Composite Indicators, 2008: examples of normalisation for mean years of school.
test("gives the handbook's z-scores for the Technology Achievement Index", () => {
  expect(rounded(at({ kind: "z-score" }).slice(0, 10), 2)).toEqual([
    0.26, 1.52, 1.14, -0.06, 0.76, -0.12, -0.12, 1.27, 0.83, -1.58,
  ]);
});

test("gives the handbook's re-scaled values for the Technology Achievement Index", () => {
  expect(rounded(at({ kind: "min-max" }).slice(0, 10), 2)).toEqual([
    0.59, 1, 0.88, 0.49, 0.76, 0.47, 0.47, 0.92, 0.78, 0,
  ]);
});

test("gives points for places, the best the most, ties their mean", () => {
  expect(normalise([10, 30, 20, 20, null], { kind: "rank" })).toEqual([1, 4, 2.5, 2.5, null]);
  expect(normalise([10, 30, 20, 20], { kind: "rank" }, { direction: "less" })).toEqual([4, 1, 2.5, 2.5]);
});

test("gives the share of others done better than", () => {
  expect(normalise([10, 30, 20, 20, 40], { kind: "percentile" })).toEqual([0, 75, 37.5, 37.5, 100]);
  expect(normalise([10], { kind: "percentile" })).toEqual([50]);
});

test("sets values between fixed ends, by logarithm where asked, and clips what lies beyond", () => {
  expect(normalise([1, 10, 1000], { kind: "goalposts", low: 1, high: 100, log: true })).toEqual([
    0,
    expect.closeTo(50, 10),
    100,
  ]);
  expect(normalise([-10, 60], { kind: "goalposts", low: 0, high: 50, clip: false })).toEqual([-20, 120]);
  expect(normalise([0, 20, 50], { kind: "goalposts", low: 0, high: 50 }, { direction: "less" })).toEqual([100, 60, 0]);
});

test("measures the way to a target from the worst city", () => {
  expect(normalise([10, 20, 30, 50], { kind: "target", target: 30 })).toEqual([0, 50, 100, 100]);
  expect(normalise([40, 20, 10], { kind: "target", target: 0 }, { direction: "less" })).toEqual([0, 50, 75]);
});

test("sets values beside a reference", () => {
  expect(normalise([5, 10, 20], { kind: "reference", to: "best" })).toEqual([0.25, 0.5, 1]);
  expect(normalise([5, 10, 20], { kind: "reference", to: "best" }, { direction: "less" })).toEqual([1, 0.5, 0.25]);
  expect(normalise([5, 15], { kind: "reference", to: 10, form: "difference" })).toEqual([-0.5, 0.5]);
});

test("tells clearly better from clearly worse", () => {
  expect(normalise([5, 9, 10, 16], { kind: "above-below", threshold: 0.2 })).toEqual([-1, 0, 0, 1]);
  expect(normalise([5, 9, 10, 16], { kind: "above-below", threshold: 0.2 }, { direction: "less" })).toEqual([
    1, 0, 0, -1,
  ]);
});

test("puts cities in classes", () => {
  const method: Normalisation = { kind: "classes", cuts: [0.25, 0.75], points: [0, 50, 100] };
  expect(normalise([1, 2, 3, 4, 5], method)).toEqual([0, 50, 50, 100, 100]);
  expect(normalise([1, 2, 3, 4, 5], method, { direction: "less" })).toEqual([100, 100, 50, 50, 0]);
});

test("gives the middle where all values are equal", () => {
  expect(normalise([3, 3], { kind: "min-max" })).toEqual([50, 50]);
  expect(normalise([3, 3], { kind: "z-score", mean: 100, deviation: 15 })).toEqual([100, 100]);
});

test.each<[string, Normalisation, (number | null)[], string]>([
  ["equal goalposts", { kind: "goalposts", low: 2, high: 2 }, [1, 2], "goalposts expect low below high"],
  [
    "goalposts with a logarithm of 0",
    { kind: "goalposts", low: 0, high: 2, log: true },
    [1, 2],
    "expect ends above 0, got 0",
  ],
  [
    "a target behind the start",
    { kind: "target", target: 1 },
    [1, 2],
    "target expects a target above the start (1), got 1",
  ],
  ["a reference of 0", { kind: "reference", to: 0 }, [1, 2], "reference expects a reference above 0, got 0"],
  ["a deviation of 0", { kind: "z-score", deviation: 0 }, [1, 2], "z-score expects a deviation above 0"],
  ["cuts that fall", { kind: "classes", cuts: [0.5, 0.2], points: [1, 2, 3] }, [1, 2], "cuts that rise"],
  ["too few points", { kind: "classes", cuts: [0.5], points: [1] }, [1, 2], "classes expect 2 points, got 1"],
  ["a threshold below 0", { kind: "above-below", threshold: -1 }, [1, 2], "threshold of 0 or more, got -1"],
  ["values of which none is known", { kind: "min-max" }, [null], "at least one known value"],
  ["a method it does not know", { kind: "magic" } as unknown as Normalisation, [1, 2], "unknown normalisation"],
])("refuses %s", (_, method, values, message) => {
  expect(() => normalise(values, method)).toThrow(message);
});
