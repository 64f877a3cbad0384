import { type ImpliedPoint, impliedPath } from "../../forecast";
import { badInput } from "../../graph/bad-input";
import { publishedOf, type StoredForecast } from "./stored";

/** One year of a forecast, told or implied. */
export interface PathYear {
  readonly year: number;
  /** With the same growth each year; with the same amount where a point is not above 0. */
  readonly value: number;
  readonly linear: number;
  readonly isGiven: boolean;
}

/**
 * What a forecast says of each year of a span.
 *
 * @param from first and last year, by default those of the forecast
 * @throws GraphQLError BAD_USER_INPUT where the span leaves the years of the forecast or ends before it begins
 */
export function pathOf(forecast: StoredForecast, from?: number | null, to?: number | null): PathYear[] {
  const { points } = forecast;
  const [start, end] = [from ?? points[0]!.year, to ?? points.at(-1)!.year];
  if (points.length === 1) return onePoint(forecast, start, end);
  try {
    return impliedPath(publishedOf(forecast), start, end).map(pathYear);
  } catch (error) {
    throw error instanceof RangeError ? badInput(`${forecast.slug}: ${error.message}`) : error;
  }
}

const pathYear = ({ year, geometric, linear, given }: ImpliedPoint): PathYear => ({
  year,
  value: geometric ?? linear,
  linear,
  isGiven: given,
});

function onePoint({ points, slug }: StoredForecast, start: number, end: number): PathYear[] {
  const [{ year, value }] = points as [StoredForecast["points"][number]];
  if (start !== year || end !== year)
    throw badInput(`${slug}: a path expects years from ${year} to ${year}, its one point, got ${start} to ${end}`);
  return [{ year, value, linear: value, isGiven: true }];
}
