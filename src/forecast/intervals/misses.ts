import type { Grid } from "../grid";
import type { Scale } from "../measure";
import type { Origin } from "./origins";
import { reach } from "./reach";

/** One error of the past: how much was known when it was made, where it showed, and its size brought back to one step. */
export interface Miss {
  readonly known: number;
  readonly at: number;
  readonly size: number;
}

/** The errors of the origins against what was observed, in order of origin; filled-in values are no evidence. */
export function missesOf({ observed, values }: Grid, origins: readonly Origin[], scale: Scale): Miss[] {
  const misses: Miss[] = [];
  for (const { forecast, known } of origins)
    for (let step = 0; step < forecast.length; step++) {
      const at = known + step;
      if (!observed[at]) continue;
      const size = Math.min(scale.distance(values[at]!, forecast[step]!), scale.largest) / reach(step + 1);
      misses.push({ known, at, size });
    }
  return misses;
}
