import { type Comparability, comparable } from "../../forecast";
import { pathOf } from "./path";
import { publishedOf, type StoredForecast, type StoredPoint, saidIn, yearOf } from "./stored";

/** What a forecast said of a year, and what a later forecast takes as known of it. */
export interface ToldLater {
  readonly year: number;
  readonly foretold: number;
  /** Whether the forecaster gave this very year. */
  readonly isGiven: boolean;
  /** The later forecast. */
  readonly by: StoredForecast;
  readonly told: number;
  readonly comparability: Comparability;
  /** Foretold less told later, as a share of what was told, in percent; null where that is 0. */
  readonly errorPercent: number | null;
}

/** What is taken as known of each year, and by whom. */
export type TakenAsKnown = ReadonlyMap<number, readonly { readonly by: StoredForecast; readonly told: number }[]>;

/**
 * What later forecasts of the same indicator for the same subject tell of years that a forecast spoke of. What a forecaster
 * takes as known of a year is no measurement, and another may count otherwise: this is kept apart from what was measured.
 * Only years count that were still to come when the forecast was published (where that is not known, later than the one it
 * starts from), and are over by now.
 *
 * @param known what forecasts of the same indicator for the same subject take as known; its own adds nothing
 * @param now the year of the answer's revision
 * @returns by year
 */
export function toldLaterOf(forecast: StoredForecast, known: TakenAsKnown, now: number): ToldLater[] {
  const said = saidIn(forecast);
  if (said === null) return [];
  const [first, ...later] = pathOf(forecast);
  const foretold = later.length > 0 ? later : [first!];
  const own = publishedOf(forecast);
  return foretold
    .filter(({ year }) => year > said && year < now)
    .flatMap(({ year, value, isGiven }) =>
      (known.get(year) ?? [])
        .filter(({ by }) => by.id !== forecast.id)
        .map(({ by, told }) => {
          const errorPercent = told === 0 ? null : (100 * (value - told)) / Math.abs(told);
          return {
            year,
            foretold: value,
            isGiven,
            by,
            told,
            comparability: comparable(own, publishedOf(by)),
            errorPercent,
          };
        }),
    );
}

/** What forecasts take as known: points of years that were over when they were published, or that they start from then. */
export function takenAsKnown(forecasts: readonly StoredForecast[]): TakenAsKnown {
  const known = new Map<number, { by: StoredForecast; told: number }[]>();
  for (const by of forecasts)
    for (const { year, value } of pastPoints(by)) known.set(year, [...(known.get(year) ?? []), { by, told: value }]);
  return known;
}

function pastPoints({ points, published }: StoredForecast): readonly StoredPoint[] {
  if (published === null) return [];
  const said = yearOf(published);
  return points.filter(({ year }, i) => year < said || (year === said && i === 0 && points.length > 1));
}
