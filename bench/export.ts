import { runScript } from "./children";
import { copyObservations, type Taken } from "./copy";
import { median } from "./median";
import { addObservations, million } from "./million";
import { withServer, withShipped } from "./shipped";
import { shown } from "./table";
import { type Effort, openWatch } from "./watch";

const rounds = 3;

/** A million observations taken along in each format, beside what Postgres alone can do, in turn, round by round. */
export async function measureExport(tell: (message: string) => void): Promise<{ rows: readonly string[][] }> {
  return withShipped(tell, async (shipped) => {
    tell("Making a million observations, which takes a minute or two.");
    await addObservations(shipped.store.pool);
    return withServer(shipped, async (citegraph) => ({ rows: await measure(citegraph, shipped.store.url, tell) }));
  });
}

async function measure({ pid, origin }: { pid: number; origin: string }, url: string, tell: (message: string) => void) {
  const takes = {
    CSV: () => take(`${origin}/export/observations.csv`, "identity", million + 1),
    "JSON Lines": () => take(`${origin}/export/observations.jsonl`, "identity", million),
    "CSV, gzip": () => take(`${origin}/export/observations.csv`, "gzip"),
    [byHand]: async () => whole(await copyObservations(url), "COPY", million + 1),
  };
  const came = new Map<string, (Taken & Effort)[]>(Object.keys(takes).map((name) => [name, []]));
  const watch = await openWatch(pid, url);
  const before = watch.most();
  try {
    for (let round = 1; round <= rounds; round++) {
      for (const [name, work] of Object.entries(takes)) {
        const { result, node, postgres } = await watch.during(work);
        came.get(name)!.push({ ...result, node, postgres });
        const [speed, effort] = [shown(million / result.seconds), `${shown(node)} s and ${shown(postgres)} s`];
        tell(`${name}, round ${round} of ${rounds}: ${speed} rows a second; processor of Node and Postgres: ${effort}`);
      }
    }
  } finally {
    await watch.stop();
  }
  const most = watch.most();
  const of = (name: string, figure: (taken: Taken & Effort) => number) => median(came.get(name)!.map(figure));
  const perSecond = (name: string) => of(name, ({ seconds }) => million / seconds);
  const rows = Object.keys(takes).flatMap((name) => {
    const megabytes = of(name, ({ bytes, seconds }) => bytes / 1e6 / seconds);
    const [node, postgres] = [of(name, (taken) => taken.node), of(name, (taken) => taken.postgres)];
    const what = `1,000,000 observations as ${name}`;
    return [
      [
        `${what}: rows a second (MB/s)`,
        `${shown(perSecond(name))} (${shown(megabytes)})`,
        name === byHand ? "" : "50,000",
      ],
      [`${what}: processor of Node, of Postgres`, `${shown(node)} s, ${shown(postgres)} s`, ""],
    ];
  });
  return [
    ...rows,
    ["CSV as a share of `COPY` by hand", (perSecond("CSV") / perSecond(byHand)).toFixed(2), ""],
    ["memory of Node before and at most while they stream", `${shown(before)}, ${shown(most)} MB`, "200 MB"],
  ];
}

const byHand = "`COPY` by hand";

async function take(url: string, encoding: string, lines?: number): Promise<Taken> {
  const taken = JSON.parse(await runScript("bench/take.js", [url, encoding], {})) as Taken;
  return lines === undefined ? taken : whole(taken, url, lines);
}

/** What was taken. Throws Error unless it has as many lines as it should. */
function whole(taken: Taken, what: string, lines: number): Taken {
  if (taken.lines !== lines) throw new Error(`${what}: expected ${lines} lines, got ${taken.lines}`);
  return taken;
}
