import { mean } from "../number/statistics";
import { dampedTrend } from "./exponential";
import type { Fit, Setting } from "./method";
import { drift, naive } from "./naive";
import { dynamicTheta } from "./optimised-theta";
import { theta } from "./theta";

/**
 * The default: the mean, with equal weights, of three different beliefs about growth. It goes on as it did on average
 * (drift), it tires (damped trend), or it counts for as much as it has helped so far (Theta).
 *
 * Amounts above zero are damped and smoothed in proportion (on their logarithm), but a rising drift adds the same amount a
 * step: a straight line beside two curves. With fewer than six values the classic Theta
 * method and the drift must do; with fewer than four nothing can be fitted, and the mean change counts half.
 *
 * @see J. M. Bates and C. W. J. Granger, The Combination of Forecasts, Operational Research Quarterly 20, 1969
 * @see R. T. Clemen, Combining forecasts: a review, International Journal of Forecasting 5, 1989: why equal weights
 */
export function combination(history: readonly number[], horizon: number, setting: Omit<Setting, "period">): Fit {
  const { scale } = setting;
  const fits = membersFor(history.length).map((member) => member(history, horizon, setting));
  const together = (paths: readonly (readonly number[])[]): number[] =>
    paths[0]!.map((_, i) => scale.to(mean(paths.map((path) => scale.from(path[i]!)))));
  return {
    forecast: together(fits.map((fit) => fit.forecast)),
    get fitted() {
      return together(fits.map((fit) => fit.fitted));
    },
    parameters: { members: fits.length },
  };
}

type Member = (history: readonly number[], horizon: number, setting: Omit<Setting, "period">) => Fit;

/** A member needs more values than it has numbers to fit: classic Theta two, the optimised one and the damped trend five. */
function membersFor(n: number): readonly Member[] {
  if (n < 4) return [naive, drift];
  return n < 6 ? [straight, theta] : [straight, dampedTrend, dynamicTheta];
}

// A fall is carried on in proportion, a share on its logit: a straight line would cross zero, or the ceiling.
function straight(history: readonly number[], horizon: number, { scale }: Pick<Setting, "scale">): Fit {
  const { from, to, ceiling } = scale;
  const values = history.map(from);
  if (values.at(-1)! < values[0]! || Number.isFinite(ceiling)) return drift(history, horizon);
  const fit = drift(values, horizon);
  return {
    forecast: fit.forecast.map(to),
    get fitted() {
      const limit = Math.min(...values) / 1e3;
      return fit.fitted.map((value) => to(Math.max(value, limit)));
    },
    parameters: fit.parameters,
  };
}
