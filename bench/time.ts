import { parse } from "graphql";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { createReadPool } from "../src/store/read-pool";
import { createRun } from "../src/store/run";
import { type Store } from "../src/store/store";
import { addRevisions } from "./history";
import { median } from "./median";
import { processorOf } from "./processor";
import { readerOver } from "./reader";
import { withServer, withShipped } from "./shipped";
import { shown } from "./table";
import { timeQuestions } from "./time-questions";

/** How long the history is that as-of questions are measured with, in revisions. */
const history = 1_000;

/** How many revisions are told to a subscriber. */
const told = 100;

/** How many questions of one time are asked before the other has its turn. */
const atOnce = 30;

/** How long Postgres is kept busy with a question of the present, in milliseconds of its processor time, which is counted in tens. */
const enough = 800;

/** As-of questions beside the same of the present, and how soon a subscriber hears of a revision. */
export async function measureTime(tell: (message: string) => void): Promise<{ rows: readonly string[][] }> {
  return withShipped(tell, async (shipped) => {
    const { store } = shipped;
    tell(`Recording ${history} revisions.`);
    await addRevisions(store, history, () => undefined);
    await store.source.query("vacuum analyze");
    const compared = await comparePast(store, tell);
    return withServer(shipped, async ({ origin }) => ({ rows: [...compared, ...(await follow(store, origin, tell))] }));
  });
}

/** The processor time that Postgres takes over a question of the past, as a multiple of what it takes over the present. */
async function comparePast({ url, pool }: Store, tell: (message: string) => void): Promise<string[][]> {
  const { rows: latest } = await pool.query<{ number: number }>("select max(number) as number from revisions");
  // Halfway into the history: as much has changed since as before.
  const then = latest[0]!.number - history / 2;
  const one = createReadPool(url, 1, tell);
  try {
    const [{ pid }] = (await one.query("select pg_backend_pid() as pid")).rows as [{ pid: number }];
    const read = readerOver(createRun(one));
    const ratios: number[] = [];
    const rows = [];
    for (const { name, query, variables } of timeQuestions) {
      tell(`Asking for ${name}, as it is and as of revision ${then}.`);
      const present = parse(query.replace("@time", ""));
      const past = parse(query.replace("@time", `@asOf(revision: ${then})`));
      const spent = { present: 0, past: 0 };
      let round = -3;
      for (; spent.present < enough; round++) {
        for (const time of ["present", "past"] as const) {
          const before = await processorOf(pid);
          for (let n = 0; n < atOnce; n++) {
            const given = variables[n % variables.length]!;
            const { errors } = await read({ document: time === "past" ? past : present, variables: given });
            if (errors) throw errors[0]!;
          }
          if (round >= 0) spent[time] += ((await processorOf(pid))! - before!) * 1000;
        }
      }
      ratios.push(spent.past / spent.present);
      const each = spent.present / (round * atOnce);
      rows.push([
        `as of a revision, ${history} of history: ${name}, to the same of the present (${shown(each)} ms)`,
        `${ratios.at(-1)!.toFixed(2)}`,
        "2",
      ]);
    }
    return [...rows, [`the same, median of ${ratios.length} questions`, median(ratios).toFixed(2), "2"]];
  } finally {
    await one.end();
  }
}

/** From the moment a recording is about to be committed until a subscriber of a server has the revision, with what it changed. */
async function follow(store: Store, origin: string, tell: (message: string) => void): Promise<string[][]> {
  const client = createClient({ url: `${origin.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket });
  try {
    tell(`Telling ${told} revisions to a subscriber.`);
    const answers = client.iterate<{ revised: { number: number } }>({
      query: "subscription { revised { number source { title } changes(first: 10) { nodes { verdict after } } } }",
    });
    const heard = new Map<number, number>();
    const listening = (async () => {
      for await (const { data } of answers) {
        heard.set(data!.revised.number, performance.now());
        if (heard.size === told) return;
      }
    })();
    const committed = new Map<number, number>();
    for (let isHeard = false; !isHeard; ) {
      const started = performance.now();
      await addRevisions(store, 1, (revision) => committed.set(revision, started));
      isHeard = heard.size === told;
    }
    await listening;
    const waits = [...heard].map(([revision, at]) => at - committed.get(revision)!);
    return [["from recording a revision until a subscriber has it, median", `${shown(median(waits))} ms`, "100 ms"]];
  } finally {
    await client.dispose();
  }
}
