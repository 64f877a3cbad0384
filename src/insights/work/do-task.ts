import { type Task, tasks } from "./tasks";

/** One piece of work. */
export interface Job {
  readonly task: string;
  readonly input: unknown;
}

/** Does a piece of work in this thread. @throws RangeError where the input cannot be right */
export function doTask({ task, input }: Job, known: Readonly<Record<string, Task>> = tasks): unknown {
  const work = known[task];
  if (!work) throw new TypeError(`no task ${task}`);
  return work(input as never);
}
