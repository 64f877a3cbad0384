import { type PublishedForecast, type PublishedPoint, readPublished } from "./forecast";
import { timeReached, type Way, wayTo } from "./path";
import { beforeRounding, type Range } from "./rounding";

/** How many combinations of figures are looked at. */
const draws = 1_000;

/**
 * How likely a forecast's path stands at or beyond a value by the end of a year, if the forecast comes true: each figure may
 * have been anything within its rounding or roughness alike, and between two points the path goes by the same growth each
 * year or by the same amount, the one as likely as the other. A figure without an end on one side ends as printed there.
 *
 * Reckoned over evenly spread combinations, the same each time: the additive recurrence of M. Roberts, "The Unreasonable
 * Effectiveness of Quasirandom Sequences" (2018).
 *
 * @param way by default the way its path goes to the value
 * @returns from 0 to 1
 * @throws RangeError if there are fewer than two points
 * @throws TypeError if the value is not a finite number
 */
export function chanceReached(
  forecast: PublishedForecast,
  value: number,
  year: number,
  way: Way = wayTo(forecast, value),
): number {
  const points = readPublished(forecast);
  const ranges = points.map(finiteRange);
  const steps = evenSteps(points.length);
  let reached = 0;
  for (let draw = 0; draw < draws; draw++) {
    const drawn = points.map((point, i): PublishedPoint => {
      const { lowest, highest } = ranges[i]!;
      return { ...point, value: lowest + ((0.5 + draw * steps[i]!) % 1) * (highest - lowest) };
    });
    for (const by of ["growth", "amount"] as const) {
      const time = timeReached({ ...forecast, points: drawn }, value, way, by);
      if (time !== null && time <= year + tiny) reached++;
    }
  }
  return reached / (2 * draws);
}

const tiny = 1e-9;

function finiteRange({ value, printed, range }: PublishedPoint): Range {
  const { lowest, highest } = range ?? beforeRounding(printed ?? value);
  return { lowest: Number.isFinite(lowest) ? lowest : value, highest: Number.isFinite(highest) ? highest : value };
}

/** The steps of the recurrence in so many dimensions: powers of the root of x^(d + 1) = x + 1. */
function evenSteps(dimensions: number): number[] {
  let root = 2;
  for (let i = 0; i < 40; i++) root = (1 + root) ** (1 / (dimensions + 1));
  return Array.from({ length: dimensions }, (_, i) => (1 / root) ** (i + 1) % 1);
}
