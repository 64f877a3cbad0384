import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "graphql";
import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { loadShipped, model, openGraph, schema } from "../src/app";
import { createReader } from "../src/graph/read/reader";
import { createReadPool } from "../src/store/read-pool";
import { createRun } from "../src/store/run";
import { type Store } from "../src/store/store";
import { serve, temporaryFolder } from "./children";
import { addRevisions } from "./history";
import { median } from "./median";
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
  const home = await temporaryFolder();
  try {
    const store = await openGraph({ databaseUrl: undefined, home }, tell);
    try {
      tell(`Loading data/, and recording ${history} revisions on top of it.`);
      await loadShipped(store, () => undefined);
      await addRevisions(store, history, () => undefined);
      await store.source.query("vacuum analyze");
      return { rows: [...(await comparePast(store, tell)), ...(await follow(store, home, tell))] };
    } finally {
      await store.close();
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** The processor time that Postgres takes over a question of the past, as a multiple of what it takes over the present. */
async function comparePast({ url, pool }: Store, tell: (message: string) => void): Promise<string[][]> {
  const { rows: latest } = await pool.query<{ number: number }>("select max(number) as number from revisions");
  // Halfway into the history: as much has changed since as before.
  const then = latest[0]!.number - history / 2;
  const one = createReadPool(url, 1, tell);
  try {
    const { rows: pids } = await one.query<{ pid: number }>("select pg_backend_pid() as pid");
    const read = createReader(schema, model, createRun(one), async () => [], { publicUrl: "http://127.0.0.1:4000" });
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
          const before = processorTime(pids[0]!.pid);
          for (let n = 0; n < atOnce; n++) {
            const given = variables[n % variables.length]!;
            const { errors } = await read({ document: time === "past" ? past : present, variables: given });
            if (errors) throw errors[0]!;
          }
          if (round >= 0) spent[time] += processorTime(pids[0]!.pid) - before;
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

/** The processor time that a process has taken so far, in milliseconds. */
function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** From the moment a recording is about to be committed until a subscriber of a server has the revision, with what it changed. */
async function follow(store: Store, home: string, tell: (message: string) => void): Promise<string[][]> {
  const env = { DATABASE_URL: store.url, PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "info" };
  const citegraph = await serve("src/main.js", join(home, "output"), env);
  const client = createClient({ url: `${citegraph.origin.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket });
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
    await citegraph.stop();
  }
}
