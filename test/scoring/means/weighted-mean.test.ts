import fc from "fast-check";
import { arithmeticMean, geometricMean, harmonicMean, logarithmicMean, powerMean } from "../../../src/scoring";

test("gives the means that every textbook gives", () => {
  expect(arithmeticMean([2, 8])).toBe(5);
  expect(geometricMean([2, 8])).toBeCloseTo(4, 12);
  expect(harmonicMean([2, 8])).toBeCloseTo(3.2, 12);
  expect(powerMean([1, 7], 2)).toBeCloseTo(5, 12);
  expect(geometricMean([2, 8], [3, 1])).toBeCloseTo(2 ** 1.5, 12);
});

test("makes no difference of weights that do not add up to 1", () => {
  expect(geometricMean([2, 8], [30, 10])).toBeCloseTo(geometricMean([2, 8], [0.75, 0.25]), 12);
});

test("is 0 if a part is, where parts cannot make up for each other, and passes over a part of weight 0", () => {
  expect(geometricMean([0, 8])).toBe(0);
  expect(harmonicMean([0, 8])).toBe(0);
  expect(powerMean([0, 8], -2)).toBe(0);
  expect(geometricMean([0, 8], [0, 1])).toBeCloseTo(8, 12);
});

const parts = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 1, maxLength: 8 });

test("rises with the power, and lies between the least and the greatest part", () => {
  fc.assert(
    fc.property(parts, (values) => {
      const means = [
        powerMean(values, -3),
        harmonicMean(values),
        geometricMean(values),
        powerMean(values, 0.5),
        arithmeticMean(values),
        powerMean(values, 3),
      ];
      const slack = Math.max(...values) * 1e-9;
      for (const [i, mean] of means.entries()) {
        expect(mean).toBeGreaterThanOrEqual((means[i - 1] ?? Math.min(...values)) - slack);
      }
      expect(means[5]).toBeLessThanOrEqual(Math.max(...values) + slack);
    }),
  );
});

test("the logarithmic mean lies between the geometric and the arithmetic, also of numbers close together", () => {
  expect(logarithmicMean(1, Math.E)).toBeCloseTo(Math.E - 1, 12);
  expect(logarithmicMean(5, 5)).toBe(5);
  expect(logarithmicMean(0, 5)).toBe(0);
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      fc.double({ min: -12, max: 3, noNaN: true }),
      (a, exponent) => {
        const b = a * (1 + 10 ** exponent);
        const mean = logarithmicMean(a, b);
        expect(mean).toBeGreaterThanOrEqual(Math.sqrt(a) * Math.sqrt(b) * (1 - 1e-12));
        expect(mean).toBeLessThanOrEqual(((a + b) / 2) * (1 + 1e-12));
      },
    ),
  );
});

test.each<[string, () => unknown, string]>([
  ["a negative part", () => geometricMean([1, -2]), "geometric mean expects values of 0 or more, got -2"],
  ["no parts", () => arithmeticMean([]), "at least one value, got none"],
  ["too few weights", () => arithmeticMean([1, 2], [1]), "got 2 values and 1 weights"],
  ["a negative weight", () => arithmeticMean([1, 2], [1, -1]), "got -1 at 1"],
  ["weights of 0", () => arithmeticMean([1, 2], [0, 0]), "sum above 0, got 0"],
  ["a boundless power", () => powerMean([1, 2], Infinity), "a power from -100 to 100, got Infinity"],
  ["a power that leaves the range of numbers", () => powerMean([1, 2], -500), "a power from -100 to 100, got -500"],
  ["a negative logarithmic mean", () => logarithmicMean(-1, 2), "got -1 and 2"],
])("refuses %s", (_, reckon, message) => {
  expect(reckon).toThrow(new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
});
