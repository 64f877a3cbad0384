import { reach } from "./intervals/reach";
import type { Projection } from "./projection";

/** When a value is reached. */
export interface Milestone {
  readonly value: number;
  /** Which way the series goes to it: from its last value, or from the first to the last if the value lies between them. */
  readonly direction: "rising" | "falling";
  /** The first observed time at which it was reached already; null if it has not been. */
  readonly reachedAt: number | null;
  /** For each projected time, the probability that it has been reached by then; never falls. */
  readonly byTime: readonly { readonly at: number; readonly probability: number }[];
  /** The first time at which 10 % is passed; null if not within the horizon. */
  readonly earliest: number | null;
  /** The first time at which it is as likely as not. */
  readonly likely: number | null;
  /** The first time at which 90 % is passed. Between earliest and latest lie 80 %. */
  readonly latest: number | null;
  readonly explanation: string;
}

/**
 * When a value is reached, as times with probabilities.
 *
 * The probability of each step is that of standing at or beyond the value then, by the same sizes of errors as the
 * intervals, halved between above and below. It is kept from falling: what was likely once counts as reached. A series that
 * swings may touch the value sooner.
 *
 * @param value in the unit of the series
 * @throws TypeError if the value is not a finite number
 * @throws RangeError if it lies outside the bounds of the measure; nothing at a bound that only can be neared is reached: 0
 */
export function milestone(projection: Projection, value: number): Milestone {
  if (!Number.isFinite(value)) throw new TypeError(`a milestone expects a finite value, got ${value}`);
  const { ceiling, floor } = projection.basis.scale;
  if (value < floor || value > ceiling)
    throw new RangeError(`a milestone expects a value from ${floor} to ${ceiling}, got ${value}`);
  const observed = projection.history.filter((point) => point.observed);
  const last = observed.at(-1)!;
  const first = observed[0]!;
  const direction = directionOf(first.value, last.value, value);
  const beyond = (x: number): boolean => (direction === "rising" ? x >= value : x <= value);
  const reachedAt = observed.find((point) => beyond(point.value))?.at ?? null;
  let highest = 0;
  const byTime = projection.points.map(({ at, value: forecast }, step) => {
    highest = Math.max(highest, probability(projection, forecast, value, direction, step + 1));
    return { at, probability: reachedAt === null ? highest : 1 };
  });
  const passes = (share: number): number | null =>
    reachedAt ?? byTime.find(({ probability }) => probability >= share)?.at ?? null;
  const found = {
    value,
    direction,
    reachedAt,
    byTime,
    earliest: passes(0.1),
    likely: passes(0.5),
    latest: passes(0.9),
  };
  return { ...found, explanation: explain(found) };
}

// A value between the first and the last was passed on the way from the one to the other.
function directionOf(first: number, last: number, value: number): Milestone["direction"] {
  if (value > last) return first > value ? "falling" : "rising";
  if (value < last) return first < value ? "rising" : "falling";
  return first <= value ? "rising" : "falling";
}

function probability(
  { basis: { growth, scale, sizes, spread } }: Projection,
  forecast: number,
  value: number,
  direction: Milestone["direction"],
  steps: number,
): number {
  const passed = direction === "rising" ? forecast >= value : forecast <= value;
  if (spread === null) return 0.5;
  const distance = scale.remoteness(value, forecast);
  if (distance === Number.POSITIVE_INFINITY) return passed ? 1 : 0;
  const within = spread === 0 ? (distance === 0 ? 0 : 1) : sizes.within(distance / (spread * reach(steps, growth)));
  return passed ? (1 + within) / 2 : (1 - within) / 2;
}

function explain({ byTime, earliest, latest, likely, reachedAt, value }: Omit<Milestone, "explanation">): string {
  if (reachedAt !== null) return `${value} was reached in ${reachedAt}.`;
  const end = byTime.at(-1)!;
  if (earliest === null) return `${value} is unlikely by ${end.at}: ${percent(end.probability)}.`;
  if (likely === null)
    return `${value} may be reached from ${earliest} on; by ${end.at} the chance is ${percent(end.probability)}.`;
  if (latest === null)
    return `${value} is as likely as not by ${likely}, hardly before ${earliest}; by ${end.at} the chance is ${percent(end.probability)}.`;
  return `${value} is as likely as not by ${likely}; with 80 % probability it is reached between ${earliest} and ${latest}.`;
}

/** Where a measure leaves a little, it is not rounded to none, nor the rest to certainty. */
function percent(share: number): string {
  const rounded = Math.round(100 * share);
  if (rounded === 0 && share > 0) return "below 1 %";
  return rounded === 100 && share < 1 ? "above 99 %" : `${rounded} %`;
}
