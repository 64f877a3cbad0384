import type { Scale } from "../measure";

/** What a method makes of a history. */
export interface Fit {
  /** The numbers it foretells, one a step, as many as the horizon. */
  readonly forecast: readonly number[];
  /**
   * What it would have said of each number of the history one step before; as long as the history. Reckoned when it is read:
   * a back-test fits hundreds of times and never asks.
   */
  readonly fitted: readonly number[];
  /** The numbers it chose, by name. */
  readonly parameters: Readonly<Record<string, number>>;
}

/** What a method may know of a history beside its numbers. */
export interface Setting {
  /** How many steps make a year, or whatever else comes round again. */
  readonly period: number;
  /** The scale that the numbers are on. */
  readonly scale: Scale;
  /** Whether a quick search will do, as in the many fits of a back-test: its optimum is off by less than shows. */
  readonly quick?: boolean;
}

/**
 * A way to carry a series on.
 *
 * @param history equally spaced finite numbers on the scale of the measure, oldest first; at least one
 * @param horizon how many steps ahead, at least 1
 */
export type Method = (history: readonly number[], horizon: number, setting: Setting) => Fit;
