import { goldenSection } from "../number/golden-section";
import { leastSquares } from "../number/least-squares";
import { type Line, line, linesSoFar } from "./line";
import type { Fit } from "./method";

/**
 * The Theta method with its parameter fitted to the series instead of set to 2.
 *
 * The straight line of all values counts `share = 1 - 1/theta`, from 0 (simple smoothing) to 1 (the whole slope); the
 * classic method takes a half. First level and share are linear in the errors, so they are found exactly.
 *
 * @see J. A. Fiorucci, T. R. Pellegrini, F. Louzada, F. Petropoulos and A. B. Koehler, Models for optimising the theta
 *   method and their relationship to state space models, International Journal of Forecasting 32, 2016: OTM
 */
export function optimisedTheta(history: readonly number[], horizon: number): Fit {
  const whole = line(history);
  return fitted(
    history,
    horizon,
    Array.from({ length: history.length + 1 }, () => whole),
    0,
  );
}

/** The same, with the line drawn anew at each value through what was known by then. @see Fiorucci et al.: DOTM */
export function dynamicTheta(history: readonly number[], horizon: number): Fit {
  return fitted(history, horizon, linesSoFar(history), Math.min(2, history.length - 1));
}

const [slowest, fastest] = [0.1, 0.99];

/** @param lines the line known before each value, and after the last; @param skip how many first errors do not count */
function fitted(history: readonly number[], horizon: number, lines: readonly Line[], skip: number): Fit {
  const origin = history[0]!;
  const values = history.map((value) => value - origin);
  const moved = lines.map(({ intercept, slope }) => ({ intercept: intercept - origin, slope }));
  const alpha = goldenSection((a) => parts(values, moved, skip, a).squares, slowest, fastest, 1e-4, 9);
  const { level, share } = parts(values, moved, skip, alpha);
  const ahead: number[] = [];
  let at = level;
  values.forEach((value, i) => {
    ahead.push(origin + at + share * pull(moved[i]!, alpha, i));
    at += alpha * (value - at);
  });
  const last = moved.at(-1)!;
  const start = origin + at + share * pull(last, alpha, values.length);
  const forecast = Array.from({ length: horizon }, (_, step) => start + share * last.slope * step);
  return { forecast, fitted: ahead, parameters: { alpha, share, level: level + origin } };
}

/** What the line adds to the smoothed level one step ahead of the first i values. */
function pull({ intercept, slope }: Line, alpha: number, i: number): number {
  const left = (1 - alpha) ** i;
  return left * (intercept - slope) + (slope * (1 - left * (1 - alpha))) / alpha;
}

function parts(values: readonly number[], lines: readonly Line[], skip: number, alpha: number) {
  const [raw, ofLevel, ofShare]: [number[], number[], number[]] = [[], [], []];
  let smooth = 0;
  values.forEach((value, i) => {
    if (i >= skip) {
      raw.push(value - smooth);
      ofLevel.push((1 - alpha) ** i);
      ofShare.push(pull(lines[i]!, alpha, i));
    }
    smooth += alpha * (value - smooth);
  });
  const free = leastSquares([ofLevel, ofShare], raw);
  const share = Math.max(0, Math.min(free[1]!, 1));
  const rest = raw.map((error, i) => error - share * ofShare[i]!);
  const level = share === free[1] ? free[0]! : leastSquares([ofLevel], rest)[0]!;
  const squares = rest.reduce((total, error, i) => total + (error - level * ofLevel[i]!) ** 2, 0);
  return { level, share, squares };
}
