import { beforeRounding, type PublishedForecast, type Range } from "../../forecast";
import { Qualifier } from "../../knowledge/qualifier";

/** One figure of a stored forecast. */
export interface StoredPoint {
  readonly year: number;
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly roundedTo: number | null;
}

/** A stored forecast, as far as it is reckoned with. */
export interface StoredForecast {
  readonly id: string;
  readonly slug: string;
  /** A year, month or day; null when not known. */
  readonly published: string | null;
  readonly points: readonly StoredPoint[];
  readonly statedGrowthPercent: number | null;
  readonly statedCagrPercent: number | null;
  /** The year from which what it states counts; null where that is its first point. */
  readonly statedFrom: number | null;
  readonly priceYear: number | null;
  readonly definition: string | null;
  readonly forecaster: { readonly id: string; readonly name: string };
  readonly indicator: {
    readonly slug: string;
    readonly unit: string;
    readonly minimum: number | null;
    readonly maximum: number | null;
  };
  readonly subject: { readonly id: string; readonly name?: string };
}

/** What of a forecast is reckoned with, as a selection. */
export const storedFields = `id slug published points { year value qualifier roundedTo } statedGrowthPercent statedCagrPercent statedFrom
  priceYear definition forecaster { id name } indicator { slug unit minimum maximum } subject { id ... on Thing { name } }`;

/** A stored forecast as the checks of published forecasts take it. */
export function publishedOf(forecast: StoredForecast): PublishedForecast {
  const { points, published, indicator, subject, forecaster, definition, priceYear } = forecast;
  const { statedGrowthPercent: growth, statedCagrPercent: cagr } = forecast;
  return {
    forecaster: forecaster.name,
    published: published === null ? null : yearOf(published),
    indicator: indicator.slug,
    unit: indicator.unit,
    scope: subject.name ?? subject.id,
    priceYear,
    definition,
    points: points.map((point) => ({
      year: point.year,
      value: point.value,
      range: rangeOf(point),
      isRough: point.qualifier !== Qualifier.EXACTLY,
    })),
    ...(growth !== null && { statedGrowth: growth }),
    ...(cagr !== null && { statedCagr: cagr }),
  };
}

/** The year of a date that may lack its month and day. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));

/**
 * The last year that was no longer to come when a forecast was made: that of its publication; where that is not known, the
 * year it starts from.
 *
 * @returns null where neither is known, as of one point without a date: what it foretold cannot be told from what it knew
 */
export const saidIn = ({ points, published }: StoredForecast): number | null =>
  published !== null ? yearOf(published) : points.length > 1 ? points[0]!.year : null;

/** As far as evidence goes, "about" allows a twentieth either way. */
const about = 1 / 20;

/** What a printed figure may have been. */
export function rangeOf({ value, qualifier, roundedTo }: StoredPoint): Range {
  const { lowest, highest } = beforeRounding(value, roundedTo ?? undefined);
  const room = Math.abs(value) * about;
  if (qualifier === Qualifier.ABOUT)
    return { lowest: Math.min(lowest, value - room), highest: Math.max(highest, value + room) };
  if (qualifier === Qualifier.AT_LEAST) return { lowest, highest: Number.POSITIVE_INFINITY };
  if (qualifier === Qualifier.AT_MOST) return { lowest: Math.min(0, lowest), highest };
  return { lowest, highest };
}
