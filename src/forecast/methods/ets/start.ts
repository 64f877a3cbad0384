import { mean } from "../../number/statistics";
import { line } from "../line";
import type { Model, Start } from "./model";

/**
 * A first guess of where a model starts: seasons from the first years around their centred average, level and trend from
 * the straight line through the first ten values without seasons.
 *
 * @see R. J. Hyndman, A. B. Koehler, R. D. Snyder and S. Grose, A state space framework for automatic forecasting using
 *   exponential smoothing methods, International Journal of Forecasting 18, 2002
 */
export function guess(history: readonly number[], { season, trend }: Model, period: number): Start {
  const seasons = season === "N" ? [] : firstSeasons(history, period, season === "M");
  const first = history.slice(0, Math.max(10, period)).map((value, i) => {
    const index = seasons[i % period];
    return index === undefined ? value : season === "M" ? value / index : value - index;
  });
  if (trend === "N") return { level: mean(first), trend: 0, seasons };
  const { intercept, slope } = line(first);
  return { level: intercept - slope, trend: slope, seasons };
}

function firstSeasons(history: readonly number[], period: number, times: boolean): number[] {
  const half = Math.floor(period / 2);
  const bySeason = Array.from({ length: period }, (): number[] => []);
  for (let i = half; i < Math.min(history.length - half, 4 * period); i++) {
    const year = history.slice(i - half, i + half + 1);
    const level = period % 2 === 0 ? (mean(year.slice(1)) + mean(year.slice(0, -1))) / 2 : mean(year);
    bySeason[i % period]!.push(times ? history[i]! / level : history[i]! - level);
  }
  const raw = bySeason.map((values) => (values.length > 0 ? mean(values) : times ? 1 : 0));
  const middle = mean(raw);
  return raw.map((index) => (times ? index / middle : index - middle));
}
