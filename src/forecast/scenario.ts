import type { ProjectedPoint, Projection } from "./projection";

/** A change of growth from a time on. */
export interface Change {
  /** The first time it acts on, in years. */
  readonly from: number;
  /** What is added to the growth of each year, as a share: 0.01 turns 3 % a year into 4 %. */
  readonly growth: number;
}

/** One time of a scenario beside the base case. */
export interface ScenarioPoint extends ProjectedPoint {
  readonly base: number;
  /** What the change makes of the base case: the difference, and its share of the base. */
  readonly effect: number;
  readonly effectShare: number;
}

/**
 * What a stated change of growth would make of a projection: each step grows as the base case does, and by the change more.
 *
 * The intervals move along in proportion: they hold what is not known of the base case, not whether the change comes true.
 * What has a bound, below or above, stops at it. A change from before the first projected time on acts from that time on.
 *
 * @param change the growth of a year; quarters and months take their root of it
 * @throws TypeError if a number is not finite
 * @throws RangeError if the series is not above zero, the change takes more than everything, it begins after the horizon, or a
 *   value grows beyond all numbers
 */
export function scenario(projection: Projection, change: Change): ScenarioPoint[] {
  const { points, history, basis } = projection;
  refuse(projection, change);
  let before = history.at(-1)!;
  let factor = 1;
  const stepsAYear = Math.round(1 / (points[0]!.at - before.at));
  return points.map((point) => {
    const growth = (point.value / before.value) ** stepsAYear;
    if (point.at >= change.from) factor *= (Math.max(0, growth + change.growth) / growth) ** (1 / stepsAYear);
    before = { ...point, observed: false };
    const held = (value: number): number => Math.max(basis.scale.floor, Math.min(value * factor, basis.scale.ceiling));
    const value = held(point.value);
    const intervals = point.intervals.map(({ high, level, low }) => ({ level, low: held(low), high: held(high) }));
    const ends = point.intervals.flatMap(({ high, low }) => [low, high]).filter(Number.isFinite);
    if (![value, ...ends.map(held)].every(Number.isFinite)) throw overflow(change.growth, point.at);
    const effect = value - point.value;
    return { at: point.at, value, intervals, base: point.value, effect, effectShare: effect / point.value };
  });
}

const overflow = (growth: number, at: number): RangeError =>
  new RangeError(
    `a scenario expects a growth that numbers can hold, got ${growth} a year, which passes all numbers by ${at}; take a smaller growth or a shorter horizon`,
  );

function refuse({ history, points }: Projection, { from, growth }: Change): void {
  if (!Number.isFinite(from)) throw new TypeError(`a scenario expects a time to begin, got ${from}`);
  if (!Number.isFinite(growth)) throw new TypeError(`a scenario expects a growth, got ${growth}`);
  if (growth <= -1) throw new RangeError(`a scenario expects a change of growth above -1, got ${growth}`);
  const last = points.at(-1)!.at;
  if (from > last) throw new RangeError(`a scenario expects to begin by ${last}, the last projected time, got ${from}`);
  if (history.at(-1)!.value <= 0 || points.some(({ value }) => value <= 0))
    throw new RangeError("a scenario expects values above 0: growth has no meaning below");
}
