import { gridOf } from "../grid";
import { anyNumber, type Measure, scaleOf } from "../measure";
import { type MethodName, methods } from "../methods/registry";
import { type Frequency, type Point, readPoints } from "../series";
import { evidenceOf } from "./evidence";
import { type Sizes, shrunk, usualSizes } from "./sizes";

/** Sixty origins of other series weigh as much as what is expected of series at large. */
const poolPatience = 60;

/** How a method did on one series: plain data, so that it can be kept and handed on. */
export interface Tried {
  /** The sizes of its errors, each counted in the spreads of its own series, so that small and large ones can be pooled. */
  readonly sizes: readonly number[];
  /** From how many origins they come; 0 where the series is too short to be tried. */
  readonly origins: number;
}

/** How a method is tried. */
export interface Trying {
  /** How many steps ahead. */
  readonly horizon: number;
  /** Steps a year; 1 if not given. */
  readonly frequency?: Frequency;
  /** Any number if not given. */
  readonly measure?: Measure;
  /** The combination if not given. */
  readonly method?: MethodName;
}

/**
 * Tries a method on one series, for others of its kind to be told by.
 *
 * @throws TypeError if a time or value is not a number
 * @throws RangeError if there are no points, two share a time, or one breaks the measure
 */
export function tried(points: readonly Point[], trying: Trying): Tried {
  const { horizon, frequency = 1, measure = anyNumber, method = "combination" } = trying;
  const read = readPoints(points, frequency, measure);
  const scale = scaleOf(
    measure,
    read.map(({ value }) => value),
  );
  const grid = gridOf(read, frequency, scale);
  const { origins, seen } = evidenceOf(methods[method], grid, horizon, scale, 20);
  const sizes = seen(grid.values.length);
  return { sizes, origins: sizes.length > 0 ? origins.length : 0 };
}

/** The sizes of errors over similar series, each tried by itself; what is usual at large where there are none. */
export function pooledSizes(pool: readonly Tried[], frequency: Frequency): Sizes {
  const origins = pool.reduce((total, one) => total + one.origins, 0);
  return shrunk(
    pool.flatMap(({ sizes }) => sizes),
    origins,
    usualSizes(frequency),
    poolPatience,
  );
}
