import type { Range } from "./rounding";

/** One figure of a published forecast. */
export interface PublishedPoint {
  readonly year: number;
  readonly value: number;
  /** As printed, if known: it shows how finely the figure was rounded. */
  readonly printed?: string;
  /** What it may have been, where its digits do not tell: of a figure that is "about", "more than" or "up to" something. */
  readonly range?: Range;
  /** Whether its qualifier, rather than its rounding, tells what it may have been. */
  readonly isRough?: boolean;
  /** Of this figure, where it differs from the forecast's. */
  readonly unit?: string;
}

/** A forecast as its forecaster published it. */
export interface PublishedForecast {
  readonly forecaster: string;
  /** The year of publication; null if not known. */
  readonly published: number | null;
  readonly indicator: string;
  readonly unit: string;
  /** What part of the world it speaks of. */
  readonly scope: string;
  /** The year whose prices its money is in; null if it is no money or not said. */
  readonly priceYear: number | null;
  /** How the forecaster defines what is counted; null if not said. */
  readonly definition: string | null;
  readonly points: readonly PublishedPoint[];
  /** The growth over all its years, in percent, as stated. */
  readonly statedGrowth?: string | number;
  /** The growth a year, in percent, as stated. */
  readonly statedCagr?: string | number;
}

/**
 * The points in order of years, of one unit.
 *
 * @throws RangeError if there are fewer than two, two share a year, or units are mixed
 * @throws TypeError if a year or a value is not a number
 */
export function readPublished({ points, unit }: PublishedForecast): PublishedPoint[] {
  if (points.length < 2) throw new RangeError(`a growth expects at least two points, got ${points.length}`);
  for (const point of points) {
    if (!Number.isFinite(point.year) || !Number.isFinite(point.value))
      throw new TypeError(`a forecast point expects a year and a value, got ${point.year} and ${point.value}`);
    if (point.unit !== undefined && point.unit !== unit)
      throw new RangeError(`a forecast expects one unit, got ${unit} and ${point.unit} in ${point.year}`);
  }
  const sorted = [...points].sort((a, b) => a.year - b.year);
  sorted.forEach(({ year }, i) => {
    if (sorted[i - 1]?.year === year) throw new RangeError(`a forecast expects one value a year, got two for ${year}`);
  });
  return sorted;
}
