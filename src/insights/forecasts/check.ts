import { type Check, checkPublished, otherStart, percentage, positive, sanityOf, type Verdict } from "../../forecast";
import { printedPercent } from "./percent";
import { publishedOf, type StoredForecast } from "./stored";

/** What of the growth is checked: all of it, or that of a year. */
export type GrowthMeasure = "TOTAL" | "YEARLY";

/** A check as the graph tells it; percentages as printed, null where there is no such number. */
export interface ForecastCheck {
  readonly measure: GrowthMeasure;
  readonly verdict: Verdict | "UNDECIDED" | "CANNOT_BE_CHECKED";
  readonly statedPercent: number | null;
  readonly computedPercent: number | null;
  readonly lowestPercent: number | null;
  readonly highestPercent: number | null;
  readonly explanation: string;
  readonly oddities: readonly string[];
}

/** The growth that a forecast's points give, in percent as printed; null where they give none. */
export function growthOf(forecast: StoredForecast, measure: GrowthMeasure): number | null {
  const checked = checkedOf(forecast, measure);
  return typeof checked === "string" ? null : printedPercent(checked.computedPercent);
}

/**
 * What a forecast states of its growth, held against its points: from the year on that the statement counts from.
 *
 * @param asked which growth; by default the one that is stated, the total where both are or none is
 */
export function checkOf(forecast: StoredForecast, asked: GrowthMeasure | null): ForecastCheck {
  const { statedGrowthPercent, statedCagrPercent } = forecast;
  const measure = asked ?? (statedGrowthPercent === null && statedCagrPercent !== null ? "YEARLY" : "TOTAL");
  const stated = measure === "TOTAL" ? statedGrowthPercent : statedCagrPercent;
  const oddities = sanityOf(publishedOf(forecast), measureOf(forecast));
  const checked = checkedOf(stated === null ? forecast : fromStated(forecast), measure);
  if (typeof checked === "string")
    return { ...nothing, measure, statedPercent: stated, explanation: withStated(checked, stated), oddities };
  const check = printed(checked);
  const elsewhere = stated === null ? null : statedElsewhere(forecast, stated, check.computedPercent);
  return { ...check, ...countedFrom(forecast, check, measure), ...elsewhere, measure, oddities };
}

/** The forecast without the points before the year that its statement counts from, where that year is a point. */
function fromStated(forecast: StoredForecast): StoredForecast {
  const { points, statedFrom } = forecast;
  const start = points.findIndex(({ year }) => year === statedFrom);
  return start > 0 ? { ...forecast, points: points.slice(start) } : forecast;
}

/** The verdict where what is stated counts from a year of which there is no value; null where it counts from a point. */
function statedElsewhere({ statedFrom, points }: StoredForecast, stated: number, computed: number | null) {
  if (statedFrom === null || points.some(({ year }) => year === statedFrom)) return null;
  const [first, last] = [points[0]!.year, points.at(-1)!.year];
  const explanation = `${stated} % is stated from ${statedFrom} on, of which no value is told; from ${first} to ${last} it is ${computed} %.`;
  return { verdict: "CANNOT_BE_CHECKED" as const, explanation };
}

/**
 * A contradiction may come of counting from another year than the forecaster did, where that is not told: it is undecided if
 * some year makes the statement follow.
 */
function countedFrom(
  forecast: StoredForecast,
  { explanation, statedPercent, verdict }: Pick<ForecastCheck, "explanation" | "statedPercent" | "verdict">,
  measure: GrowthMeasure,
): Partial<ForecastCheck> {
  const { points, statedFrom } = forecast;
  if (verdict !== "CONTRADICTS" || statedFrom !== null || statedPercent === null) return {};
  const counted = `${explanation.replace(/\.$/, "")}, as counted from the first point, ${points[0]!.year}`;
  const other = otherStart(publishedOf(forecast), measure, statedPercent);
  if (other === null) return { explanation: `${counted}.` };
  const { year, value, isGiven, growthBefore } = other;
  const standing = isGiven
    ? ", which is one of its points"
    : ` if ${year} stood at ${Number(value.toPrecision(4))}, ${printedPercent(Math.abs(growthBefore))} % ${growthBefore < 0 ? "less" : "more"} than ${points[0]!.year}`;
  return {
    verdict: "UNDECIDED",
    explanation: `${counted}; from which year it counts is not told, and from ${year} on it would agree${standing}.`,
  };
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

/** The check of a growth, or why there is none. */
function checkedOf(forecast: StoredForecast, measure: GrowthMeasure): Check | string {
  try {
    const { cagr, growth } = checkPublished(publishedOf(forecast));
    const end = forecast.points.at(-1)!.value;
    return measure === "TOTAL" ? growth : (cagr ?? `a growth a year expects a last value of 0 or more, got ${end}`);
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
