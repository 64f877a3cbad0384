import { type Store } from "../src/store/store";
import { openAsker } from "./ask";
import { median } from "./median";
import { shown } from "./table";

/** What somebody else asks all the time: near to what one operation may cost. */
const heavy = `{ cities(first: 400) { nodes { name
  placements(first: 20) { totalCount nodes { rank edition { title ranking { name } } evidence { status claims { text source { title } } } } }
  observations(first: 10) { nodes { text indicator { name } } } } } }`;

const light = `query Q1($slug: Slug!) { rankingEdition(slug: $slug) { title year
  placements(first: 10) { nodes { rank score city { slug name country { slug name } } } } } }`;

const rounds = 5;
const seconds = 4;

/** The wait for the first ten of an edition, over one connection, with nobody else there and beside a heavy query that is asked in a loop. */
export async function measureBeside(store: Store, origin: string, tell: (message: string) => void) {
  const { rows } = await store.pool.query<{ id: string }>("select id from ranking_editions order by md5(id) limit 50");
  const bodies = rows.map(({ id }) => JSON.stringify({ query: light, variables: { slug: id } }));
  const [asker, other] = [openAsker(origin), openAsker(origin)];
  try {
    const body = JSON.stringify({ query: heavy });
    const started = performance.now();
    const bytes = (await other.ask(body)).length;
    tell(`The heavy query takes ${shown(performance.now() - started)} ms and answers ${shown(bytes / 1e6)} MB.`);
    const came: { idle: number[]; beside: number[]; heavy: number[] } = { idle: [], beside: [], heavy: [] };
    for (let round = 0; round <= rounds; round++) {
      const idle = p99(await waits(asker, bodies));
      let isOver = false;
      const loop = (async () => {
        let asked = 0;
        for (; !isOver; asked++) await other.ask(body);
        return asked;
      })();
      const beside = p99(await waits(asker, bodies));
      isOver = true;
      const heavies = await loop;
      if (round === 0) continue;
      came.idle.push(idle);
      came.beside.push(beside);
      came.heavy.push(heavies);
      tell(`Round ${round} of ${rounds}: p99 ${shown(idle)} ms, beside ${heavies} heavy ones ${shown(beside)} ms`);
    }
    const ratio = median(came.beside.map((wait, i) => wait / came.idle[i]!));
    return {
      rows: [
        ["the first ten of an edition, p99 with nobody else", `${shown(median(came.idle))} ms`, ""],
        ["the same beside a heavy query in a loop", `${shown(median(came.beside))} ms`, ""],
        [`ratio, median of ${rounds} rounds`, ratio.toFixed(2), "3"],
      ],
    };
  } finally {
    asker.close();
    other.close();
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
