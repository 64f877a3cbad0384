import { ranks } from "../../../src/scoring";

test("numbers places from the best, ties sharing the better one", () => {
  expect(ranks([10, 30, 20, 20, null])).toEqual([4, 1, 2, 2, null]);
  expect(ranks([10, 30, 20], { best: "least" })).toEqual([1, 3, 2]);
});

test("numbers ties as asked", () => {
  const scores = [5, 4, 4, 3];
  expect(ranks(scores, { ties: "first" })).toEqual([1, 2, 2, 4]);
  expect(ranks(scores, { ties: "mean" })).toEqual([1, 2.5, 2.5, 4]);
  expect(ranks(scores, { ties: "last" })).toEqual([1, 3, 3, 4]);
  expect(ranks(scores, { ties: "dense" })).toEqual([1, 2, 2, 3]);
});

test("takes scores for equal that differ by no more than the tolerance", () => {
  expect(ranks([0.1 + 0.2, 0.3, 0.2], { tolerance: 1e-9 })).toEqual([1, 1, 3]);
});

test("refuses what is not a finite number", () => {
  expect(() => ranks([1, Number.NaN])).toThrow("finite scores or null, got NaN at 1");
  expect(() => ranks([1], { tolerance: -1 })).toThrow("tolerance of 0 or more, got -1");
});
