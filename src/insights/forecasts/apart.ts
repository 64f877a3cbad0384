import { Stored } from "../../graph/reckoned";
import { shownOutcome, shownToldLater } from "./forecast-fields";
import { type ForecastRecord } from "./outcome";
import { type StoredForecast, yearOf } from "./stored";
import { takenAsKnown, toldLaterOf } from "./told-later";

/** A forecast and its record. */
export interface Recorded {
  readonly forecast: StoredForecast;
  readonly record: ForecastRecord;
}

/** How many forecasts of one indicator for one subject are held against each other: the latest. */
const mostOfOne = 100;

/** What later forecasts tell of years that others foretold: years that were given first, the latest year first. */
export function toldLaterAmong(forecasts: readonly StoredForecast[], now: number): object[] {
  const groups = new Map<string, StoredForecast[]>();
  for (const forecast of forecasts) {
    const key = `${forecast.indicator.slug} ${forecast.subject.id}`;
    groups.set(key, [...(groups.get(key) ?? []), forecast]);
  }
  return [...groups.values()]
    .flatMap((group) => {
      const latest = [...group].sort(latestPublished).slice(0, mostOfOne);
      const known = takenAsKnown(latest);
      return latest.flatMap((forecast) => toldLaterOf(forecast, known, now).map((told) => ({ forecast, told })));
    })
    .sort((a, b) => Number(b.told.isGiven) - Number(a.told.isGiven) || byYear(a, b, ({ told }) => told.year))
    .map(({ forecast, told }) => ({ forecast: new Stored(forecast.id), told: shownToldLater(told) }));
}

/** Forecasts whose years are to come, held against what was measured last on their way. */
export function onTheWayAmong(records: readonly Recorded[]): object[] {
  return records
    .flatMap(({ forecast, record: { course } }) => (course === null ? [] : [{ forecast, course }]))
    .sort((a, b) => byYear(a, b, ({ course }) => course.year))
    .map(({ forecast, course }) => ({ forecast: new Stored(forecast.id), outcome: shownOutcome(course) }));
}

interface Of {
  readonly forecast: StoredForecast;
}

/** The latest year first; where years are the same, by the forecast's slug. */
function byYear<One extends Of>(a: One, b: One, year: (one: One) => number): number {
  return year(b) - year(a) || (a.forecast.slug < b.forecast.slug ? -1 : 1);
}

const latestPublished = (a: StoredForecast, b: StoredForecast): number =>
  publishedIn(b) - publishedIn(a) || (a.slug < b.slug ? -1 : 1);

const publishedIn = ({ published }: StoredForecast): number =>
  published === null ? Number.NEGATIVE_INFINITY : yearOf(published);
