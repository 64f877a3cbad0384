import type { Grid } from "../grid";
import type { Scale } from "../measure";
import type { Method } from "../methods/method";
import { missesOf } from "./misses";
import { type Origin, rollingOrigins } from "./origins";
import { growthOf, reach } from "./reach";
import { type Sizes, shrunk } from "./sizes";
import { spreadOf } from "./spread";

/** How wide intervals are, but for their level. */
export interface Width {
  /** How far one step may lead astray; null if nothing is known. */
  readonly spread: number | null;
  /** As which power of the steps ahead errors grow. */
  readonly growth: number;
}

/** All that a series tells of how far a method errs on it. */
export interface Evidence {
  readonly origins: readonly Origin[];
  /** The width as known with so many values. */
  readonly width: (known: number) => Width;
  /** The errors that had shown by then, each in the spreads known when it was made. */
  readonly seen: (known: number) => readonly number[];
}

/** Origins before the fourth have too few errors behind them to be counted in spreads. */
const warmUp = 3;

/** Tries a method through a history and gathers its errors. */
export function evidenceOf(method: Method, grid: Grid, horizon: number, scale: Scale, most?: number): Evidence {
  const origins = rollingOrigins(method, grid, Math.min(horizon, farthestOf(grid)), scale, most);
  const misses = missesOf(grid, origins, scale);
  const widths = new Map<number, Width>();
  const width = (known: number): Width => {
    const found = widths.get(known);
    if (found) return found;
    const growth = growthOf(misses, known, triedBy(origins, known));
    const made = { growth, spread: spreadOf(grid, misses, known, scale, growth) };
    widths.set(known, made);
    return made;
  };
  const counted = new Map(origins.slice(warmUp).map(({ known }) => [known, width(known)]));
  const scored = misses.flatMap(({ at, known, size, steps }) => {
    const unit = counted.get(known);
    return unit?.spread ? [{ at, size: size / (reach(steps, unit.growth) * unit.spread) }] : [];
  });
  const seen = (known: number) => scored.filter(({ at }) => at < known).map(({ size }) => size);
  return { origins, width, seen };
}

/**
 * The farthest step that errors are gathered of. Those of longer leaps than a quarter of the history come of a few places that
 * knew little, and would widen the next step by what was asked of a far one; farther steps follow by their growth.
 */
const farthestOf = ({ values }: Grid): number => Math.max(18, Math.ceil(values.length / 4));

const triedBy = (origins: readonly Origin[], by: number): number => origins.filter(({ known }) => known < by).length;

/** How slowly the own errors of a series replace what is expected of it: forty origins count as much. */
const ownPatience = 40;

/** The sizes of errors of a series, as known with so many values. */
export function sizesAt({ origins, seen }: Evidence, known: number, expected: Sizes): Sizes {
  return shrunk(seen(known), triedBy(origins.slice(warmUp), known), expected, ownPatience);
}
