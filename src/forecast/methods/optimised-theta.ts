import { goldenSection } from "../number/golden-section";
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
  return fitted(history, horizon, (values) => Array(values.length + 1).fill(line(values)), 0);
}

/** The same, with the line drawn anew at each value through what was known by then. @see Fiorucci et al.: DOTM */
export function dynamicTheta(history: readonly number[], horizon: number): Fit {
  return fitted(history, horizon, linesSoFar, Math.min(2, history.length - 1));
}

const [slowest, fastest] = [0.1, 0.99];

/** @param linesOf the line known before each value, and after the last; @param skip how many first errors do not count */
function fitted(
  history: readonly number[],
  horizon: number,
  linesOf: (values: readonly number[]) => readonly Line[],
  skip: number,
): Fit {
  // Far from zero the squares lose their digits.
  const origin = history[0]!;
  const values = history.map((value) => value - origin);
  const lines = linesOf(values);
  const alpha = goldenSection((a) => parts(values, lines, skip, a).squares, slowest, fastest, 1e-4, 9);
  const { level, share } = parts(values, lines, skip, alpha);
  let at = level;
  for (const value of values) at += alpha * (value - at);
  const last = lines.at(-1)!;
  const start = origin + at + share * pull(last, alpha, (1 - alpha) ** values.length);
  return {
    forecast: Array.from({ length: horizon }, (_, step) => start + share * last.slope * step),
    get fitted() {
      let smooth = level;
      return values.map((value, i) => {
        const ahead = origin + smooth + share * pull(lines[i]!, alpha, (1 - alpha) ** i);
        smooth += alpha * (value - smooth);
        return ahead;
      });
    },
    parameters: { alpha, share, level: level + (1 - share) * origin },
  };
}

/** What the line adds to the smoothed level one step ahead, of which a part `left` of the first level is left. */
function pull({ intercept, slope }: Line, alpha: number, left: number): number {
  return left * (intercept - slope) + (slope * (1 - left * (1 - alpha))) / alpha;
}

/** The first level and the share that miss least, and how much they miss: the error of each value is `r - level c - share s`. */
function parts(values: readonly number[], lines: readonly Line[], skip: number, alpha: number) {
  let cc = 0;
  let cs = 0;
  let ss = 0;
  let cr = 0;
  let sr = 0;
  let rr = 0;
  let smooth = 0;
  let left = 1;
  for (let i = 0; i < values.length; i++) {
    if (i >= skip) {
      const s = pull(lines[i]!, alpha, left);
      const r = values[i]! - smooth;
      cc += left * left;
      cs += left * s;
      ss += s * s;
      cr += left * r;
      sr += s * r;
      rr += r * r;
    }
    smooth += alpha * (values[i]! - smooth);
    left *= 1 - alpha;
  }
  const pivot = ss - (cs * cs) / cc;
  const free = pivot > 1e-10 * ss ? (sr - (cs * cr) / cc) / pivot : 0;
  const share = Math.max(0, Math.min(free, 1));
  const level = (cr - share * cs) / cc;
  const squares = rr - 2 * level * cr - 2 * share * sr + level ** 2 * cc + 2 * level * share * cs + share ** 2 * ss;
  return { level, share, squares: Math.max(squares, 0) };
}
