import { leastSquares } from "../number/least-squares";
import type { Fit } from "./method";

/** How fast level and trend follow the news, and how much of the trend is left after a step. */
export interface Weights {
  readonly alpha: number;
  /** The weight of the trend: 0 keeps the first one. */
  readonly beta: number;
  /** 1 is a straight line, less is damped, 0 is no trend at all. */
  readonly phi: number;
}

/**
 * Exponential smoothing with additive errors: `level' = level + phi trend + alpha error`, `trend' = phi trend + beta error`.
 *
 * The errors are linear in the first level and trend, so for given weights the best start is found exactly, by least
 * squares, instead of being searched for.
 *
 * @returns the fit, and the sum of its squared errors
 * @see R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D. Snyder, Forecasting with Exponential Smoothing, Springer, 2008, ch. 2
 */
export function smoothed(history: readonly number[], horizon: number, weights: Weights): Fit & { squares: number } {
  const [level, trend] = bestStart(history, weights);
  const { alpha, beta, phi } = weights;
  const fitted: number[] = [];
  let [l, b, squares] = [level, trend, 0];
  for (const value of history) {
    const ahead = l + phi * b;
    const error = value - ahead;
    fitted.push(ahead);
    squares += error * error;
    l = ahead + alpha * error;
    b = phi * b + beta * error;
  }
  const forecast: number[] = [];
  for (let step = 0, left = 0; step < horizon; step++) {
    left = phi * (left + 1);
    forecast.push(l + left * b);
  }
  return { forecast, fitted, parameters: { alpha, beta, phi, level, trend }, squares };
}

/** The least sum of squared errors that a start allows: what the search for weights looks at. */
export function lossOf(history: readonly number[], weights: Weights): number {
  const { alpha, beta, phi } = weights;
  // e = raw - p l0 - q b0: the errors of a start at zero, and how much each start takes off them.
  let [l, b, pl, pb, ql, qb] = [0, 0, 1, 0, 0, 1];
  let [pp, pq, qq, pe, qe, ee] = [0, 0, 0, 0, 0, 0];
  for (const value of history) {
    const ahead = l + phi * b;
    const p = pl + phi * pb;
    const q = ql + phi * qb;
    const e = value - ahead;
    pp += p * p;
    pq += p * q;
    qq += q * q;
    pe += p * e;
    qe += q * e;
    ee += e * e;
    l = ahead + alpha * e;
    b = phi * b + beta * e;
    pl = p - alpha * p;
    pb = phi * pb - beta * p;
    ql = q - alpha * q;
    qb = phi * qb - beta * q;
  }
  const left = ee - (pe * pe) / pp;
  const pivot = qq - (pq * pq) / pp;
  if (phi === 0 || pivot <= 1e-10 * qq) return Math.max(left, 0);
  const rest = qe - (pq * pe) / pp;
  return Math.max(left - (rest * rest) / pivot, 0);
}

function bestStart(history: readonly number[], { alpha, beta, phi }: Weights): readonly [number, number] {
  const errorsFrom = (values: readonly number[], level: number, trend: number): number[] => {
    let [l, b] = [level, trend];
    return values.map((value) => {
      const ahead = l + phi * b;
      l = ahead + alpha * (value - ahead);
      b = phi * b + beta * (value - ahead);
      return value - ahead;
    });
  };
  const nothing = history.map(() => 0);
  const raw = errorsFrom(history, 0, 0);
  const columns = [errorsFrom(nothing, -1, 0), ...(phi === 0 ? [] : [errorsFrom(nothing, 0, -1)])];
  const [level = 0, trend = 0] = leastSquares(columns, raw);
  return [level, trend];
}
