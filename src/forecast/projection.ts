import { type BackTest, backTestOf } from "./back-test";
import { type Grid, gridOf, timeOf } from "./grid";
import { type Evidence, evidenceOf, sizesAt, type Width } from "./intervals/evidence";
import { type Interval, intervalsAround } from "./intervals/interval";
import { foretell } from "./intervals/origins";
import { pooledSizes, tried } from "./intervals/pool";
import type { Sizes } from "./intervals/sizes";
import { type Scale, scaleOf } from "./measure";
import { type MethodName, methods } from "./methods/registry";
import { type Oddity, odditiesOf } from "./oddities";
import { type Point, readPoints } from "./series";
import { type ProjectionOptions, readSettings } from "./settings";
import { unlikePast } from "./unlike-past";
import { warningsOf } from "./warnings";
import { reasonFor } from "./why";

/** A projected value and its intervals, the narrowest first. */
export interface ProjectedPoint extends Point {
  readonly intervals: readonly Interval[];
}

/** What we foretell of a series, and how far to trust it. */
export interface Projection {
  readonly points: readonly ProjectedPoint[];
  readonly method: MethodName;
  readonly why: string;
  /** The series as it was used: on equal steps, filled values marked. */
  readonly history: readonly (Point & { readonly observed: boolean })[];
  /** Null if the series is too short for one. */
  readonly backTest: BackTest | null;
  readonly oddities: readonly Oddity[];
  readonly warnings: readonly string[];
  /** What milestones are reckoned from. */
  readonly basis: Width & { readonly sizes: Sizes; readonly scale: Scale };
}

/**
 * A series carried on, with intervals that cover as often as they say, and a back-test beside it.
 *
 * @param points in any order; one is enough, but then little can be said, and the warnings say so
 * @throws TypeError if a time or value is not a number
 * @throws RangeError if there are no points, two share a time, one breaks the measure, or an option is out of range
 */
export function project(points: readonly Point[], options: ProjectionOptions): Projection {
  const { frequency, horizon, levels, measure, method } = readSettings(options);
  const read = readPoints(points, frequency, measure);
  const scale = scaleOf(
    measure,
    read.map(({ value }) => value),
  );
  const grid = gridOf(read, frequency, scale);
  const evidence = evidenceOf(methods[method], grid, horizon, scale, method === "ets" ? 10 : 40);
  const expected = pooledSizes(
    [...(options.pool ?? []).map((other) => tried(other, options)), ...(options.tried ?? [])],
    frequency,
  );
  const basis = basisOf(evidence, grid, expected, scale);
  const forecast = foretell(methods[method], grid.values, horizon, frequency, scale);
  const intervals = intervalsAround(forecast, basis, basis.sizes, levels, scale);
  const oddities = odditiesOf(grid, scale);
  const backTest = backTestOf(evidence, grid, scale, expected, levels);
  return {
    points: forecast.map((value, i) => ({ at: timeOf(grid, grid.values.length + i), value, intervals: intervals[i]! })),
    method,
    why: reasonFor(method, options.method !== undefined, grid),
    history: grid.values.map((value, i) => ({ at: timeOf(grid, i), value, observed: grid.observed[i]! })),
    backTest,
    oddities,
    warnings: [...warningsOf(grid, measure, horizon, basis.spread, oddities), ...unlikePast(backTest)],
    basis,
  };
}

function basisOf(evidence: Evidence, grid: Grid, expected: Sizes, scale: Scale): Projection["basis"] {
  const n = grid.values.length;
  return { ...evidence.width(n), sizes: sizesAt(evidence, n, expected), scale };
}
