import { openAsker } from "../ask";
import { median } from "../median";
import { questions } from "../questions";
import { type Shipped, withServer } from "../shipped";
import { shown } from "../table";

/** How many light questions are asked in a round, how many heavy ones at a time, and how many rounds there are. */
const light = 1_500;
const heavy = 4;
const rounds = 5;

/** How long a light question takes while scoring is at full load, beside how long it takes with nothing else to do. */
export async function measureBeside(shipped: Shipped, tell: (message: string) => void): Promise<string[][]> {
  return withServer(shipped, async ({ origin }) => {
    const [idle, loaded]: [number[], number[]] = [[], []];
    await latencies(origin);
    let done = 0;
    // In turn, so that both meet the same machine.
    for (let round = 0; round < rounds; round++) {
      idle.push(p99(await latencies(origin)));
      const load = keepBusy(origin, round);
      await load.begun;
      loaded.push(p99(await latencies(origin)));
      done += await load.end();
      tell(`round ${round + 1} of ${rounds}: p99 ${shown(idle.at(-1)!)} ms, under load ${shown(loaded.at(-1)!)} ms`);
    }
    const ratio = median(loaded.map((value, i) => value / idle[i]!));
    return [
      ["a light question, p99 with nothing else to do", `${shown(median(idle))} ms`, ""],
      [
        `the same while ${heavy} consensus rankings are reckoned at a time (${done} done)`,
        `${shown(median(loaded))} ms`,
        "",
      ],
      [`ratio, median of ${rounds} rounds`, shown(ratio), "3"],
    ];
  });
}

/** How long each of some light questions took, asked one after the other, in milliseconds. */
async function latencies(origin: string): Promise<number[]> {
  const asker = openAsker(origin);
  const [{ query, variables }] = questions as [(typeof questions)[number]];
  const bodies = variables.map((given) => JSON.stringify({ query, variables: given }));
  const taken: number[] = [];
  for (let n = 0; n < light; n++) {
    const before = performance.now();
    await asker.ask(bodies[n % bodies.length]!);
    taken.push(performance.now() - before);
  }
  asker.close();
  return taken;
}

const p99 = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)]!;

function requireStopped(error: Error): void {
  if (!error.message.includes("QUERY_TIMEOUT")) throw error;
}

/** Asks heavy questions, each with a seed of its own, until it is ended; answers how many were answered. */
function keepBusy(origin: string, round: number) {
  let isOver = false;
  let done = 0;
  let begin: () => void;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const askers = Array.from({ length: heavy }, async (_, i) => {
    const asker = openAsker(origin);
    for (let n = 0; !isOver; n++) {
      const seed = round * 10_000 + i * 1_000 + n;
      const query = `{ consensusRanking(input: { draws: 100, seed: ${seed} }) { places(first: 10) { rank interval { low high } } } }`;
      const asked = asker.ask(JSON.stringify({ query }));
      setTimeout(begin, 500);
      // On a busy machine one may be stopped for the time it took; it kept the server as busy.
      await asked.then(() => done++, requireStopped);
    }
    asker.close();
  });
  return {
    begun,
    end: async () => {
      isOver = true;
      await Promise.all(askers);
      return done;
    },
  };
}
