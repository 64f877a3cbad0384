import fc from "fast-check";
import { correlation } from "../../../src/scoring";
import { inverseOf } from "../../../src/scoring/statistics/cholesky";
import { eigen } from "../../../src/scoring/statistics/eigen";
import { normalQuantile, normalShare } from "../../../src/scoring/statistics/normal-quantile";
import { quantile } from "../../../src/scoring/statistics/quantile";
import { excessKurtosis, skewness } from "../../../src/scoring/statistics/skewness";
import { near } from "../near";

test("interpolates quantiles as R does by default", () => {
  expect([0, 0.25, 0.5, 0.9, 1].map((share) => quantile([1, 2, 4, 8], share))).toEqual([
    1,
    1.75,
    3,
    expect.closeTo(6.8, 12),
    8,
  ]);
  expect(() => quantile([], 0.5)).toThrow("at least one value");
  expect(() => quantile([1], 1.5)).toThrow("share from 0 to 1");
});

test("gives the skewness and kurtosis that spreadsheets give", () => {
  // The worked examples of the functions SKEW and KURT in the documentation of Excel.
  const values = [3, 4, 5, 2, 3, 4, 5, 6, 4, 7];
  expect(skewness(values)).toBeCloseTo(0.359543, 6);
  expect(excessKurtosis(values)).toBeCloseTo(-0.151799637, 6);
  expect(skewness([1, 1, 1])).toBe(0);
});

test("gives the normal distribution as printed in every table", () => {
  expect([0.5, 0.9, 0.975, 0.995, 0.001].map(normalQuantile)).toEqual(
    [0, 1.2815515655, 1.9599639845, 2.5758293035, -3.0902323062].map((z) => expect.closeTo(z, 9)),
  );
  fc.assert(
    fc.property(fc.double({ min: 1e-10, max: 1 - 1e-10, noNaN: true }), (share) =>
      expect(normalShare(normalQuantile(share))).toBeCloseTo(share, 12),
    ),
  );
  expect(() => normalQuantile(1)).toThrow("above 0 and below 1");
});

test("finds eigenvalues and vectors that make up the matrix again", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }), {
        minLength: 5,
        maxLength: 5,
      }),
      (rows) => {
        const matrix = rows.map((row, i) => row.map((x, j) => x + rows[j]![i]!));
        const { values, vectors } = eigen(matrix);
        const rebuilt = (i: number, j: number) =>
          values.reduce((sum, value, k) => sum + value * vectors[k]![i]! * vectors[k]![j]!, 0);
        for (const [i, row] of matrix.entries()) expect(row.map((_, j) => rebuilt(i, j))).toEqual(near(row, 8));
      },
    ),
  );
});

test("inverts a positive definite matrix, and refuses one that is not", () => {
  const inverse = inverseOf(Float64Array.from([4, 2, 2, 3]), 2)!;
  expect([...inverse]).toEqual([0.375, -0.25, -0.25, 0.5].map((x) => expect.closeTo(x, 12)));
  expect(inverseOf(Float64Array.from([1, 2, 2, 1]), 2)).toBeNull();
});

test("correlates a line with itself and refuses a constant", () => {
  expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
  expect(() => correlation([1, 1], [1, 2])).toThrow("columns of different values");
});
