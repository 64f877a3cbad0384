import { coverage, type Projection, smape } from "../../forecast";
import { type Asking, Stored } from "../../graph/reckoned";
import { printedPercent } from "../forecasts/percent";
import { firstOf } from "../read/counts";
import { readSeries } from "../series/read-series";
import { type SeriesYear, seriesOf } from "../series/series";
import { type ProjectionInput } from "./question";
import { tidy } from "./shown-point";

/**
 * How a projection of a time gone by did, by what the graph knows of its years at the revision of the answer.
 *
 * @returns null where it is not of a time gone by
 */
export async function outcomeOf(
  { subject, indicator, until, asOf }: ProjectionInput,
  { points, method }: Pick<Projection, "points" | "method">,
  asking: Asking,
): Promise<object | null> {
  if (until == null && asOf == null) return null;
  const { years } = seriesOf(await readSeries(asking, { subject, indicator }));
  const known = new Map(years.map((one) => [one.year, one]));
  const both = points.flatMap((point) => {
    const measured = known.get(point.at);
    return measured ? [{ point, measured }] : [];
  });
  if (both.length === 0) return { ...nothing, summary: "Nothing is known yet of the years that were projected." };
  const actual = both.map(({ measured }) => measured.value);
  const levels = both[0]!.point.intervals.map(({ level }) => level);
  const off = smape(
    actual,
    both.map(({ point }) => point.value),
  );
  return {
    points: ({ first }: { first: number }) =>
      firstOf(
        both.map(({ point, measured }) => comparedYear(point, measured)),
        first,
        200,
      ),
    smape: off,
    coverage: levels.map((level, i) => ({
      level,
      share: coverage(
        actual,
        both.map(({ point }) => point.intervals[i]!),
      ),
    })),
    summary: `In the ${both.length === 1 ? "one year" : `${both.length} years`} known since, the projection (${method}) was off by ${off.toFixed(1)} % on average.`,
  };
}

const nothing = { points: [], smape: null, coverage: [] };

function comparedYear({ at, value, intervals }: Projection["points"][number], measured: SeriesYear) {
  const error = value - measured.value;
  return {
    year: at,
    projected: tidy(value),
    measuredValue: measured.value,
    measured: new Stored(measured.id),
    error: tidy(error),
    errorPercent: measured.value === 0 ? null : printedPercent((100 * error) / Math.abs(measured.value)),
    within: intervals
      .filter(({ low, high }) => measured.value >= low && measured.value <= high)
      .map(({ level }) => level),
  };
}
