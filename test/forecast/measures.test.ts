import { coverage, mase, msis, naiveError, owa, smape } from "../../src/forecast";

// By hand from the definitions of Hyndman and Koehler (2006) and of the M4 competition.
test("the naive error is the mean step, or the mean step from year to year", () => {
  expect(naiveError([1, 3, 2, 5], 1)).toBe(2);
  expect(naiveError([1, 3, 2, 5, 2, 5, 2, 9], 4)).toBe((1 + 2 + 0 + 4) / 4);
});

test("MASE is the mean error in steps of the naive method", () => {
  expect(mase([6, 8], [5, 5], 2)).toBe(1);
});

test("sMAPE is the error over the mean of value and forecast, in percent; nothing against nothing is no error", () => {
  expect(smape([100, 0], [50, 0])).toBeCloseTo(100 / 3, 10);
  expect(smape([1], [-1])).toBe(200);
});

test("MSIS adds to the width twenty times what lies outside at 90 %", () => {
  const intervals = [
    { low: 0, high: 10 },
    { low: 0, high: 10 },
  ];
  expect(msis([5, 12], intervals, 0.9, 2)).toBeCloseTo((10 + 10 + 20 * 2) / 2 / 2, 10);
});

test("coverage counts the ends in", () => {
  expect(
    coverage(
      [0, 10, 11],
      [0, 0, 0].map(() => ({ low: 0, high: 10 })),
    ),
  ).toBeCloseTo(2 / 3, 10);
});

test("OWA is the mean of the two shares of Naive2", () => {
  expect(owa({ smape: 9, mase: 2 }, { smape: 10, mase: 4 })).toBeCloseTo(0.7, 10);
});

test("lists of different length are refused", () => {
  expect(() => smape([1, 2], [1])).toThrow(
    new RangeError("smape expects as many values as forecasts and at least one, got 2 and 1"),
  );
  expect(() => mase([], [], 1)).toThrow(RangeError);
});
