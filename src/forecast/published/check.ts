import { type PublishedForecast, readPublished } from "./forecast";
import { cagrPercent, growthPercent } from "./growth";
import { beforeRounding, cagrRange, growthRange, type Range } from "./rounding";

/** Whether a stated growth follows from the figures beside it. */
export type Verdict = "AGREES" | "WITHIN_ROUNDING" | "CONTRADICTS" | "NOTHING_STATED";

/** A stated growth beside what the figures give, all in percent. */
export interface Check {
  readonly verdict: Verdict;
  /** Null if nothing was stated. */
  readonly statedPercent: number | null;
  readonly computedPercent: number;
  /** What the figures allow once their rounding is undone; infinite where a figure is only a bound. */
  readonly lowestPercent: number;
  readonly highestPercent: number;
  readonly explanation: string;
}

/** What the figures of a forecast say of its growth. */
export interface PublishedCheck {
  readonly growthPercent: number;
  /** Null, as its check is, where the last value is below 0: no growth a year leads there. */
  readonly cagrPercent: number | null;
  readonly growth: Check;
  readonly cagr: Check | null;
}

/**
 * Holds the growth that a forecaster states against the figures printed beside it, knowing that both are rounded.
 *
 * A statement agrees if rounding the computed growth as finely gives it; it is within rounding if some figures that round to
 * the printed ones give a growth that rounds to it; it contradicts them otherwise.
 *
 * @throws RangeError if there are fewer than two points, units are mixed, or the first value is not above 0
 * @throws TypeError if a value or a statement is not a number
 */
export function checkPublished(forecast: PublishedForecast): PublishedCheck {
  const points = readPublished(forecast);
  const [first, last] = [points[0]!, points.at(-1)!];
  const years = last.year - first.year;
  const growth = growthPercent(first.value, last.value);
  const cagr = last.value < 0 ? null : cagrPercent(first.value, last.value, years);
  const [from, to] = [first, last].map(({ printed, range, value }) => range ?? beforeRounding(printed ?? value)) as [
    Range,
    Range,
  ];
  const inPoints = isShare(forecast.unit)
    ? `${Number((last.value - first.value).toPrecision(12))} percentage points; `
    : "";
  const rough = first.isRough === true || last.isRough === true;
  const figures = `${first.printed ?? first.value} to ${last.printed ?? last.value}`;
  return {
    growthPercent: growth,
    cagrPercent: cagr,
    growth: verdictOn(
      forecast.statedGrowth,
      growth,
      growthRange(from, to),
      `${figures} is a growth of`,
      rough,
      inPoints,
    ),
    cagr:
      cagr === null
        ? null
        : verdictOn(
            forecast.statedCagr,
            cagr,
            cagrRange(from, to, years),
            `${figures} in ${years} ${years === 1 ? "year" : "years"} is a yearly growth of`,
            rough,
            inPoints,
          ),
  };
}

function verdictOn(
  stated: string | number | undefined,
  computed: number,
  allowed: Range,
  figures: string,
  rough: boolean,
  inPoints: string,
): Check {
  const span = rough ? `its figures, told roughly, allow ${spanOf(allowed)}` : `${spanOf(allowed)} before rounding`;
  const reckoned = `${figures} ${computed.toFixed(1)} % (${inPoints}${span})`;
  const found = { computedPercent: computed, lowestPercent: allowed.lowest, highestPercent: allowed.highest };
  if (stated === undefined)
    return {
      verdict: "NOTHING_STATED",
      statedPercent: null,
      ...found,
      explanation: `${reckoned}; no growth is stated.`,
    };
  const said = beforeRounding(stated);
  const statedPercent = (said.lowest + said.highest) / 2;
  const verdict: Verdict =
    computed >= said.lowest && computed <= said.highest
      ? "AGREES"
      : said.highest >= allowed.lowest && said.lowest <= allowed.highest
        ? "WITHIN_ROUNDING"
        : "CONTRADICTS";
  return {
    verdict,
    statedPercent,
    ...found,
    explanation: `${reckoned}; stated ${stated} %: ${wordsFor(verdict, rough)}.`,
  };
}

function spanOf({ lowest, highest }: Range): string {
  if (highest === Number.POSITIVE_INFINITY) return `${lowest.toFixed(1)} % or more`;
  if (lowest === Number.NEGATIVE_INFINITY) return `${highest.toFixed(1)} % or less`;
  const [from, to] = [lowest.toFixed(1), highest.toFixed(1)];
  return from === to ? `${from} %` : `${from} to ${to} %`;
}

function wordsFor(verdict: Verdict, rough: boolean): string {
  if (verdict === "AGREES") return "agrees";
  if (verdict === "WITHIN_ROUNDING") return rough ? "within what its figures allow" : "within what rounding allows";
  return rough ? "more than its figures allow" : "more than rounding can explain";
}

/** Whether values are percentages themselves, whose growth in percent is easily taken for one in percentage points. */
const isShare = (unit: string): boolean => /percent|%/i.test(unit);
