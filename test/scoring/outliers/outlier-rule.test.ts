import { type OutlierRule, winsorise } from "../../../src/scoring";

const treated = (values: (number | null)[], rule: OutlierRule) =>
  Array.from(
    winsorise(
      Float64Array.from(values, (value) => value ?? Number.NaN),
      rule,
    ),
  );

test("takes numbers and null in a plain list as it takes a column, and sorts them as numbers", () => {
  const values = [1000, 2, 3, 4, 5, 6, 7, 8, 9, 10, null];
  const rules: OutlierRule[] = [{ rule: "skewness" }, { rule: "fences" }, { rule: "count", low: 0, high: 1 }];
  for (const rule of rules) {
    expect(Array.from(winsorise(values, rule))).toEqual(treated(values, rule));
    expect(winsorise(values, rule)[0]).toBe(10);
    expect(winsorise(values, rule)[10]).toBeNaN();
  }
});

test("moves what lies beyond two quantiles to them", () => {
  expect(treated([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100], { rule: "quantiles", low: 0.1, high: 0.9 })).toEqual([
    1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9,
  ]);
});

test("moves what lies beyond Tukey's fences to the outermost value within", () => {
  expect(treated([1, 2, 3, 4, 5, 6, 7, 8, 9, 50, null], { rule: "fences" })).toEqual([
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    9,
    Number.NaN,
  ]);
});

test("looks for no outliers among fewer than ten values", () => {
  const nine = [1, 2, 3, 4, 5, 6, 7, 8, 50, null];
  expect(treated(nine, { rule: "fences" })).toEqual(nine.map((value) => value ?? Number.NaN));
  const lean = [0, 0, 0, 0, 0, 0, 0, 0, 90];
  expect(treated(lean, { rule: "skewness", skewness: 1, kurtosis: 1 })).toEqual(lean);
  expect(treated([0, ...lean], { rule: "skewness", skewness: 1, kurtosis: 1 })).not.toContain(90);
});

test("moves as many of the outermost values as it is told", () => {
  expect(treated([-9, 1, 2, 3, 70, 80], { rule: "count", low: 1, high: 2 })).toEqual([1, 1, 2, 3, 3, 3]);
});

test("moves the long tail in, one value at a time, until the shape is no longer extreme", () => {
  const tail = [...Array.from({ length: 20 }, (_, i) => i), 400, 900];
  const result = treated(tail, { rule: "skewness" });
  expect(result.slice(0, 20)).toEqual(tail.slice(0, 20));
  expect(Math.max(...result)).toBeLessThan(900);
  expect(treated(tail, { rule: "skewness", most: 0 })).toEqual(tail);
  expect(treated([1, 2, 3, 4, 5, 6], { rule: "skewness" })).toEqual([1, 2, 3, 4, 5, 6]);
});

test("moves the low tail of the mirrored values alike", () => {
  const tail = [...Array.from({ length: 20 }, (_, i) => i), 400, 900];
  const mirrored = treated(
    tail.map((value) => -value),
    { rule: "skewness" },
  );
  expect(mirrored.map((value) => -value)).toEqual(treated(tail, { rule: "skewness" }).map((value) => value));
});

test.each<[string, OutlierRule, string]>([
  ["quantiles that fall", { rule: "quantiles", low: 0.9, high: 0.1 }, "0 <= low < high <= 1"],
  ["fences of a negative width", { rule: "fences", times: -1 }, "times of 0 or more, got -1"],
  ["a count that leaves nothing", { rule: "count", low: 1, high: 1 }, "leave a value of 2"],
  ["half a value", { rule: "skewness", most: 0.5 }, "whole number"],
])("refuses %s", (_, rule, message) => {
  expect(() => treated([1, 2], rule)).toThrow(message);
});
