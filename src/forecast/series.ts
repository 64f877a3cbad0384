import type { Measure } from "./measure";

/** A value and its time in years: 2020 is the year, 2020.25 its second quarter. */
export interface Point {
  readonly at: number;
  readonly value: number;
}

/**
 * Steps in a year, or in whatever else comes round again: 1, 4 and 12 for years, quarters and months, 52 for weeks, 7 for the
 * days of a week, 24 for the hours of a day.
 */
export type Frequency = number;

/** The days of a leap year: finer steps than these are steps of a shorter round. */
const finest = 366;

/**
 * The points in order of time, checked.
 *
 * @throws TypeError if a time or a value is not a number
 * @throws RangeError if there are none, two share a time, a time lies between the steps, or a value breaks the measure
 */
export function readPoints(points: readonly Point[], frequency: Frequency, measure: Measure): Point[] {
  if (!Number.isInteger(frequency) || frequency < 1 || frequency > finest)
    throw new RangeError(`a series expects a frequency of 1 to ${finest}, got ${frequency}`);
  if (measure.kind === "bounded" && !(measure.low < measure.high))
    throw new RangeError(`a bounded measure expects low below high, got ${measure.low} and ${measure.high}`);
  if (points.length === 0) throw new RangeError("a series expects at least one point, got none");
  for (const point of points) check(point, measure);
  const sorted = [...points].sort((a, b) => a.at - b.at);
  sorted.forEach(({ at }, i) => {
    const steps = (at - sorted[0]!.at) * frequency;
    if (Math.abs(steps - Math.round(steps)) > 0.05)
      throw new RangeError(`a series of ${frequency} steps a year expects times on those steps, got ${at}`);
    if (i > 0 && Math.round((at - sorted[i - 1]!.at) * frequency) === 0)
      throw new RangeError(`a series expects one value for each time, got two for ${at}`);
  });
  return sorted;
}

function check({ at, value }: Point, measure: Measure): void {
  if (!Number.isFinite(at)) throw new TypeError(`a point expects a time in years, got ${at}`);
  if (!Number.isFinite(value)) throw new TypeError(`a point expects a finite value, got ${value} at ${at}`);
  if (Math.abs(value) > 1e150)
    throw new RangeError(`a point expects a value below 1e150 in size, got ${value} at ${at}`);
  if (measure.kind === "positive" && value < 0)
    throw new RangeError(`a positive measure expects values of 0 or more, got ${value} at ${at}`);
  if (measure.kind === "bounded" && (value < measure.low || value > measure.high))
    throw new RangeError(
      `a measure from ${measure.low} to ${measure.high} expects values within, got ${value} at ${at}`,
    );
}
