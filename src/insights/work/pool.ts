import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import { Piscina } from "piscina";
import { type Work } from "../../graph/reckoned";
import { asFault, cancelled, overloaded, tooLong } from "./fault";

/** How long one piece of work may take, in seconds, and how many may wait. */
const most = { seconds: 20, waiting: 16 };

/** Threads that do long work, so that light questions need not wait for it. */
export interface Pool {
  readonly work: Work;
  close(): Promise<void>;
}

/**
 * A pool whose threads start when there is work and end when there is none. One core is left to those who answer, and
 * threads are nicer than they are.
 *
 * @param execArgv options of Node for the threads
 */
export function createPool(execArgv: string[] = []): Pool {
  let pool: Piscina | undefined;
  const open = () =>
    new Piscina({
      filename: join(__dirname, `worker${extname(__filename)}`),
      execArgv: [...process.execArgv, ...execArgv],
      minThreads: 0,
      maxThreads: Math.max(1, availableParallelism() - 1),
      maxQueue: most.waiting,
      idleTimeout: 10_000,
      niceIncrement: 10,
    });
  return {
    work: async (task, input, signal) => {
      pool ??= open();
      const limit = AbortSignal.timeout(most.seconds * 1_000);
      try {
        return await pool.run({ task, input }, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
      } catch (error) {
        if (signal?.aborted) throw cancelled();
        if (limit.aborted) throw tooLong(most.seconds);
        if (error instanceof Error && /queue is at limit|No task queue available/.test(error.message))
          throw overloaded();
        throw asFault(error);
      }
    },
    close: async () => pool?.destroy(),
  };
}
