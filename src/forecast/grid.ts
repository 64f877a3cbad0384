import type { Scale } from "./measure";
import type { Frequency, Point } from "./series";

/** A series at equal steps, without holes. */
export interface Grid {
  /** The time of the first value, in years. */
  readonly start: number;
  readonly frequency: Frequency;
  readonly values: readonly number[];
  /** Whether each value was observed; the others lie on the straight line, on the measure's scale, between neighbours. */
  readonly observed: readonly boolean[];
  readonly warnings: readonly string[];
}

/** A hole so long that what lies before it tells little of what comes after. */
const longGap = 10;

/** More steps than these are a slip in the times, such as milliseconds taken for years, and would fill the memory. */
const longest = 100_000;

/**
 * Points on equal steps. Missing steps are filled between their neighbours; before a gap of ten steps or more the series
 * is cut off if at least four points follow it. Both are said in the warnings.
 *
 * @param points in order, on the steps of the frequency
 * @throws RangeError if they lie more than 100,000 steps apart
 */
export function gridOf(points: readonly Point[], frequency: Frequency, scale: Scale): Grid {
  const warnings: string[] = [];
  const kept = points.slice(cut(points, frequency, warnings));
  const start = kept[0]!.at;
  const values: number[] = [];
  const observed: boolean[] = [];
  kept.forEach(({ at, value }, i) => {
    const place = Math.round((at - start) * frequency);
    const before = kept[i - 1]?.value ?? value;
    const from = values.length;
    if (place >= longest)
      throw new RangeError(
        `a series expects at most ${longest} steps from its first value to its last, got ${place + 1}: give a frequency that fits its times`,
      );
    for (let missing = from; missing < place; missing++) {
      const share = (missing - from + 1) / (place - from + 1);
      values.push(scale.from(scale.to(before) + share * (scale.to(value) - scale.to(before))));
      observed.push(false);
    }
    values.push(value);
    observed.push(true);
  });
  const filled = observed.filter((seen) => !seen).length;
  if (filled > 0)
    warnings.push(`${filled} of ${values.length} steps have no value; they were filled between their neighbours`);
  return { start, frequency, values, observed, warnings };
}

function cut(points: readonly Point[], frequency: Frequency, warnings: string[]): number {
  for (let i = points.length - 1; i > 0; i--) {
    const gap = Math.round((points[i]!.at - points[i - 1]!.at) * frequency);
    if (gap <= longGap) continue;
    const span = `nothing is known between ${points[i - 1]!.at} and ${points[i]!.at}`;
    if (points.length - i >= 4) {
      warnings.push(`${span}; only what follows was used`);
      return i;
    }
    warnings.push(`${span}; what was filled in there is a guess`);
  }
  return 0;
}

/** The time of a step, in years; a step at or beyond the number of values lies in the future. */
export function timeOf({ frequency, start }: Pick<Grid, "frequency" | "start">, step: number): number {
  const at = start + step / frequency;
  return frequency === 1 ? Math.round(at * 1e6) / 1e6 : Math.round(at * 1e4) / 1e4;
}
