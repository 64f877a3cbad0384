import { chanceReached, timeReached, type Way, wayTo } from "../../forecast";
import { Qualifier } from "../../knowledge/qualifier";
import { publishedOf, rangeOf, type StoredForecast, type StoredPoint } from "./stored";

/** When a forecast's path comes to a value. */
export interface Reach {
  /** The year by whose end it stands there; null where its path does not come to it. */
  readonly year: number | null;
  /** The same as its figures allow, rounded or told roughly; null where that is not within its years. */
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly explanation: string;
  /** How likely it stands there by the end of a year, if the forecast comes true, from 0 to 1; null of one point. */
  probabilityBy(args: { readonly year: number }): number | null;
}

/** When the path of a forecast first stands at a value, and how far rounding leaves that open. */
export function reachOf(forecast: StoredForecast, value: number): Reach {
  const { points } = forecast;
  if (points.length < 2) return onePoint(points[0]!, value);
  const way = wayTo(publishedOf(forecast), value);
  const as = (end: "lowest" | "highest") =>
    yearOf({ ...forecast, points: points.map((point) => ({ ...point, value: endOf(point, end) })) }, value, way);
  const [early, late] = way === "rising" ? (["highest", "lowest"] as const) : (["lowest", "highest"] as const);
  const found = { year: yearOf(forecast, value, way), earliest: as(early), latest: as(late) };
  const probabilityBy = ({ year }: { readonly year: number }) => chanceReached(publishedOf(forecast), value, year, way);
  return { ...found, explanation: explain(forecast, value, found), probabilityBy };
}

// Where a figure is only a bound, the figure itself is the end that is not open.
const endOf = (point: StoredPoint, end: "lowest" | "highest"): number => {
  const found = rangeOf(point)[end];
  return Number.isFinite(found) ? found : point.value;
};

/** A value reached in the course of a year stands at its end; figures are those of whole years. */
function yearOf(forecast: StoredForecast, value: number, way: Way): number | null {
  const time = timeReached(publishedOf(forecast), value, way);
  return time === null ? null : Math.ceil(time - 1e-9);
}

function onePoint(point: StoredPoint, value: number): Reach {
  const year = point.value === value ? point.year : null;
  const explanation = `Its one point, ${point.value} in ${point.year}, tells nothing of the way there.`;
  return { year, earliest: null, latest: null, explanation, probabilityBy: () => null };
}

function explain(
  { points }: StoredForecast,
  value: number,
  found: Omit<Reach, "explanation" | "probabilityBy">,
): string {
  const [first, ...rest] = points as [StoredPoint, ...StoredPoint[]];
  const { year, earliest } = found;
  const way = [`from ${first.value} in ${first.year}`, ...turnsOf(points), told("to", rest.at(-1)!)].join(" ");
  if (year === null) {
    if (earliest === null) return `Its path ${way} does not come to ${value}.`;
    return `As printed its path ${way} does not come to ${value}; ${undone(points)} it may in ${earliest}.`;
  }
  if (year === first.year) return `Its path ${way} begins at ${value} or beyond${openOf(points, found)}.`;
  return `By its path ${way} it stands at ${value} in ${year}${openOf(points, found)}. That holds if it comes true.`;
}

const told = (word: string, { value, year }: StoredPoint): string => `${word} ${value} in ${year}`;

/** The points between the first and the last at which a path turns. */
const turnsOf = (points: readonly StoredPoint[]): string[] =>
  points.flatMap((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before || !after) return [];
    return (point.value - before.value) * (after.value - point.value) < 0 ? [told("over", point)] : [];
  });

/** How far rounding, or a rough figure, leaves the year open; nothing where it does not. */
function openOf(
  points: readonly StoredPoint[],
  { year, earliest, latest }: Omit<Reach, "explanation" | "probabilityBy">,
): string {
  if (earliest === year && latest === year) return "";
  if (latest === null) return `, ${undone(points)} from ${earliest} on, or not at all`;
  return `, ${undone(points)} between ${earliest} and ${latest}`;
}

const undone = (points: readonly StoredPoint[]): string =>
  points.every(({ qualifier }) => qualifier === Qualifier.EXACTLY) ? "before rounding" : "as its rough figures allow";
