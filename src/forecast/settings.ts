import type { Tried } from "./intervals/pool";
import { anyNumber, type Measure } from "./measure";
import { type MethodName, methodNames } from "./methods/registry";
import type { Frequency, Point } from "./series";

/** What is asked of a projection. */
export interface ProjectionOptions {
  /** How many steps ahead, from 1 to 200. */
  readonly horizon: number;
  /** Steps a year, from 1 to 366; 1 if not given. */
  readonly frequency?: Frequency;
  /** What kind of number it is; any number if not given. */
  readonly measure?: Measure;
  /** The combination if not given. */
  readonly method?: MethodName;
  /** Probabilities of the intervals, above 0 and below 1; 0.5, 0.8 and 0.95 if not given. */
  readonly levels?: readonly number[];
  /** Series of the same kind, whose errors stand in where this one is too short to tell. */
  readonly pool?: readonly (readonly Point[])[];
  /** The same, on which the method was tried already, with the same horizon, frequency and measure. */
  readonly tried?: readonly Tried[];
}

/** The farthest step that is projected. */
const farthest = 200;

/** What is asked, with what was left out filled in and levels in order. */
export interface Settings {
  readonly horizon: number;
  readonly frequency: Frequency;
  readonly measure: Measure;
  readonly method: MethodName;
  readonly levels: readonly number[];
}

/** @throws RangeError if an option is out of range, saying what was expected */
export function readSettings(options: ProjectionOptions): Settings {
  const { frequency = 1, horizon, levels = [0.5, 0.8, 0.95], measure = anyNumber, method = "combination" } = options;
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > farthest)
    throw new RangeError(`a projection expects a horizon of 1 to ${farthest} steps, got ${horizon}`);
  if (!methodNames.includes(method))
    throw new RangeError(`a projection expects one of the methods ${methodNames.join(", ")}, got ${method}`);
  if (levels.length === 0)
    throw new RangeError("a projection expects at least one level: no number without an interval");
  for (const level of levels)
    if (!(level > 0 && level < 1))
      throw new RangeError(`a level expects a probability above 0 and below 1, got ${level}`);
  return { frequency, horizon, measure, method, levels: [...new Set(levels)].sort((a, b) => a - b) };
}
