import type { Model, Start, Steering } from "./model";

/** What a model says of a history, and where it stands after it. */
export interface Run {
  readonly fitted: readonly number[];
  readonly forecast: readonly number[];
  /** The sum of squared errors: relative ones if the model's errors are multiplicative. */
  readonly squares: number;
  /** The sum of the logarithms of the sizes of what was fitted. */
  readonly logs: number;
}

/** Runs a model through a history and on beyond it. */
export function run(
  { error, season, trend }: Model,
  { alpha, beta, gamma, phi }: Steering,
  start: Start,
  history: readonly number[],
  horizon: number,
): Run {
  const times = season === "M";
  const seasons = season === "N" ? [0] : [...start.seasons];
  let [level, slope] = [start.level, trend === "N" ? 0 : start.trend];
  let [squares, logs] = [0, 0];
  const fitted: number[] = [];
  for (let i = 0; i < history.length; i++) {
    const at = i % seasons.length;
    const index = seasons[at]!;
    const base = level + phi * slope;
    const ahead = times ? base * index : base + index;
    const miss = history[i]! - ahead;
    squares += (error === "M" ? miss / ahead : miss) ** 2;
    logs += Math.log(Math.abs(ahead));
    fitted.push(ahead);
    const news = times ? miss / index : miss;
    if (season !== "N") seasons[at] = index + (gamma * miss) / (times ? base : 1);
    level = base + alpha * news;
    slope = phi * slope + beta * news;
  }
  const forecast: number[] = [];
  for (let step = 0, left = 0; step < horizon; step++) {
    left = trend === "Ad" ? phi * (left + 1) : left + 1;
    const index = seasons[(history.length + step) % seasons.length]!;
    const base = level + (trend === "N" ? 0 : left * slope);
    forecast.push(times ? base * index : base + index);
  }
  return { fitted, forecast, squares, logs };
}
