import { readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageRoot } from "../../src/config";
import { temporaryFolder } from "../children";
import { cores, placePostgres } from "../cores";
import { describeMachine } from "../machine";
import { tableOf } from "../table";
import { cold, type Server } from "./citegraph";
import { openDatabase, type Scale, scales } from "./database";
import { installPeers } from "./install";
import { measureCitegraph } from "./mix";
import { functions } from "./postgraphile";
import { reportOf } from "./report";
import { askedQuestions, measureServers, type Plan } from "./rounds";
import { servers } from "./servers";

const tell = (message: string) => process.stderr.write(`${message}\n`);

/** Measures Citegraph beside others over one database, and prints what came as Markdown. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scale: { type: "string", default: "full" },
      home: { type: "string" },
      rounds: { type: "string", default: "5" },
      seconds: { type: "string", default: "2" },
      only: { type: "string" },
      beside: { type: "string", multiple: true },
      write: { type: "boolean", default: false },
    },
  });
  const scale = (scales as Record<string, Scale>)[values.scale];
  if (!scale) throw new Error(`--scale expects ${Object.keys(scales).join(" or ")}, got ${values.scale}`);
  const plan = {
    connections: 16,
    rounds: numberOf("rounds", values.rounds),
    seconds: numberOf("seconds", values.seconds),
  };
  installPeers(tell);
  const everybody = chosen(values.beside);
  const folder = await temporaryFolder();
  try {
    const report = await measure(
      values.home ?? join(folder, "home"),
      folder,
      scale,
      plan,
      everybody,
      values.only?.split(","),
    );
    process.stdout.write(`${report}\n`);
    if (values.write) writeInto(join(packageRoot, "docs/speed.md"), report);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** All servers, or those of these names beside Citegraph. */
function chosen(names: readonly string[] | undefined): readonly Server[] {
  const everybody = servers();
  const known = everybody.map(({ name }) => name);
  const unknown = names?.filter((name) => !known.includes(name)) ?? [];
  if (unknown.length > 0) throw new Error(`--beside expects ${known.join(" or ")}, got ${unknown.join(", ")}`);
  return names ? everybody.filter(({ name }) => name === cold || names.includes(name)) : everybody;
}

function numberOf(name: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} expects a whole number of at least 1, got ${text}`);
}

async function measure(
  home: string,
  folder: string,
  scale: Scale,
  plan: Plan,
  everybody: readonly Server[],
  only: readonly string[] | undefined,
): Promise<string> {
  const { store, old } = await openDatabase(home, scale, tell);
  try {
    await placePostgres(store);
    await store.source.query(functions);
    const loads = [loadavg()[0]!];
    const asked = await askedQuestions(store, only);
    const came = await measureServers(store, folder, everybody, asked, plan, tell);
    loads.push(loadavg()[0]!);
    const alone = only ? [] : await measureCitegraph(store, folder, asked, old, plan, tell);
    const [cities, observations] = await Promise.all(["cities", "observations"].map((table) => count(store, table)));
    const [server] = await store.source.query<{ server_version: string }[]>("show server_version");
    const placed =
      cores.server === undefined
        ? "all share its cores"
        : `servers and Postgres on core ${cores.server}, whoever asks on core ${cores.client} of ${cpus().length}`;
    const about =
      `${describeMachine()} Postgres ${server!.server_version}; ${cities} cities, ${observations} observations; ` +
      `${plan.connections} connections, medians of ${plan.rounds} rounds of ${plan.seconds} s in turn; ${placed}; ` +
      `load of the machine before and after: ${loads.map((load) => load.toFixed(1)).join(", ")}.`;
    const table = tableOf(["Citegraph alone", "answers a second (p50, p99 in ms)", ""], alone);
    const [first, ...others] = reportOf(came);
    return [about, first, table, ...others].join("\n\n");
  } finally {
    await store.close();
  }
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

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
