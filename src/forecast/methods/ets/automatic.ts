import type { Fit, Setting } from "../method";
import { type EtsFit, fitEts } from "./fit";
import { candidates } from "./model";

/**
 * Exponential smoothing that chooses its own form: the model with the least corrected Akaike criterion.
 *
 * On a scale where values are logarithms or logits only additive models are tried: they are multiplicative ones there.
 * Where a history is too short for the criterion the simplest model is taken, and below two years no seasonal one is tried,
 * nor where there are more than 12 seasons: their starts alone would be too many numbers to find.
 *
 * @see R. J. Hyndman, A. B. Koehler, R. D. Snyder and S. Grose, A state space framework for automatic forecasting using
 *   exponential smoothing methods, International Journal of Forecasting 18, 2002
 */
export function automaticEts(history: readonly number[], horizon: number, { period, scale }: Setting): Fit {
  const transformed = scale.to(2) !== 2;
  return chooseEts(history, horizon, period, transformed);
}

/** The same, with the name of the chosen model and its criterion. */
export function chooseEts(history: readonly number[], horizon: number, period: number, additiveOnly = false): EtsFit {
  const seasonal = period > 1 && period <= 12 && history.length > 2 * period + 3;
  const allPositive = !additiveOnly && history.every((value) => value > 0);
  const fits = candidates(allPositive, seasonal).map((model) => fitEts(history, horizon, model, period));
  return fits.reduce((a, b) => (b.aicc < a.aicc ? b : a));
}
