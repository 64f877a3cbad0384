import type { Grid } from "../grid";
import type { Scale } from "../measure";
import type { Origin } from "./origins";

/** One error of the past. */
export interface Miss {
  /** How much was known when it was made. */
  readonly known: number;
  /** Where it showed. */
  readonly at: number;
  /** How many steps ahead that was, from 1. */
  readonly steps: number;
  readonly size: number;
  /** The root of its size, by which errors are averaged. */
  readonly root: number;
}

/** The errors of the origins against what was observed, in order of origin; filled-in values are no evidence. */
export function missesOf({ observed, values }: Grid, origins: readonly Origin[], scale: Scale): Miss[] {
  const misses: Miss[] = [];
  for (const { forecast, known } of origins)
    for (let step = 0; step < forecast.length; step++) {
      const at = known + step;
      if (!observed[at]) continue;
      const size = Math.min(scale.distance(values[at]!, forecast[step]!), scale.largest);
      misses.push({ known, at, steps: step + 1, size, root: Math.sqrt(size) });
    }
  return misses;
}
