import { goldenSection } from "../number/golden-section";
import { nelderMead } from "../number/nelder-mead";
import type { Fit, Setting } from "./method";
import { lossOf, smoothed, type Weights } from "./smoothing";

const [least, most] = [1e-4, 0.9999];
const [leastDamping, mostDamping] = [0.8, 0.98];

/**
 * Simple exponential smoothing: the level, followed at the speed that would have served best.
 *
 * @see R. G. Brown, Statistical Forecasting for Inventory Control, McGraw-Hill, 1959
 */
export function simpleSmoothing(history: readonly number[], horizon: number): Fit {
  return smoothed(history, horizon, simpleWeights(history));
}

/**
 * Holt's method: a level and a trend, both smoothed; the trend goes on for ever.
 *
 * @see C. C. Holt, Forecasting seasonals and trends by exponentially weighted averages, ONR memorandum 52, 1957
 */
export function holt(history: readonly number[], horizon: number): Fit {
  return smoothed(history, horizon, holtWeights(history));
}

/**
 * Holt's method with a trend that tires: each step keeps a share `phi` of it, from 0.8 to 0.98.
 *
 * @see E. S. Gardner and E. McKenzie, Forecasting trends in time series, Management Science 31, 1985
 */
export function dampedTrend(history: readonly number[], horizon: number, { quick }: Pick<Setting, "quick"> = {}): Fit {
  return smoothed(history, horizon, dampedWeights(history, quick));
}

function simpleWeights(history: readonly number[]): Weights {
  const values = centred(history);
  const at = (alpha: number): Weights => ({ alpha, beta: 0, phi: 0 });
  return at(goldenSection((alpha) => lossOf(values, at(alpha)), least, most, 1e-6, 10));
}

function holtWeights(history: readonly number[]): Weights {
  return searched(history, [], (x) => ({ alpha: x[0]!, beta: x[1]!, phi: 1 }));
}

function dampedWeights(history: readonly number[], quick?: boolean): Weights {
  return searched(history, [0.9], (x) => ({ alpha: x[0]!, beta: x[1]!, phi: x[2]! }), quick);
}

/** From the best of a few starts, since there may be several valleys. */
function searched(
  history: readonly number[],
  damping: readonly number[],
  weights: (x: readonly number[]) => Weights,
  quick = false,
): Weights {
  const values = centred(history);
  const loss = (x: readonly number[]): number => {
    const tried = weights(x);
    return allowed(tried) ? lossOf(values, tried) : Number.POSITIVE_INFINITY;
  };
  const starts = paces.map((pace) => [...pace, ...damping]);
  const losses = starts.map(loss);
  const start = starts[losses.indexOf(Math.min(...losses))]!;
  const [limit, tolerance] = quick ? [60, 1e-4] : [200, 1e-7];
  return weights(nelderMead(loss, start, [-0.08, 0.08, 0.05].slice(0, start.length), limit, tolerance).at);
}

/** Weights of level and trend to start from. */
const paces = [
  [0.2, 0.05],
  [0.5, 0.05],
  [0.5, 0.3],
  [0.9, 0.05],
  [0.9, 0.4],
  [0.9, 0.8],
] as const;

const allowed = ({ alpha, beta, phi }: Weights): boolean =>
  alpha >= least &&
  alpha <= most &&
  beta >= least &&
  beta <= alpha &&
  (phi === 1 || (phi >= leastDamping && phi <= mostDamping));

// Far from zero the squares lose their digits.
const centred = (history: readonly number[]): number[] => history.map((value) => value - history[0]!);
