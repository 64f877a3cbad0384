import { comparable, type RivalYear, sideBySide } from "../../forecast";
import { Stored } from "../../graph/reckoned";
import { firstOf } from "../read/counts";
import { publishedOf, type StoredForecast } from "./stored";

/** How many rivals one forecast is held against. */
export const mostRivals = 100;

/** More years than two forecasts can speak of. */
const mostYears = 400;

/**
 * Other forecasts of an indicator beside one: first those of its own subject, then those of others.
 *
 * @param ofOwnSubject what is foretold of the same subject; itself among them is left out
 * @param ofAll what is foretold of the indicator, of whatever subject
 */
export function rivalsOf(
  forecast: StoredForecast,
  ofOwnSubject: readonly StoredForecast[],
  ofAll: readonly StoredForecast[],
): object[] {
  const own = publishedOf(forecast);
  return [...ofOwnSubject, ...ofAll.filter(({ subject }) => subject.id !== forecast.subject.id)]
    .filter(({ id }) => id !== forecast.id)
    .map((other) => {
      const published = publishedOf(other);
      const { years } = sideBySide([own, published]);
      return {
        forecast: new Stored(other.id),
        comparability: comparable(own, published),
        years: ({ first }: { first: number }) => firstOf(years.map(yearOf), first, mostYears),
      };
    });
}

function yearOf({ year, values: [value = null, rivalValue = null], ratio }: RivalYear) {
  return { year, value, rivalValue, ratio };
}
