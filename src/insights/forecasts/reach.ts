import { timeReached } from "../../forecast";
import { publishedOf, rangeOf, type StoredForecast, type StoredPoint } from "./stored";

/** When a forecast's path comes to a value. */
export interface Reach {
  /** The year by whose end it stands there; null where its path does not come to it. */
  readonly year: number | null;
  /** The same as the printed figures allow before rounding; null where that is not within its years. */
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly explanation: string;
}

/** When the path of a forecast first stands at a value, and how far rounding leaves that open. */
export function reachOf(forecast: StoredForecast, value: number): Reach {
  const { points } = forecast;
  if (points.length < 2) return onePoint(points[0]!, value);
  const rising = points.at(-1)!.value >= points[0]!.value;
  const as = (end: "lowest" | "highest") =>
    yearOf(
      {
        ...forecast,
        points: points.map((point) => ({ ...point, value: endOf(point, end) })),
      },
      value,
    );
  const [early, late] = rising ? (["highest", "lowest"] as const) : (["lowest", "highest"] as const);
  const year = yearOf(forecast, value);
  return { year, earliest: as(early), latest: as(late), explanation: explain(forecast, value, year) };
}

// Where a figure is only a bound, the figure itself is the end that is not open.
const endOf = (point: StoredPoint, end: "lowest" | "highest"): number => {
  const found = rangeOf(point)[end];
  return Number.isFinite(found) ? found : point.value;
};

/** A value reached in the course of a year stands at its end; figures are those of whole years. */
function yearOf(forecast: StoredForecast, value: number): number | null {
  const time = timeReached(publishedOf(forecast), value);
  return time === null ? null : Math.ceil(time - 1e-9);
}

function onePoint(point: StoredPoint, value: number): Reach {
  const year = point.value === value ? point.year : null;
  const explanation = `Its one point, ${point.value} in ${point.year}, tells nothing of the way there.`;
  return { year, earliest: null, latest: null, explanation };
}

function explain({ points }: StoredForecast, value: number, year: number | null): string {
  const [first, last] = [points[0]!, points.at(-1)!];
  const way = `from ${first.value} in ${first.year} to ${last.value} in ${last.year}`;
  if (year === null) return `Its path ${way} does not come to ${value}.`;
  if (year === first.year) return `Its path ${way} begins at ${value} or beyond.`;
  return `By its path ${way} it stands at ${value} in ${year}. It gives no probability.`;
}
