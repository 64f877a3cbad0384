import { join } from "node:path";
import { loadShipped } from "../src/app";
import { openGraph } from "../src/open-graph";
import { openAsker } from "./ask";
import { memoryOf, runScript, type Serving, serve } from "./children";
import { median } from "./median";
import { shown } from "./table";

/** What the starts and loads took, and the running server and its database, now with the gazetteer. */
export interface Started {
  readonly rows: readonly string[][];
  readonly citegraph: Serving;
  readonly databaseUrl: string;
}

/** Starts Citegraph on a fresh home and again, loads what is known already, and adds the gazetteer. */
export async function measureStarts(home: string, tell: (message: string) => void): Promise<Started> {
  tell("Starting on a fresh home.");
  const first = await start(home);
  await first.citegraph.stop();
  tell("Starting again, three times.");
  const later = [await startAndStop(home), await startAndStop(home)];
  const last = await start(home);
  later.push(last);
  const { citegraph } = last;
  const store = await openGraph({ databaseUrl: undefined, home }, tell, "join");
  try {
    tell("Loading data/ again.");
    const loads: number[] = [];
    for (let i = 0; i < 5; i++) loads.push(await timed(() => loadShipped(store, tell)));
    tell("Adding the gazetteer.");
    const gazetteer = await timed(() => runScript("src/cli.js", ["gazetteer"], { CITEGRAPH_HOME: home }));
    const rows = [
      ["first start, until a question is answered", `${shown(first.seconds)} s`, "15 s"],
      ["memory of Node after it", `${shown(first.memory)} MB`, "250 MB"],
      ["later start (median of 3)", `${shown(median(later.map(({ seconds }) => seconds)))} s`, "3 s"],
      ["memory of Node after it", `${shown(median(later.map(({ memory }) => memory)))} MB`, "250 MB"],
      ["loading `data/` again, unchanged (median of 5)", `${shown(median(loads))} s`, "0.5 s"],
      ["adding the gazetteer, the whole command", `${shown(gazetteer)} s`, "20 s"],
    ];
    return { rows, citegraph, databaseUrl: store.url };
  } catch (error) {
    await citegraph.stop();
    throw error;
  } finally {
    await store.close();
  }
}

async function start(home: string) {
  const started = performance.now();
  const env = {
    CITEGRAPH_HOME: home,
    DATABASE_URL: "",
    PORT: "0",
    HOST: "127.0.0.1",
    LOG_LEVEL: "info",
    CITEGRAPH_CACHE_MB: "0",
    CITEGRAPH_RATE: "0",
  };
  const citegraph = await serve("src/main.js", join(home, "output"), env);
  const asker = openAsker(citegraph.origin);
  await asker.ask(JSON.stringify({ query: '{ city(slug: "shanghai-cn") { name } }' }));
  asker.close();
  const seconds = (performance.now() - started) / 1000;
  return { citegraph, seconds, memory: await memoryOf(citegraph.pid) };
}

async function startAndStop(home: string) {
  const started = await start(home);
  await started.citegraph.stop();
  return started;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
