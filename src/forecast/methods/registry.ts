import { seasonallyAdjusted } from "../seasons";
import { combination } from "./combination";
import { automaticEts } from "./ets/automatic";
import { dampedTrend, holt, simpleSmoothing } from "./exponential";
import type { Fit, Method, Setting } from "./method";
import { drift, naive, seasonalNaive } from "./naive";
import { dynamicTheta, optimisedTheta } from "./optimised-theta";
import { robustTrend } from "./robust-trend";
import { theta } from "./theta";

/** The methods by name. All but naive, seasonal naive and ets see a series freed of its seasons, which are put back. */
export const methods = {
  combination: adjusted(combination),
  naive,
  naive2: adjusted(naive),
  "seasonal-naive": seasonalNaive,
  drift: adjusted(drift),
  simple: adjusted(simpleSmoothing),
  holt: adjusted(holt),
  damped: adjusted(dampedTrend),
  theta: adjusted(theta),
  "optimised-theta": adjusted(optimisedTheta),
  "dynamic-theta": adjusted(dynamicTheta),
  "robust-trend": adjusted(robustTrend),
  ets: automaticEts,
} satisfies Record<string, Method>;

export type MethodName = keyof typeof methods;

/** The names, the default first. */
export const methodNames = Object.keys(methods) as readonly MethodName[];

function adjusted(method: Method): Method {
  return (history: readonly number[], horizon: number, setting: Setting): Fit => {
    const { values, restore } = seasonallyAdjusted(history, setting.period);
    const fit = method(values, horizon, setting);
    return {
      forecast: restore(fit.forecast, history.length),
      get fitted() {
        return restore(fit.fitted, 0);
      },
      parameters: fit.parameters,
    };
  };
}
