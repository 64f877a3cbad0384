import { nelderMead } from "../../number/nelder-mead";
import { robustDeviation } from "../../number/statistics";
import { dampedTrend, holt, simpleSmoothing } from "../exponential";
import type { Fit } from "../method";
import { type Model, nameOf, type Start, type Steering } from "./model";
import { run } from "./run";
import { guess } from "./start";

/** A fitted model of exponential smoothing. */
export interface EtsFit extends Fit {
  readonly name: string;
  /** Akaike's criterion, corrected for short series; less is better, Infinity if the series is too short for the model. */
  readonly aicc: number;
}

/**
 * The model fitted to a history by its likelihood: weights and start together.
 *
 * @see R. J. Hyndman et al., Forecasting with Exponential Smoothing, Springer, 2008, ch. 5
 */
export function fitEts(history: readonly number[], horizon: number, model: Model, period: number): EtsFit {
  const n = history.length;
  const first = firstGuess(history, model, period);
  const spread = robustDeviation(history) / 4 || Math.abs(history[0]!) / 100 || 1;
  const steps = pack(
    model,
    { alpha: 0.2, beta: 0.05, gamma: 0.1, phi: -0.05 },
    { level: spread, trend: spread / 4, seasons: Array(period).fill(model.season === "M" ? 0.02 : spread / 4) },
  );
  const loss = (x: readonly number[]): number => {
    const { steering, start } = unpack(model, x, period);
    if (!allowed(model, steering, start)) return Number.POSITIVE_INFINITY;
    const { squares, logs } = run(model, steering, start, history, 0);
    const likelihood = n * Math.log(Math.max(squares, Number.MIN_VALUE)) + (model.error === "M" ? 2 * logs : 0);
    return Number.isNaN(likelihood) ? Number.POSITIVE_INFINITY : likelihood;
  };
  const size = steps.length;
  const near = nelderMead(loss, first, steps, 250 * size, 1e-8).at;
  // The simplex may have shrunk beside the valley: another one from there finds the rest.
  const best = nelderMead(loss, near, halved(steps), 250 * size, 1e-9);
  const { steering, start } = unpack(model, best.at, period);
  const { fitted, forecast } = run(model, steering, start, history, horizon);
  const count = size + 1;
  const left = n - count - 1;
  const aicc = left > 0 ? best.loss + 2 * count + (2 * count * (count + 1)) / left : Number.POSITIVE_INFINITY;
  return {
    name: nameOf(model),
    aicc,
    fitted,
    forecast,
    parameters: { ...steering, level: start.level, trend: start.trend },
  };
}

/** Without seasons the best weights and start for additive errors are known exactly; with them they are guessed. */
function firstGuess(history: readonly number[], model: Model, period: number): number[] {
  if (model.season !== "N")
    return pack(model, { alpha: 0.3, beta: 0.05, gamma: 0.05, phi: 0.95 }, guess(history, model, period));
  const simple = { N: simpleSmoothing, A: holt, Ad: dampedTrend }[model.trend];
  const { alpha = 0, beta = 0, phi = 1, level = 0, trend = 0 } = simple(history, 0).parameters;
  return pack(model, { alpha, beta, gamma: 0, phi }, { level, trend, seasons: [] });
}

const halved = (steps: readonly number[]): number[] => steps.map((step) => step / 2);

/** The free numbers of a model in one list: weights, then the start; the last season follows from the others. */
function pack({ trend, season }: Model, { alpha, beta, gamma, phi }: Steering, start: Start): number[] {
  return [
    alpha,
    ...(trend === "N" ? [] : [beta]),
    ...(season === "N" ? [] : [gamma]),
    ...(trend === "Ad" ? [phi] : []),
    start.level,
    ...(trend === "N" ? [] : [start.trend]),
    ...(season === "N" ? [] : start.seasons.slice(0, -1)),
  ];
}

function unpack({ trend, season }: Model, x: readonly number[], period: number) {
  let at = 0;
  const next = (): number => x[at++]!;
  const alpha = next();
  const beta = trend === "N" ? 0 : next();
  const gamma = season === "N" ? 0 : next();
  const phi = trend === "Ad" ? next() : 1;
  const level = next();
  const slope = trend === "N" ? 0 : next();
  const seasons = season === "N" ? [] : x.slice(at, at + period - 1);
  if (season !== "N") seasons.push((season === "M" ? period : 0) - seasons.reduce((a, b) => a + b, 0));
  return { steering: { alpha, beta, gamma, phi }, start: { level, trend: slope, seasons } };
}

function allowed({ trend, season }: Model, { alpha, beta, gamma, phi }: Steering, { seasons }: Start): boolean {
  if (alpha < 1e-4 || alpha > 0.9999) return false;
  if (trend !== "N" && (beta < 1e-4 || beta > alpha)) return false;
  if (trend === "Ad" && (phi < 0.8 || phi > 0.98)) return false;
  if (season !== "N" && (gamma < 1e-4 || gamma > 1 - alpha)) return false;
  return season !== "M" || seasons.every((index) => index > 0);
}
