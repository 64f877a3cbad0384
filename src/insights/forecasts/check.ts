import { type Check, checkPublished, percentage, positive, sanityOf, type Verdict } from "../../forecast";
import { printedPercent } from "./percent";
import { publishedOf, type StoredForecast } from "./stored";

/** What of the growth is checked: all of it, or that of a year. */
export type GrowthMeasure = "TOTAL" | "YEARLY";

/** A check as the graph tells it; percentages as printed, null where there is no such number. */
export interface ForecastCheck {
  readonly measure: GrowthMeasure;
  readonly verdict: Verdict | "CANNOT_BE_CHECKED";
  readonly statedPercent: number | null;
  readonly computedPercent: number | null;
  readonly lowestPercent: number | null;
  readonly highestPercent: number | null;
  readonly explanation: string;
  readonly oddities: readonly string[];
}

/** The growth that a forecast's points give, in percent as printed; null where they give none. */
export function growthOf(forecast: StoredForecast, measure: GrowthMeasure): number | null {
  const checked = checkedOf(forecast);
  if (typeof checked === "string") return null;
  return printedPercent(measure === "TOTAL" ? checked.growthPercent : checked.cagrPercent);
}

/**
 * What a forecast states of its growth, held against its points.
 *
 * @param asked which growth; by default the one that is stated, the total where both are or none is
 */
export function checkOf(forecast: StoredForecast, asked: GrowthMeasure | null): ForecastCheck {
  const { statedGrowthPercent, statedCagrPercent } = forecast;
  const measure = asked ?? (statedGrowthPercent === null && statedCagrPercent !== null ? "YEARLY" : "TOTAL");
  const stated = measure === "TOTAL" ? statedGrowthPercent : statedCagrPercent;
  const oddities = sanityOf(publishedOf(forecast), measureOf(forecast));
  const checked = checkedOf(forecast);
  if (typeof checked === "string")
    return { ...nothing, measure, statedPercent: stated, explanation: withStated(checked, stated), oddities };
  const check = printed(measure === "TOTAL" ? checked.growth : checked.cagr);
  const elsewhere = stated === null ? null : statedElsewhere(forecast, stated, check.computedPercent);
  return { ...check, ...elsewhere, measure, oddities };
}

/** The verdict where what is stated counts from a year of which there is no value; null where it counts from the first point. */
function statedElsewhere({ statedFrom, points }: StoredForecast, stated: number, computed: number | null) {
  const [first, last] = [points[0]!.year, points.at(-1)!.year];
  if (statedFrom === null || statedFrom === first) return null;
  const explanation = `${stated} % is stated from ${statedFrom} on, of which no value is told; from ${first} to ${last} it is ${computed} %.`;
  return { verdict: "CANNOT_BE_CHECKED" as const, explanation };
}

function printed({ verdict, explanation, ...percent }: Check) {
  return {
    verdict,
    explanation,
    statedPercent: percent.statedPercent === null ? null : printedPercent(percent.statedPercent),
    computedPercent: printedPercent(percent.computedPercent),
    lowestPercent: printedPercent(percent.lowestPercent),
    highestPercent: printedPercent(percent.highestPercent),
  };
}

const nothing = {
  verdict: "CANNOT_BE_CHECKED",
  computedPercent: null,
  lowestPercent: null,
  highestPercent: null,
} as const;

const withStated = (why: string, stated: number | null): string =>
  stated === null ? `${why}; no growth is stated.` : `${why}; stated ${stated} %, which cannot be checked.`;

/** The checks of both growths, or why there are none. */
function checkedOf(forecast: StoredForecast): ReturnType<typeof checkPublished> | string {
  try {
    return checkPublished(publishedOf(forecast));
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function measureOf({ indicator: { minimum, maximum } }: StoredForecast) {
  if (minimum === 0 && maximum === 100) return percentage;
  if (minimum !== null && maximum !== null) return { kind: "bounded", low: minimum, high: maximum } as const;
  return minimum !== null && minimum >= 0 ? positive : ({ kind: "any" } as const);
}
