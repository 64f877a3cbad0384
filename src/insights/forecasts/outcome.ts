import { knownOf, type Observed } from "../series/series";
import { pathOf } from "./path";
import { rangeOf, type StoredForecast, type StoredPoint, saidIn } from "./stored";

/** What a forecast said of a year, and what was known of that year later. */
export interface Outcome {
  readonly year: number;
  readonly foretold: number;
  /** The observation that tells of the year. */
  readonly measured: Observed;
  /** Foretold less measured; 0 where a bound, such as "at least", was kept. */
  readonly error: number;
  /** The error as a share of what was measured, in percent; null where that is 0. */
  readonly errorPercent: number | null;
  /** Whether what was measured is what was foretold, as far as rounding and qualifier allow. */
  readonly cameTrue: boolean;
  /** Whether the forecaster gave this very year. */
  readonly isGiven: boolean;
}

/** How a forecast did, or why that cannot be told. */
export interface ForecastRecord {
  readonly outcomes: readonly Outcome[];
  /** The latest year between its points of which something is known, as its path has it. */
  readonly course: Outcome | null;
  /** Why there are no outcomes; null where there are. */
  readonly reason: string | null;
  /** Whether the year it looks to is over. */
  readonly isOver: boolean;
}

/** The points by which a forecast is judged: where it starts from is no forecast. */
const foretoldOf = ({ points }: StoredForecast): readonly StoredPoint[] =>
  points.length > 1 ? points.slice(1) : points;

/**
 * Holds a forecast against what was observed of its subject. Years count once they are over, and only those later than the
 * year of publication (where that is not known, than the one it starts from): what could be known when it was said is no hit.
 *
 * @param observed what is known of its indicator for its subject
 * @param now the year of the answer's revision: what is over by then can have been measured
 */
export function recordOf(forecast: StoredForecast, observed: readonly Observed[], now: number): ForecastRecord {
  const said = saidIn(forecast);
  if (said === null) return { outcomes: [], course: null, reason: undated, isOver: isOver(forecast, now) };
  const foretold = foretoldOf(forecast).filter(({ year }) => year > said);
  const counts = (year: number): boolean => year > said && year < now;
  const outcomes = foretold.flatMap((point) => {
    const measured = counts(point.year) ? knownOf(observed, point.year) : undefined;
    return measured ? [outcomeOf(point, measured)] : [];
  });
  return {
    outcomes,
    course: courseOf(forecast, observed, counts),
    reason: outcomes.length > 0 ? null : reasonFor(forecast, observed, said, foretold[0]?.year ?? null, now),
    isOver: isOver(forecast, now),
  };
}

const isOver = ({ points }: StoredForecast, now: number): boolean => points.at(-1)!.year < now;

const undated =
  "when it was published is not known, and one point does not tell: what could be known by then is no hit";

function outcomeOf(point: StoredPoint, measured: Observed): Outcome {
  const { lowest, highest } = rangeOf(point);
  const isBound = point.qualifier === "AT_LEAST" || point.qualifier === "AT_MOST";
  // "Up to" is kept below nothing as well, though a growth reckoned from it begins at nothing.
  const isWithin = measured.value <= highest && (measured.value >= lowest || point.qualifier === "AT_MOST");
  return {
    ...errorOf(point.year, point.value, measured, isWithin && isBound),
    cameTrue: isWithin,
    isGiven: true,
  };
}

function errorOf(year: number, foretold: number, measured: Observed, isKept = false) {
  const error = isKept ? 0 : foretold - measured.value;
  const errorPercent = measured.value === 0 ? null : (100 * error) / Math.abs(measured.value);
  return { year, foretold, measured, error, errorPercent };
}

function courseOf(
  forecast: StoredForecast,
  observed: readonly Observed[],
  counts: (year: number) => boolean,
): Outcome | null {
  if (forecast.points.length < 2) return null;
  for (const { year, value, isGiven } of pathOf(forecast).slice(1).reverse()) {
    const measured = isGiven || !counts(year) ? undefined : knownOf(observed, year);
    if (measured) return { ...errorOf(year, value, measured), cameTrue: false, isGiven };
  }
  return null;
}

function reasonFor(
  { indicator, points, subject }: StoredForecast,
  observed: readonly Observed[],
  said: number,
  year: number | null,
  now: number,
): string {
  if (year === null)
    return `its last year, ${points.at(-1)!.year}, is not later than its publication in ${said}: what could be known by then is no hit`;
  const of = `\`${indicator.slug}\` of ${subject.name ?? subject.id}`;
  if (year >= now) return `${year}, the first year it speaks of, is not over by the revision of this answer`;
  return observed.length === 0
    ? `${year} is over, but nothing is known of ${of}`
    : `${year} is over, but no measured value of ${of} is known for it`;
}
