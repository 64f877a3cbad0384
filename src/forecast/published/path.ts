import { type PublishedForecast, type PublishedPoint, readPublished } from "./forecast";

/** What a forecast implies for a year between its points. */
export interface ImpliedPoint {
  readonly year: number;
  /** With the same growth each year; null where a point is not above 0. */
  readonly geometric: number | null;
  /** With the same amount each year. */
  readonly linear: number;
  /** Whether the forecaster gave this very year. */
  readonly given: boolean;
}

/**
 * What a forecast implies for each year of a span, between the two points around it.
 *
 * @param from first and last year, by default those of the forecast
 * @throws RangeError if there are fewer than two points, or the span leaves the years of the forecast: nothing was said there
 */
export function impliedPath(forecast: PublishedForecast, from?: number, to?: number): ImpliedPoint[] {
  const points = readPublished(forecast);
  const [start, end] = [from ?? points[0]!.year, to ?? points.at(-1)!.year];
  if (!(start <= end)) throw new RangeError(`a path expects to end after it begins, got ${start} to ${end}`);
  if (start < points[0]!.year || end > points.at(-1)!.year)
    throw new RangeError(
      `a path expects years from ${points[0]!.year} to ${points.at(-1)!.year}, got ${start} to ${end}`,
    );
  const path: ImpliedPoint[] = [];
  for (let year = start; year <= end; year++) {
    const next = Math.max(
      1,
      points.findIndex((point) => point.year >= year),
    );
    const [a, b] = [points[next - 1]!, points[next]!];
    const share = (year - a.year) / (b.year - a.year);
    path.push({
      year,
      geometric: a.value > 0 && b.value > 0 ? a.value * (b.value / a.value) ** share : null,
      linear: a.value + share * (b.value - a.value),
      given: points.some((point) => point.year === year),
    });
  }
  return path;
}

/** The implied value of one year. @throws RangeError as {@link impliedPath} does */
export const impliedValue = (forecast: PublishedForecast, year: number): ImpliedPoint =>
  impliedPath(forecast, year, year)[0]!;

/** Which way a path goes to a value. */
export type Way = "rising" | "falling";

/**
 * Which way a forecast's path goes to a value: up to one above its first point, down to one below it. A value that the path
 * only leads away from lies behind it: the path goes the way it leads.
 *
 * @throws RangeError if there are fewer than two points
 * @throws TypeError if the value is not a finite number
 */
export function wayTo(forecast: PublishedForecast, value: number): Way {
  if (!Number.isFinite(value)) throw new TypeError(`a value to be reached expects a finite number, got ${value}`);
  const values = readPublished(forecast).map((point) => point.value);
  const first = values[0]!;
  const [climbs, sinks] = [values.some((one) => one > first), values.some((one) => one < first)];
  if (value > first) return climbs || !sinks ? "rising" : "falling";
  if (value < first) return sinks || !climbs ? "falling" : "rising";
  return values.at(-1)! >= first ? "rising" : "falling";
}

/**
 * When a forecast's path first stands at or beyond a value, as a time in years: between two points by the same growth each
 * year, by the same amount where one of them is not above 0. Paths that turn are walked from point to point.
 *
 * @param way by default the way its path goes to the value
 * @param by "amount" goes by the same amount each year in any case
 * @returns null where its path does not come to it; the time of its first point where it begins there
 * @throws RangeError if there are fewer than two points
 * @throws TypeError if the value is not a finite number
 */
export function timeReached(
  forecast: PublishedForecast,
  value: number,
  way: Way = wayTo(forecast, value),
  by: "growth" | "amount" = "growth",
): number | null {
  const points = readPublished(forecast);
  const isThere = (point: PublishedPoint): boolean => (way === "rising" ? point.value >= value : point.value <= value);
  const next = points.findIndex(isThere);
  if (next === -1) return null;
  if (next === 0) return points[0]!.year;
  const [a, b] = [points[next - 1]!, points[next]!];
  const isProportional = by === "growth" && a.value > 0 && b.value > 0 && value > 0;
  const share = isProportional
    ? Math.log(value / a.value) / Math.log(b.value / a.value)
    : (value - a.value) / (b.value - a.value);
  return a.year + share * (b.year - a.year);
}
