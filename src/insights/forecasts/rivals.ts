import { comparable, type RivalYear, sideBySide } from "../../forecast";
import { Stored } from "../../graph/reckoned";
import { firstOf } from "../read/counts";
import { publishedOf, type StoredForecast } from "./stored";

/** How many rivals one forecast is held against. */
export const mostRivals = 100;

/** Other forecasts of an indicator beside one, those of its own subject first, the latest first. */
export function rivalsOf(forecast: StoredForecast, others: readonly StoredForecast[]): object[] {
  const own = publishedOf(forecast);
  return others
    .filter(({ id }) => id !== forecast.id)
    .sort((a, b) => Number(isOf(b, forecast)) - Number(isOf(a, forecast)))
    .map((other) => {
      const published = publishedOf(other);
      const { years } = sideBySide([own, published]);
      return {
        forecast: new Stored(other.id),
        comparability: comparable(own, published),
        years: ({ first }: { first: number }) => firstOf(years.map(yearOf), first),
      };
    });
}

const isOf = ({ subject }: StoredForecast, forecast: StoredForecast): boolean => subject.id === forecast.subject.id;

function yearOf({ year, values: [value = null, rivalValue = null], ratio }: RivalYear) {
  return { year, value, rivalValue, ratio };
}
