import { readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../src/config";
import { runCommand } from "../arguments";
import { temporaryFolder } from "../children";
import { cores, placePostgres } from "../cores";
import { describeMachine } from "../machine";
import { tableOf } from "../table";
import { type AskedFor, readAskedFor } from "./asked";
import { type Server } from "./citegraph";
import { openDatabase } from "./database";
import { type Asked } from "./equal";
import { installPeers } from "./install";
import { measureCitegraph } from "./mix";
import { functions } from "./postgraphile";
import { reportOf } from "./report";
import { askedQuestions, measureServers, type Plan, slowly } from "./rounds";
import { servers } from "./servers";

const tell = (message: string) => process.stderr.write(`${message}\n`);

/** Measures Citegraph beside others over one database, and prints what came as Markdown. */
async function main(): Promise<void> {
  const { home, write, beside, ...asked } = readAskedFor(process.argv.slice(2));
  installPeers(tell);
  const everybody = servers().filter(({ name }) => beside?.includes(name) ?? true);
  const folder = await temporaryFolder();
  try {
    const report = await measure(home ?? join(folder, "home"), folder, asked, everybody);
    process.stdout.write(`${report}\n`);
    if (write) writeInto(join(packageRoot, "docs/speed.md"), report);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  home: string,
  folder: string,
  { scale, plan, only }: Pick<AskedFor, "scale" | "plan" | "only">,
  everybody: readonly Server[],
): Promise<string> {
  const { store, old } = await openDatabase(home, scale, tell);
  try {
    await placePostgres(store);
    await store.source.query(functions);
    const loads = [loadavg()[0]!];
    const asked = await askedQuestions(store, only);
    const came = await measureServers(store, folder, everybody, asked, plan, tell);
    loads.push(loadavg()[0]!);
    // They ask all questions.
    const alone = only ? undefined : await measureCitegraph(store, folder, asked, old, plan, tell);
    const [cities, observations] = await Promise.all(["cities", "observations"].map((table) => count(store, table)));
    const [server] = await store.source.query<{ server_version: string }[]>("show server_version");
    const placed =
      cores.server === undefined
        ? "all share its cores"
        : `servers and Postgres on core ${cores.server}, whoever asks on core ${cores.client} of ${cpus().length}`;
    const about =
      `${describeMachine()} Postgres ${server!.server_version}; ${cities} cities, ${observations} observations; ` +
      `${plan.connections} connections, medians of ${plan.rounds} rounds of ${plan.seconds} s in turn${slow(asked, plan)}; ${placed}; ` +
      `load of the machine before and after: ${loads.map((load) => load.toFixed(1)).join(", ")}.`;
    const table = alone && tableOf(["Citegraph alone", "answers a second (p50, p99 in ms)", ""], alone);
    const [first, ...others] = reportOf(came);
    return [about, first, table, ...others].filter((part) => part !== undefined).join("\n\n");
  } finally {
    await store.close();
  }
}

/** Which questions are asked otherwise than the rest. */
function slow(asked: readonly Asked[], plan: Plan): string {
  const names = asked.filter(({ isSlow }) => isSlow).map(({ name }) => name);
  const { connections, seconds } = slowly(plan);
  return names.length === 0 ? "" : ` (${names.join(", ")}: ${connections} connections, ${seconds} s)`;
}

const count = async ({ source }: Awaited<ReturnType<typeof openDatabase>>["store"], table: string) => {
  const [row] = await source.query<{ n: number }[]>(`select count(*)::int as n from ${table}`);
  return row!.n.toLocaleString("en");
};

const marks = ["<!-- made by npm run bench:peers -- --write -->", "<!-- end of what is made -->"] as const;

/** Puts what came where the page has its marks. Throws Error where it has none. */
function writeInto(path: string, report: string): void {
  const page = readFileSync(path, "utf8");
  const [begin, end] = marks.map((mark) => page.indexOf(mark)) as [number, number];
  if (begin < 0 || end < begin) throw new Error(`${path} expects the marks ${marks.join(" and ")}`);
  writeFileSync(path, `${page.slice(0, begin)}${marks[0]}\n\n${report}\n\n${page.slice(end)}`);
}

runCommand(main);
