import type { Grid } from "../grid";
import type { Scale } from "../measure";
import type { Method } from "../methods/method";
import { type Miss, missesOf } from "./misses";
import { type Origin, rollingOrigins } from "./origins";
import { type Sizes, shrunk } from "./sizes";
import { spreadOf } from "./spread";

/** All that a series tells of how far a method errs on it. */
export interface Evidence {
  readonly origins: readonly Origin[];
  readonly misses: readonly Miss[];
  /** How far one step may lead astray, as known with so many values; null if nothing is known. */
  readonly spread: (known: number) => number | null;
  /** The errors that had shown by then, each in the spreads known when it was made. */
  readonly seen: (known: number) => readonly number[];
}

/** Origins before the fourth have too few errors behind them to be counted in spreads. */
const warmUp = 3;

/** Tries a method through a history and gathers its errors. */
export function evidenceOf(method: Method, grid: Grid, horizon: number, scale: Scale, most?: number): Evidence {
  const origins = rollingOrigins(method, grid, horizon, scale, most);
  const misses = missesOf(grid, origins, scale);
  const spreads = new Map<number, number | null>();
  const spread = (known: number): number | null => {
    const found = spreads.get(known) ?? spreadOf(grid, misses, known, scale);
    spreads.set(known, found);
    return found;
  };
  const counted = new Map(origins.slice(warmUp).map(({ known }) => [known, spread(known)]));
  const scored = misses.flatMap((miss) => {
    const unit = counted.get(miss.known);
    return unit ? [{ at: miss.at, size: miss.size / unit }] : [];
  });
  const seen = (known: number) => scored.filter(({ at }) => at < known).map(({ size }) => size);
  return { origins, misses, spread, seen };
}

/** How slowly the own errors of a series replace what is expected of it: fifteen origins count as much. */
const ownPatience = 15;

/** The sizes of errors of a series, as known with so many values. */
export function sizesAt({ origins, seen }: Evidence, known: number, expected: Sizes): Sizes {
  const tried = origins.slice(warmUp).filter((origin) => origin.known < known).length;
  return shrunk(seen(known), tried, expected, ownPatience);
}
