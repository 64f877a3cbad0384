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
 * @see R. J. Hyndman, A. B. Koehler, J. K. Ord and R. D. Snyder, Forecasting with Exponential Smoothing, Springer, 2008, ch. 2
 */
export function smoothed(history: readonly number[], horizon: number, weights: Weights): Fit {
  const { level, trend } = bestStart(sumsOf(history, weights), weights);
  const { alpha, beta, phi } = weights;
  let [l, b] = [level, trend];
  for (const value of history) {
    const ahead = l + phi * b;
    const error = value - ahead;
    l = ahead + alpha * error;
    b = phi * b + beta * error;
  }
  const forecast: number[] = [];
  for (let step = 0, left = 0; step < horizon; step++) {
    left = phi * (left + 1);
    forecast.push(l + left * b);
  }
  return {
    forecast,
    get fitted() {
      return oneAhead(history, weights, level, trend);
    },
    parameters: { alpha, beta, phi, level, trend },
  };
}

function oneAhead(history: readonly number[], { alpha, beta, phi }: Weights, level: number, trend: number): number[] {
  let [l, b] = [level, trend];
  return history.map((value) => {
    const ahead = l + phi * b;
    l = ahead + alpha * (value - ahead);
    b = phi * b + beta * (value - ahead);
    return ahead;
  });
}

/** The least sum of squared errors that a start allows: what the search for weights looks at. */
export function lossOf(history: readonly number[], weights: Weights): number {
  const { pp, pq, qq, pe, qe, ee } = sumsOf(history, weights);
  const left = ee - (pe * pe) / pp;
  const pivot = qq - (pq * pq) / pp;
  if (weights.phi === 0 || pivot <= 1e-10 * qq) return Math.max(left, 0);
  const rest = qe - (pq * pe) / pp;
  return Math.max(left - (rest * rest) / pivot, 0);
}

/** The products, summed, of the errors `e` of a start at zero and of what level (`p`) and trend (`q`) of 1 take off them. */
interface Sums {
  readonly pp: number;
  readonly pq: number;
  readonly qq: number;
  readonly pe: number;
  readonly qe: number;
  readonly ee: number;
}

function sumsOf(history: readonly number[], { alpha, beta, phi }: Weights): Sums {
  let l = 0;
  let b = 0;
  let pl = 1;
  let pb = 0;
  let ql = 0;
  let qb = 1;
  let pp = 0;
  let pq = 0;
  let qq = 0;
  let pe = 0;
  let qe = 0;
  let ee = 0;
  for (let i = 0; i < history.length; i++) {
    const ahead = l + phi * b;
    const p = pl + phi * pb;
    const q = ql + phi * qb;
    const e = history[i]! - ahead;
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
  return { pp, pq, qq, pe, qe, ee };
}

/** The level and trend to start from that miss least; no trend where it would add nothing to the level. */
function bestStart({ pp, pq, qq, pe, qe }: Sums, { phi }: Weights): { level: number; trend: number } {
  const share = pq / pp;
  const pivot = qq - share * pq;
  if (phi === 0 || pivot <= 1e-10 * qq) return { level: pe / pp, trend: 0 };
  const rest = qe - share * pe;
  return { level: (pe - (pq / pivot) * rest) / pp, trend: rest / pivot };
}
