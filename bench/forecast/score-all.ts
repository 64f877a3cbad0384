import { availableParallelism } from "node:os";
import { extname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Asked } from "./arguments";
import type { Case } from "./cases";
import { type Score, scoreOf } from "./score";

/** So few series are not worth starting threads for. */
const few = 500;

/** How many series are foretold before the clock counts, so that it does not time the compiler. */
const warmUp = 150;

/**
 * The scores of all series, in their order; large collections are shared out among threads.
 *
 * @param tell hears how many are done
 */
export async function scoreAll(cases: readonly Case[], asked: Asked, tell: (done: number) => void): Promise<Score[]> {
  const threads = cases.length < few ? 1 : availableParallelism();
  if (threads === 1) return scored(cases, asked, () => tell(1));
  // Dealt out like cards: neighbours in a file are of one length.
  const hands = Array.from({ length: threads }, (_, hand) => cases.filter((_, i) => i % threads === hand));
  const scores = await Promise.all(hands.map((hand) => inThread(hand, asked, tell)));
  // The clock of the processor runs for all threads: each did its part.
  return cases.map((_, i) => {
    const score = scores[i % threads]![Math.floor(i / threads)]!;
    return { ...score, processor: score.processor / threads };
  });
}

/** The scores of some series, in this thread. */
export function scored(cases: readonly Case[], asked: Asked, tell: () => void): Score[] {
  for (const one of cases.slice(0, warmUp)) scoreOf(one, asked);
  return cases.map((one) => {
    const score = scoreOf(one, asked);
    tell();
    return score;
  });
}

function inThread(cases: readonly Case[], asked: Asked, tell: (done: number) => void): Promise<Score[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, `thread${extname(__filename)}`), { workerData: { cases, asked } });
    worker.on("message", (message: { done: number } | { scores: Score[] }) => {
      if ("done" in message) tell(message.done);
      else resolve(message.scores);
    });
    worker.on("error", reject);
  });
}
