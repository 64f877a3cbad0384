import { simpleSmoothing } from "./exponential";
import { line } from "./line";
import type { Fit } from "./method";

/**
 * The Theta method: simple smoothing, and half the slope of the straight line through all values.
 *
 * @see V. Assimakopoulos and K. Nikolopoulos, The theta model, International Journal of Forecasting 16, 2000
 * @see R. J. Hyndman and B. Billah, Unmasking the Theta method, International Journal of Forecasting 19, 2003
 */
export function theta(history: readonly number[], horizon: number): Fit {
  const simple = simpleSmoothing(history, horizon);
  const alpha = simple.parameters["alpha"]!;
  const half = line(history).slope / 2;
  const lag = (i: number): number => (1 - (1 - alpha) ** i) / alpha;
  return {
    forecast: simple.forecast.map((value, step) => value + half * (step + lag(history.length))),
    get fitted() {
      return simple.fitted.map((value, i) => value + half * lag(i));
    },
    parameters: { alpha, slope: 2 * half },
  };
}
