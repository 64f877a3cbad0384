import { requireBetween, requireWhole } from "../checks";
import { randomFrom } from "../random/random";
import { momentsOf } from "../statistics/moments";
import { quantile } from "../statistics/quantile";
import { type Estimate, estimate, runAll } from "./sobol-runs";

/** How much of a result's variance each input accounts for. */
export interface SobolIndices {
  /** By input: the share of the variance it accounts for alone, from 0 to 1; they add up to 1 if inputs do not interact. */
  first: number[];
  /** By input: the share that would be left if all other inputs were fixed, interactions included; from `first` to 1. */
  total: number[];
  /** Standard errors of `first` and `total` by input, from a bootstrap over the samples. */
  firstErrors: number[];
  totalErrors: number[];
  /** Intervals from the same bootstrap: [low, high] by input; what is told is never outside. */
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
 * mean((f(A) - f(AB))^2) / 2, both over the variance. Estimates scatter, and can come to lie where no index can: below 0,
 * above 1, or the first order above the total. They are then moved to the nearest ends that an index can have; how far
 * they scatter, their errors say. These take the samples for random ones, so with Sobol's sequence they are on the safe
 * side.
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
  const only = (point: Float64Array, results: Float64Array) => {
    results[0] = model(point);
  };
  return manySobolIndices(inputs, 1, only, options)[0]!;
}

/**
 * The same of a model that gives several results for a point: it is run once for all of them.
 *
 * @param results how many
 * @param model writes the results into its second argument
 * @returns the indices, result by result
 */
export function manySobolIndices(
  inputs: number,
  results: number,
  model: (point: Float64Array, results: Float64Array) => void,
  options: SobolOptions,
): SobolIndices[] {
  const { samples = 4_096, seed, level = 0.95, resamples = 200 } = options;
  requireWhole(inputs, 1, 1_000, "sobolIndices' inputs");
  requireWhole(results, 1, 1_000, "sobolIndices' results");
  requireWhole(samples, 2, 1e8, "sobolIndices' samples");
  requireWhole(resamples, 2, 1e6, "sobolIndices' resamples");
  requireBetween(level, 0, 1, "sobolIndices' level");
  const random = randomFrom(seed);
  const runs = runAll(inputs, results, samples, model, random);
  const whole = Uint32Array.from({ length: samples }, (_, row) => row);
  const drawn = Array.from({ length: resamples }, () => whole.map(() => Math.floor(random() * samples)));
  return runs.map((run) => ({
    ...told(
      estimate(run, whole),
      drawn.map((rows) => estimate(run, rows)),
      level,
    ),
    runs: samples * (inputs + 2),
  }));
}

function told(found: Estimate, resampled: readonly Estimate[], level: number): Omit<SobolIndices, "runs"> {
  const possible = withinEnds(found);
  const among = resampled.map(withinEnds);
  const interval = (kind: "first" | "total", input: number): [number, number] => {
    const sorted = Float64Array.from(among, (indices) => indices[kind][input]!).sort();
    const share = possible[kind][input]!;
    return [Math.min(share, quantile(sorted, (1 - level) / 2)), Math.max(share, quantile(sorted, (1 + level) / 2))];
  };
  // Of the estimates as they are: moved to an end, they would look surer than they were.
  const error = (kind: "first" | "total", input: number) => {
    const { squares, count } = momentsOf(resampled.map((indices) => indices[kind][input]!));
    return Math.sqrt(squares / (count - 1));
  };
  return {
    ...found,
    ...possible,
    firstErrors: found.first.map((_, input) => error("first", input)),
    totalErrors: found.total.map((_, input) => error("total", input)),
    firstIntervals: found.first.map((_, input) => interval("first", input)),
    totalIntervals: found.total.map((_, input) => interval("total", input)),
  };
}

type Shares = Pick<SobolIndices, "first" | "total">;

/** Estimates moved to where indices can lie: 0 to 1, and no total below its first order. */
function withinEnds({ first, total }: Shares): Shares {
  const moved = first.map((share) => Math.min(1, Math.max(0, share)));
  return { first: moved, total: total.map((share, input) => Math.min(1, Math.max(moved[input]!, share))) };
}
