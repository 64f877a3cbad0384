import type { PublishedForecast } from "./forecast";
import { impliedPath } from "./path";

/** Whether two forecasts of one indicator may be held against each other. */
export interface Comparability {
  readonly verdict: "COMPARABLE" | "WITH_CARE" | "NOT_COMPARABLE";
  /** What differs, or is not said; one sentence each. */
  readonly reasons: readonly string[];
}

/** A year of which several forecasts speak. */
export interface RivalYear {
  readonly year: number;
  /** What each implies, with the same growth each year where possible; null where it does not speak of the year. */
  readonly values: readonly (number | null)[];
  /** The greatest over the least of the values; null with fewer than two, or where one is not above 0. */
  readonly ratio: number | null;
}

/** Forecasts of one indicator side by side. */
export interface Rivals {
  readonly forecasters: readonly string[];
  /** Of each against the first. */
  readonly comparability: readonly Comparability[];
  readonly years: readonly RivalYear[];
}

/**
 * Forecasts of one indicator side by side, year by year, each with a verdict on whether it may be compared with the first.
 *
 * Forecasts that may not be compared are shown all the same: that they differ, and why, is the answer.
 *
 * @throws RangeError if there are none, or they speak of different indicators
 */
export function sideBySide(forecasts: readonly PublishedForecast[]): Rivals {
  const [first] = forecasts;
  if (first === undefined) throw new RangeError("rivals expect at least one forecast, got none");
  for (const { indicator } of forecasts)
    if (indicator !== first.indicator)
      throw new RangeError(`rivals expect one indicator, got ${first.indicator} and ${indicator}`);
  const paths = forecasts.map(pathOf);
  const years = [...new Set(paths.flatMap((path) => [...path.keys()]))].sort((a, b) => a - b);
  return {
    forecasters: forecasts.map(({ forecaster }) => forecaster),
    comparability: forecasts.map((forecast) => comparable(first, forecast)),
    years: years.map((year) => {
      const values = paths.map((path) => path.get(year) ?? null);
      return { year, values, ratio: ratioOf(values) };
    }),
  };
}

/**
 * Whether two forecasts count the same thing: scope, unit, year of prices (of money) and definition. What neither of them
 * says calls for care as well: one name may stand for two things.
 */
export function comparable(a: PublishedForecast, b: PublishedForecast): Comparability {
  const wrong: string[] = [];
  const unsure: string[] = [];
  if (a.scope !== b.scope) wrong.push(`they speak of ${a.scope} and of ${b.scope}`);
  if (a.unit !== b.unit) wrong.push(`they count in ${a.unit} and in ${b.unit}`);
  weigh("year of prices", a.priceYear, b.priceYear, isMoney(a.unit), wrong, unsure);
  weigh("definition", a.definition, b.definition, true, wrong, unsure);
  if (wrong.length > 0) return { verdict: "NOT_COMPARABLE", reasons: [...wrong, ...unsure] };
  return { verdict: unsure.length > 0 ? "WITH_CARE" : "COMPARABLE", reasons: unsure };
}

/** Whether a unit is an amount of money. */
const isMoney = (unit: string): boolean =>
  /\b(USD|EUR|GBP|CNY|RMB|JPY|KRW|INR|CHF|AUD|CAD|SGD|HKD|dollars?|euros?|pounds?|yuan|yen)\b|[$€£¥]/i.test(unit);

function weigh<T extends string | number>(
  what: string,
  a: T | null,
  b: T | null,
  matters: boolean,
  wrong: string[],
  unsure: string[],
): void {
  if (a === null && b === null && matters) unsure.push(`neither of them says its ${what}`);
  if (a === b) return;
  if (a === null || b === null) unsure.push(`only one of them says its ${what}`);
  else wrong.push(`their ${what} differs: ${quoted(a)} and ${quoted(b)}`);
}

const quoted = (told: string | number): string =>
  typeof told === "string" ? `"${told.replace(/\.$/, "")}"` : `${told}`;

function pathOf(forecast: PublishedForecast): Map<number, number> {
  if (forecast.points.length < 2) return new Map(forecast.points.map(({ value, year }) => [year, value]));
  return new Map(impliedPath(forecast).map(({ geometric, linear, year }) => [year, geometric ?? linear]));
}

function ratioOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 1 && known.every((value) => value > 0) ? Math.max(...known) / Math.min(...known) : null;
}
