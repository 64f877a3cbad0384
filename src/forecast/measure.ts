/**
 * What kind of number a series holds: anything, amounts and counts above zero, or a share between two bounds.
 *
 * It decides how the series is carried on (as it is, by its logarithm, by its logit), in what unit an error is measured
 * (the difference, the share of the forecast, the difference of logits), and where an interval must stop.
 */
export type Measure =
  | { readonly kind: "any" }
  | { readonly kind: "positive" }
  | { readonly kind: "bounded"; readonly low: number; readonly high: number };

export const anyNumber: Measure = { kind: "any" };
export const positive: Measure = { kind: "positive" };

/** Percentages from 0 to 100. */
export const percentage: Measure = { kind: "bounded", low: 0, high: 100 };

/** How a measure is reckoned with. */
export interface Scale {
  /** From a value to the number the methods work on. */
  readonly to: (value: number) => number;
  /** From that number back to a value. */
  readonly from: (number: number) => number;
  /** How far a value lies from its forecast, 0 or more, in the unit that intervals are scaled in. */
  readonly distance: (value: number, forecast: number) => number;
  /**
   * The same for the chance of standing at a value, which has no end: what an amount cannot be lies infinitely far away, where
   * as a share of the forecast it would lie as near as 1.
   */
  readonly remoteness: (value: number, forecast: number) => number;
  /** The lower end of an interval that reaches `width` from the forecast. */
  readonly below: (forecast: number, width: number) => number;
  readonly above: (forecast: number, width: number) => number;
  /** The largest distance that counts: one of more than ten times the forecast says that it was wrong, not by how much. */
  readonly largest: number;
  /** How far values of this measure usually move in a step, for series too short to tell; null where there is no such thing. */
  readonly usual: number | null;
  /** The values that nothing of this measure can pass, downwards and upwards; infinite where there is none. */
  readonly floor: number;
  readonly ceiling: number;
}

/**
 * The scale of a measure for these values: amounts among which there is a zero have no logarithm and are carried on as they
 * are, but never below zero.
 */
export function scaleOf(measure: Measure, values: readonly number[]): Scale {
  if (measure.kind === "any") return plain;
  if (measure.kind === "bounded") return logit(measure.low, measure.high, values);
  return values.every((value) => value > 0) ? proportional : fromZero;
}

const plain: Scale = {
  to: (value) => value,
  from: (number) => number,
  distance: (value, forecast) => Math.abs(value - forecast),
  remoteness: (value, forecast) => Math.abs(value - forecast),
  below: (forecast, width) => forecast - width,
  above: (forecast, width) => forecast + width,
  largest: Number.POSITIVE_INFINITY,
  usual: null,
  floor: Number.NEGATIVE_INFINITY,
  ceiling: Number.POSITIVE_INFINITY,
};

const fromZero: Scale = {
  ...plain,
  floor: 0,
  from: (number) => Math.max(0, number),
  below: (forecast, width) => Math.max(0, forecast - width),
};

// Errors count as a share of the forecast. Steps in the logarithm would let the upper end of wide intervals explode.
const proportional: Scale = {
  to: Math.log,
  // Beyond e^700 numbers end.
  from: (number) => Math.exp(Math.max(-700, Math.min(number, 700))),
  distance: (value, forecast) => Math.abs(value - forecast) / forecast,
  remoteness: (value, forecast) => (value < forecast ? Math.log(forecast / value) : (value - forecast) / forecast),
  below: (forecast, width) => Math.max(0, forecast * (1 - width)),
  above: (forecast, width) => forecast * (1 + width),
  largest: 10,
  usual: 0.1,
  floor: 0,
  ceiling: Number.POSITIVE_INFINITY,
};

/**
 * A share of exactly 0 or 1 has no logit. Where such values occur they count as half as near as the nearest other one, a
 * thousandth at most, and what comes back as near is the bound itself; elsewhere nothing that can be told apart is changed.
 */
function logit(low: number, high: number, values: readonly number[]): Scale {
  const range = high - low;
  const isAt = { low: values.includes(low), high: values.includes(high) };
  const gaps = values.map((value) => Math.min(value - low, high - value) / range).filter((gap) => gap > 0);
  const nearest = Math.max(1e-15, Math.min(isAt.low || isAt.high ? 1e-3 : 1e-9, Math.min(...gaps) / 2));
  const to = (value: number): number => {
    const share = Math.max(nearest, Math.min((value - low) / range, 1 - nearest));
    return Math.log(share / (1 - share));
  };
  // A mean of equal numbers may differ from them by the dust of its reckoning.
  const [least, most] = [to(low) + 1e-6, to(high) - 1e-6];
  const from = (number: number): number => {
    if (isAt.low && number <= least) return low;
    if (isAt.high && number >= most) return high;
    return low + range / (1 + Math.exp(-number));
  };
  const distance = (value: number, forecast: number): number => Math.abs(to(value) - to(forecast));
  return {
    to,
    from,
    distance,
    remoteness: distance,
    below: (forecast, width) => Math.min(forecast, from(to(forecast) - width)),
    above: (forecast, width) => Math.max(forecast, from(to(forecast) + width)),
    largest: Number.POSITIVE_INFINITY,
    usual: 0.1,
    floor: low,
    ceiling: high,
  };
}
