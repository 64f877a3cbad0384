import { requireBetween, requireWhole } from "../checks";
import { type Random, randomFrom } from "../random/random";
import { quantile } from "../statistics/quantile";
import { latinHypercube } from "./latin-hypercube";
import { mostSobolColumns, sobolSequence } from "./sobol-sequence";

/** How much of a result's variance each input accounts for. */
export interface SobolIndices {
  /** By input: the share of the variance it accounts for alone; the shares add up to 1 if inputs do not interact. */
  first: number[];
  /** By input: the share that would be left if all other inputs were fixed, interactions included. */
  total: number[];
  /** Intervals of `first` and `total` from a bootstrap over the samples: [low, high] by input. */
  firstIntervals: [number, number][];
  totalIntervals: [number, number][];
  mean: number;
  /** If it is 0, all indices are 0: nothing moves the result. */
  variance: number;
  /** How often the model was run: samples x (inputs + 2). */
  runs: number;
}

/** How many samples, from which seed, and which intervals. */
export interface SobolOptions {
  /** Rows of each of the two sample matrices, at least 2; by default 4,096. */
  readonly samples?: number;
  readonly seed: number;
  /** Above 0 and below 1; by default 0.95. */
  readonly level?: number;
  /** Resamples of the bootstrap; by default 200. */
  readonly resamples?: number;
}

/**
 * Sobol's indices: which input moves a result most, alone (first order) and with all its interactions (total).
 *
 * Estimated from two samples A and B (Sobol's sequence up to 10 inputs, beyond that Latin hypercubes) and, for each input
 * i, A with column i from B: first order by Saltelli's estimator mean(f(B) (f(AB) - f(A))), total by Jansen's
 * mean((f(A) - f(AB))^2) / 2, both over the variance. Estimates of small indices can fall a little below 0; they are left
 * so. The intervals take the samples for random ones, so with Sobol's sequence they are on the safe side.
 *
 * @param inputs how many inputs the model has
 * @param model a finite number for a point; each coordinate is uniform between 0 and 1, independent of the others. It
 *   must give the same for the same point and not keep the array
 * @throws RangeError if a count is out of range or the model returns what is not finite
 * @see A. Saltelli et al., Variance based sensitivity analysis of model output, Computer Physics Communications 181, 2010
 */
export function sobolIndices(
  inputs: number,
  model: (point: Float64Array) => number,
  options: SobolOptions,
): SobolIndices {
  const { samples = 4_096, seed, level = 0.95, resamples = 200 } = options;
  requireWhole(inputs, 1, 1_000, "sobolIndices' inputs");
  requireWhole(samples, 2, 1e8, "sobolIndices' samples");
  requireWhole(resamples, 2, 1e6, "sobolIndices' resamples");
  requireBetween(level, 0, 1, "sobolIndices' level");
  const random = randomFrom(seed);
  const runs = runAll(sampled(samples, 2 * inputs, random), inputs, samples, model);
  const whole = Uint32Array.from({ length: samples }, (_, row) => row);
  const found = estimate(runs, whole);
  const resampled = Array.from({ length: resamples }, () =>
    estimate(
      runs,
      whole.map(() => Math.floor(random() * samples)),
    ),
  );
  const interval = (kind: "first" | "total", input: number): [number, number] => {
    const sorted = Float64Array.from(resampled, (indices) => indices[kind][input]!).sort();
    return [quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2)];
  };
  return {
    ...found,
    firstIntervals: found.first.map((_, input) => interval("first", input)),
    totalIntervals: found.total.map((_, input) => interval("total", input)),
    runs: samples * (inputs + 2),
  };
}

interface Runs {
  a: Float64Array;
  b: Float64Array;
  mixed: Float64Array[];
}

function sampled(samples: number, columns: number, random: Random): Float64Array {
  return columns <= mostSobolColumns
    ? sobolSequence(samples, columns, random)
    : latinHypercube(samples, columns, random);
}

function runAll(points: Float64Array, inputs: number, samples: number, model: (point: Float64Array) => number): Runs {
  const point = new Float64Array(inputs);
  // Each row of points holds a point of A and, after it, one of B.
  const run = (fromB: (input: number) => boolean) =>
    Float64Array.from({ length: samples }, (_, row) => {
      for (let i = 0; i < inputs; i++) point[i] = points[(2 * row + (fromB(i) ? 1 : 0)) * inputs + i]!;
      const result = model(point);
      if (!Number.isFinite(result)) throw new RangeError(`sobolIndices expects finite results, got ${result}`);
      return result;
    });
  return {
    a: run(() => false),
    b: run(() => true),
    mixed: Array.from({ length: inputs }, (_, mixed) => run((i) => i === mixed)),
  };
}

function estimate({ a, b, mixed }: Runs, rows: Uint32Array) {
  const n = rows.length;
  let sum = 0;
  for (const row of rows) sum += a[row]! + b[row]!;
  const mean = sum / (2 * n);
  let squares = 0;
  for (const row of rows) squares += (a[row]! - mean) ** 2 + (b[row]! - mean) ** 2;
  const variance = squares / (2 * n);
  const per = (term: (row: number, ab: Float64Array) => number) =>
    mixed.map((ab) => {
      let total = 0;
      for (const row of rows) total += term(row, ab);
      return variance === 0 ? 0 : total / n / variance;
    });
  // Centred on the mean, for else the estimate of first order would vary with where the result lies.
  const first = per((row, ab) => (b[row]! - mean) * (ab[row]! - a[row]!));
  const total = per((row, ab) => (a[row]! - ab[row]!) ** 2 / 2);
  return { first, total, mean, variance };
}
