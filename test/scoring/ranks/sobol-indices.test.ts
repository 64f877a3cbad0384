import { manySobolIndices, randomFrom, sobolIndices } from "../../../src/scoring";
import { latinHypercube } from "../../../src/scoring/ranks/latin-hypercube";
import { mostSobolColumns, sobolSequence } from "../../../src/scoring/ranks/sobol-sequence";
import { near } from "../near";

/** T. Ishigami and T. Homma, 1990, with the usual 7 and 0.1. */
function ishigami(point: Float64Array): number {
  const [x, y, z] = [...point].map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x!) + 7 * Math.sin(y!) ** 2 + 0.1 * z! ** 4 * Math.sin(x!);
}

test("gives the published indices of the Ishigami function", () => {
  const { first, total, mean, variance, firstIntervals } = sobolIndices(3, ishigami, { seed: 1, samples: 8_192 });
  expect(first).toEqual(near([0.3139, 0.4424, 0], 2));
  expect(total).toEqual(near([0.5576, 0.4424, 0.2437], 2));
  expect(mean).toBeCloseTo(3.5, 2);
  expect(variance).toBeCloseTo(13.8446, 0.5);
  expect(firstIntervals[1]![0]).toBeLessThan(0.4424);
  expect(firstIntervals[1]![1]).toBeGreaterThan(0.4424);
});

test("gives the exact indices of Sobol's g-function", () => {
  const a = [0, 1, 4.5, 9, 99, 99, 99, 99];
  const parts = a.map((ai) => 1 / (3 * (1 + ai) ** 2));
  const variance = parts.reduce((product, part) => product * (1 + part), 1) - 1;
  const { first, total } = sobolIndices(
    8,
    (u) => a.reduce((product, ai, i) => (product * (Math.abs(4 * u[i]! - 2) + ai)) / (1 + ai), 1),
    { seed: 2, samples: 8_192 },
  );
  expect(first).toEqual(
    near(
      parts.map((part) => part / variance),
      2,
    ),
  );
  expect(total).toEqual(
    near(
      parts.map((part) => (part * (1 + variance)) / (1 + part) / variance),
      2,
    ),
  );
});

test("finds that inputs that only add up do not interact, also where there are many", () => {
  const { first, total } = sobolIndices(12, (u) => u.reduce((sum, x, i) => sum + (i < 2 ? x : 0), 0), { seed: 3 });
  expect(first.slice(0, 3)).toEqual(near([0.5, 0.5, 0], 1.5));
  expect(total.slice(0, 3)).toEqual(near([0.5, 0.5, 0], 1.5));
});

test("tells shares that can be, with how far they scatter, however few the samples", () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { first, total, firstErrors, totalErrors, firstIntervals, totalIntervals } = sobolIndices(
      4,
      // Additive but for a touch: first orders and totals are all but equal, and their estimates cross.
      (u) => 4 * u[0]! + 2 * u[1]! + u[2]! * (1 + 0.1 * u[3]!),
      { seed, samples: 16, resamples: 20 },
    );
    for (let i = 0; i < 4; i++) {
      expect(first[i]).toBeGreaterThanOrEqual(0);
      expect(total[i]).toBeGreaterThanOrEqual(first[i]!);
      expect(total[i]).toBeLessThanOrEqual(1);
      expect(firstIntervals[i]![0] <= first[i]! && first[i]! <= firstIntervals[i]![1]).toBe(true);
      expect(totalIntervals[i]![0] <= total[i]! && total[i]! <= totalIntervals[i]![1]).toBe(true);
      expect(firstErrors[i]! + totalErrors[i]!).toBeGreaterThan(0);
    }
  }
});

test("errors are as large as estimates scatter from seed to seed of random samples", () => {
  // Twelve inputs take Latin hypercubes, which scatter nearly as random samples do.
  const found = Array.from({ length: 30 }, (_, seed) =>
    sobolIndices(12, (u) => u[0]! * u[1]! + u[2]!, { seed, samples: 256, resamples: 60 }),
  );
  const firsts = found.map(({ first }) => first[2]!);
  const mean = firsts.reduce((a, b) => a + b, 0) / firsts.length;
  const scatter = Math.sqrt(firsts.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (firsts.length - 1));
  const told = found.reduce((sum, { firstErrors }) => sum + firstErrors[2]!, 0) / found.length;
  expect(told / scatter).toBeGreaterThan(0.5);
  expect(told / scatter).toBeLessThan(2.5);
});

test("of several results each has the indices that it has by itself", () => {
  const options = { seed: 5, samples: 64, resamples: 10 };
  const both = manySobolIndices(
    2,
    2,
    (u, results) => {
      results[0] = u[0]! + u[1]!;
      results[1] = u[0]! * u[1]!;
    },
    options,
  );
  expect(both).toEqual([
    sobolIndices(2, (u) => u[0]! + u[1]!, options),
    sobolIndices(2, (u) => u[0]! * u[1]!, options),
  ]);
});

test("gives 0 for everything where nothing moves the result", () => {
  expect(sobolIndices(2, () => 5, { seed: 4, samples: 8 })).toMatchObject({
    first: [0, 0],
    total: [0, 0],
    variance: 0,
    mean: 5,
    runs: 32,
  });
});

test("puts one point into each step of each column", () => {
  for (const points of [latinHypercube(64, 3, randomFrom(5)), sobolSequence(64, 3, randomFrom(5))]) {
    for (let column = 0; column < 3; column++) {
      const steps = Array.from({ length: 64 }, (_, row) => Math.floor(points[row * 3 + column]! * 64));
      expect(new Set(steps).size).toBe(64);
    }
  }
});

test("spreads every column of the sequence evenly, and neighbouring columns over the square", () => {
  const points = sobolSequence(256, mostSobolColumns, randomFrom(6));
  const cell = (row: number, column: number, parts: number) =>
    Math.floor(points[row * mostSobolColumns + column]! * parts);
  const rows = Array.from({ length: 256 }, (_, row) => row);
  for (let column = 0; column < mostSobolColumns; column++)
    expect(new Set(rows.map((row) => cell(row, column, 256))).size).toBe(256);
  expect(new Set(rows.map((row) => 16 * cell(row, 0, 16) + cell(row, 1, 16))).size).toBe(256);
});

test.each<[string, () => unknown, string]>([
  ["a model that gives no number", () => sobolIndices(1, () => Number.NaN, { seed: 1 }), "finite results, got NaN"],
  ["no inputs", () => sobolIndices(0, () => 1, { seed: 1 }), "inputs expects a whole number from 1"],
  ["one sample", () => sobolIndices(1, () => 1, { seed: 1, samples: 1 }), "samples expects a whole number from 2"],
  ["a level of 0", () => sobolIndices(1, () => 1, { seed: 1, level: 0 }), "more than 0"],
])("refuses %s", (_, run, message) => {
  expect(run).toThrow(message);
});
