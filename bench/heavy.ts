import { type Store } from "../src/store/store";
import { openAsker, post } from "./ask";
import { median } from "./median";
import { shown } from "./table";

/** What somebody else asks all the time: as much as one statement brings, and what is reckoned in threads, each time anew. */
const heavies: Readonly<Record<string, (turn: number) => string>> = {
  "a heavy query": () => stored,
  "a consensus of lists": (turn) =>
    `{ consensusRanking(input: { draws: 1000, seed: ${turn} }) { places(first: 5) { rank } } }`,
  "a projection": (turn) =>
    `{ projection(input: { subject: "Country:cn", indicator: "urban-population-share", horizon: ${10 + (turn % 90)} }) { points(first: 3) { value } } }`,
};

const stored = `{ cities(first: 380) { nodes { name
  placements(first: 20) { totalCount nodes { rank edition { title ranking { name } } evidence { status claims { text source { title } } } } }
  observations(first: 10) { nodes { text indicator { name } } } } } }`;

const light = `query Q1($slug: Slug!) { rankingEdition(slug: $slug) { title year
  placements(first: 10) { nodes { rank score city { slug name country { slug name } } } } } }`;

const rounds = 5;
const seconds = 3;

/** The wait for the first ten of an edition, over one connection: with nobody else there, and beside each heavy one, asked in a loop. */
export async function measureBeside(store: Store, origin: string, tell: (message: string) => void) {
  const { rows } = await store.pool.query<{ id: string }>("select id from ranking_editions order by md5(id) limit 50");
  const bodies = rows.map(({ id }) => JSON.stringify({ query: light, variables: { slug: id } }));
  const asker = openAsker(origin);
  let turn = 0;
  try {
    const measured: string[][] = [];
    for (const [what, heavy] of Object.entries(heavies)) {
      const came: { idle: number[]; beside: number[]; heavy: number[] } = { idle: [], beside: [], heavy: [] };
      for (let round = 0; round <= rounds; round++) {
        const idle = p99(await waits(asker, bodies));
        let isOver = false;
        const taken: number[] = [];
        const loop = (async () => {
          while (!isOver) {
            const started = performance.now();
            // What takes longer than it may is stopped, and has been heavy all the same.
            await post(origin, JSON.stringify({ query: heavy(turn++) }));
            taken.push(performance.now() - started);
          }
        })();
        // A heavy one that is refused is told when all have been waited for.
        loop.catch(() => undefined);
        const beside = p99(await waits(asker, bodies));
        isOver = true;
        await loop;
        if (round === 0) continue;
        came.idle.push(idle);
        came.beside.push(beside);
        came.heavy.push(median(taken));
        tell(`${what}, round ${round} of ${rounds}: p99 ${shown(idle)} ms, beside it ${shown(beside)} ms`);
      }
      const ratio = median(came.beside.map((wait, i) => wait / came.idle[i]!));
      const [idle, beside, each] = [came.idle, came.beside, came.heavy].map((values) => shown(median(values)));
      measured.push(
        [
          `first ten of an edition, p99 with nobody else, and beside ${what} of ${each} ms in a loop`,
          `${idle}, ${beside} ms`,
          "",
        ],
        [`the same, ratio, median of ${rounds} rounds`, ratio.toFixed(2), "3"],
      );
    }
    return { rows: measured };
  } finally {
    asker.close();
  }
}

type Asker = ReturnType<typeof openAsker>;

async function waits(asker: Asker, bodies: readonly string[]): Promise<number[]> {
  const taken: number[] = [];
  const until = performance.now() + seconds * 1000;
  for (let at = 0; performance.now() < until; at++) {
    const started = performance.now();
    await asker.ask(bodies[at % bodies.length]!);
    taken.push(performance.now() - started);
  }
  return taken;
}

const p99 = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)]!;
