import { rm } from "node:fs/promises";
import { join } from "node:path";
import { loadShipped, openGraph } from "../src/app";
import { memoryOf, runScript, serve, temporaryFolder } from "./children";
import { copyObservations, type Taken } from "./copy";
import { median } from "./median";
import { addObservations, million } from "./million";
import { shown } from "./table";

const rounds = 3;

/** A million observations taken along in each format, beside what Postgres alone can do, in turn, round by round. */
export async function measureExport(tell: (message: string) => void): Promise<{ rows: readonly string[][] }> {
  const home = await temporaryFolder();
  try {
    const store = await openGraph({ databaseUrl: undefined, home }, tell);
    try {
      tell("Loading data/, and making a million observations.");
      await loadShipped(store, () => undefined);
      await addObservations(store.pool);
      const env = { DATABASE_URL: store.url, PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "info" };
      const citegraph = await serve("src/main.js", join(home, "output"), env);
      try {
        return { rows: await measure(citegraph, store.url, tell) };
      } finally {
        await citegraph.stop();
      }
    } finally {
      await store.close();
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function measure({ pid, origin }: { pid: number; origin: string }, url: string, tell: (message: string) => void) {
  let most = await memoryOf(pid);
  const before = most;
  const watch = setInterval(() => {
    void memoryOf(pid).then((memory) => {
      most = Math.max(most, memory);
    });
  }, 100);
  const takes = {
    CSV: () => take(`${origin}/export/observations.csv`, "identity", million + 1),
    "JSON Lines": () => take(`${origin}/export/observations.jsonl`, "identity", million),
    "CSV, gzip": () => take(`${origin}/export/observations.csv`, "gzip"),
    "`COPY` by hand": async () => whole(await copyObservations(url), "COPY", million + 1),
  };
  const taken = new Map<string, Taken[]>(Object.keys(takes).map((name) => [name, []]));
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [name, work] of Object.entries(takes)) {
        const came = await work();
        taken.get(name)!.push(came);
        tell(`${name}, round ${round + 1} of ${rounds}: ${shown(came.seconds)} s`);
      }
    }
  } finally {
    clearInterval(watch);
  }
  const perSecond = (name: string) => median(taken.get(name)!.map(({ seconds }) => million / seconds));
  const rows = Object.keys(takes).map((name) => {
    const megabytes = median(taken.get(name)!.map(({ bytes, seconds }) => bytes / 1e6 / seconds));
    const aim = name.startsWith("`") ? "" : "50,000";
    return [
      `1,000,000 observations as ${name}: rows a second (MB/s)`,
      `${shown(perSecond(name))} (${shown(megabytes)})`,
      aim,
    ];
  });
  const ratio = perSecond("CSV") / perSecond("`COPY` by hand");
  return [
    ...rows,
    ["CSV as a share of `COPY` by hand", ratio.toFixed(2), ""],
    ["memory of Node before and at most while they stream", `${shown(before)}, ${shown(most)} MB`, "200 MB"],
  ];
}

async function take(url: string, encoding: string, lines?: number): Promise<Taken> {
  const taken = JSON.parse(await runScript("bench/take.js", [url, encoding], {})) as Taken;
  return lines === undefined ? taken : whole(taken, url, lines);
}

/** What was taken. Throws Error unless it has as many lines as it should. */
function whole(taken: Taken, what: string, lines: number): Taken {
  if (taken.lines !== lines) throw new Error(`${what}: expected ${lines} lines, got ${taken.lines}`);
  return taken;
}
