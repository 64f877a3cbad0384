import type { Random } from "../random/random";
import { latinHypercube } from "./latin-hypercube";
import { mostSobolColumns, sobolSequence } from "./sobol-sequence";

/** Indices as they are estimated, wherever that is; by input. */
export interface Estimate {
  first: number[];
  total: number[];
  mean: number;
  variance: number;
}

/** What a model gave at the points of two samples, and at those of the first with one coordinate from the second. */
export interface Runs {
  a: Float64Array;
  b: Float64Array;
  mixed: Float64Array[];
}

function sampled(samples: number, columns: number, random: Random): Float64Array {
  return columns <= mostSobolColumns
    ? sobolSequence(samples, columns, random)
    : latinHypercube(samples, columns, random);
}

/** Runs a model at all points that its indices are estimated from. @returns what it gave, result by result */
export function runAll(
  inputs: number,
  results: number,
  samples: number,
  model: (point: Float64Array, results: Float64Array) => void,
  random: Random,
): Runs[] {
  const points = sampled(samples, 2 * inputs, random);
  const point = new Float64Array(inputs);
  const found = new Float64Array(results);
  // Each row of points holds a point of A and, after it, one of B.
  const run = (fromB: (input: number) => boolean) => {
    const columns = Array.from({ length: results }, () => new Float64Array(samples));
    for (let row = 0; row < samples; row++) {
      for (let i = 0; i < inputs; i++) point[i] = points[(2 * row + (fromB(i) ? 1 : 0)) * inputs + i]!;
      model(point, found);
      for (const [r, column] of columns.entries()) {
        if (!Number.isFinite(found[r])) throw new RangeError(`sobolIndices expects finite results, got ${found[r]}`);
        column[row] = found[r]!;
      }
    }
    return columns;
  };
  const [a, b] = [run(() => false), run(() => true)];
  const mixed = Array.from({ length: inputs }, (_, input) => run((i) => i === input));
  return a.map((column, r) => ({ a: column, b: b[r]!, mixed: mixed.map((columns) => columns[r]!) }));
}

/** Estimates the indices from some rows of the runs, each as often as it is named. */
export function estimate({ a, b, mixed }: Runs, rows: Uint32Array): Estimate {
  const n = rows.length;
  let sum = 0;
  for (let k = 0; k < n; k++) sum += a[rows[k]!]! + b[rows[k]!]!;
  const mean = sum / (2 * n);
  let squares = 0;
  for (let k = 0; k < n; k++) squares += (a[rows[k]!]! - mean) ** 2 + (b[rows[k]!]! - mean) ** 2;
  const variance = squares / (2 * n);
  const share = (total: number) => (variance === 0 ? 0 : total / n / variance);
  const [first, total] = [new Array<number>(mixed.length), new Array<number>(mixed.length)];
  for (const [input, ab] of mixed.entries()) {
    let [alone, apart] = [0, 0];
    for (let k = 0; k < n; k++) {
      const row = rows[k]!;
      const change = ab[row]! - a[row]!;
      // Centred on the mean, for else the estimate of first order would vary with where the result lies.
      alone += (b[row]! - mean) * change;
      apart += change * change;
    }
    first[input] = share(alone);
    total[input] = share(apart / 2);
  }
  return { first, total, mean, variance };
}
