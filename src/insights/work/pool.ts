import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import { Piscina } from "piscina";
import { Turns } from "../../fair/turns";
import { type Work } from "../../graph/reckoned";
import { asFault, cancelled, overloaded, overloadedByOne, tooLong } from "./fault";

/** How long one piece of work may take, and may wait, in seconds; how many may wait, and of one who asks how many. */
const most = { seconds: 20, waiting: 16, waitingOfOne: 8 };

/** Threads that do long work, so that light questions need not wait for it. */
export interface Pool {
  readonly work: Work;
  close(): Promise<void>;
}

/**
 * A pool in which those who ask take turns, whose threads start when there is work and end when there is none. One core is
 * left to those who answer, and threads are nicer than they are.
 *
 * @param execArgv options of Node for the threads
 */
export function createPool(execArgv: string[] = []): Pool {
  let pool: Piscina | undefined;
  const threads = Math.max(1, availableParallelism() - 1);
  const open = () =>
    new Piscina({
      filename: join(__dirname, `worker${extname(__filename)}`),
      execArgv: [...process.execArgv, ...execArgv],
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 10_000,
      niceIncrement: 10,
    });
  // What waits, waits here: Piscina has it wait by order of coming, without a bound where it may be given up, and does not
  // go on by itself where what ran was given up.
  const turns = new Turns(threads, threads);

  async function takeTurn(who: string, signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted) throw cancelled();
    if (turns.waitingOf() >= most.waiting) throw overloaded();
    if (turns.waitingOf(who) >= most.waitingOfOne) throw overloadedByOne(most.waitingOfOne);
    const turn = turns.take(who, most.seconds * 1_000, signal);
    if (!turn) return;
    await turn.catch(() => {
      throw signal?.aborted ? cancelled() : overloaded();
    });
  }

  return {
    work: async (task, input, signal, who = "") => {
      pool ??= open();
      await takeTurn(who, signal);
      const limit = AbortSignal.timeout(most.seconds * 1_000);
      try {
        return await pool.run({ task, input }, { signal: signal ? AbortSignal.any([signal, limit]) : limit });
      } catch (error) {
        if (signal?.aborted) throw cancelled();
        if (limit.aborted) throw tooLong(most.seconds);
        throw asFault(error);
      } finally {
        turns.give(who);
      }
    },
    close: async () => pool?.destroy(),
  };
}
