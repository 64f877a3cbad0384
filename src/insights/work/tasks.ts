import { changesUp, choicesThatCount, scoredIndex, simulated } from "../composite/composite-task";
import { projections, tries } from "../projections/project-task";
import { agreements } from "../rankings/compare/agreement-task";
import { consensus } from "../rankings/consensus/consensus-task";

/** A task: plain data in, plain data out, and nothing else. */
export type Task = (input: never) => unknown;

/** What is done in another thread, by name. */
export const tasks: Readonly<Record<string, Task>> = {
  agreements,
  consensus,
  scoredIndex,
  simulated,
  choicesThatCount,
  changesUp,
  projections,
  tries,
};
