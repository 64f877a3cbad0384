import { gridOf } from "../grid";
import { type Measure, scaleOf } from "../measure";
import { type MethodName, methods } from "../methods/registry";
import { type Frequency, type Point, readPoints } from "../series";
import { evidenceOf } from "./evidence";
import { type Sizes, shrunk, usualSizes } from "./sizes";

/** Sixty origins of other series weigh as much as what is expected of series at large. */
const poolPatience = 60;

/**
 * The sizes of errors over similar series, each counted in its own spreads, so that small and large ones can be pooled.
 *
 * @param pool series of the same frequency and measure; series too short to be tried add nothing
 */
export function pooledSizes(
  pool: readonly (readonly Point[])[],
  method: MethodName,
  horizon: number,
  frequency: Frequency,
  measure: Measure,
): Sizes {
  let origins = 0;
  const sizes = pool.flatMap((points) => {
    const read = readPoints(points, frequency, measure);
    const scale = scaleOf(
      measure,
      read.map(({ value }) => value),
    );
    const grid = gridOf(read, frequency, scale);
    const { origins: tried, seen } = evidenceOf(methods[method], grid, horizon, scale, 20);
    const own = seen(grid.values.length);
    if (own.length > 0) origins += tried.length;
    return own;
  });
  return shrunk(sizes, origins, usualSizes, poolPatience);
}
