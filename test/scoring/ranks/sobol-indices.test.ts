import { randomFrom, sobolIndices } from "../../../src/scoring";
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
