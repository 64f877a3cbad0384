import { rm } from "node:fs/promises";
import { join } from "node:path";
import { argumentsOf, countOf, namedIn, runCommand } from "./arguments";
import { keepsNone, start } from "./beside/citegraph";
import { type Database, openDatabase, type Scale, scales } from "./beside/database";
import { temporaryFolder } from "./children";
import { placePostgres } from "./cores";
import { measureExport } from "./export";
import { measureGrowth, sizes } from "./growth";
import { measureBeside } from "./heavy";
import { describeMachine } from "./machine";
import { measurePages } from "./pages";
import { measureSearch } from "./search";
import { measureStarts } from "./starts";
import { measureSubmit } from "./submit";
import { tableOf } from "./table";
import { measureThroughput } from "./throughput";
import { measureTime } from "./time";
import { measureWorst } from "./worst/worst";

const head = ["figure", "measured", "aim"];
const tell = (message: string) => process.stderr.write(`${message}\n`);

/** What can be measured, each part by itself: `npm run bench -- export`. */
const parts: Readonly<Record<string, () => Promise<string>>> = {
  questions: measureQuestions,
  export: measureTaking,
  submit: measureSubmitting,
  time: async () => tableOf(head, (await measureTime(tell)).rows),
};

/** What takes long, over a great database, and is measured only when asked for. */
const longParts: Readonly<Record<string, (options: LongOptions) => Promise<string>>> = {
  growth: measureGrowing,
  worst: measureSlowest,
  beside: measureNeighbours,
};

/** What may be said beside the names of parts. */
interface LongOptions {
  /** Where the database lies, and stays; in a folder that is removed where none is told. */
  readonly home: string | undefined;
  readonly scale: Scale;
  readonly scaleName: keyof typeof scales;
  /** How many observations there are at the last step of growth. */
  readonly observations: number | undefined;
  /** How many operations are drawn. */
  readonly drawn: number;
}

const usage = `usage: npm run bench -- [PART]... [--home FOLDER] [--scale ${Object.keys(scales).join("|")}] [--drawn N] [--observations N]

  PART            ${Object.keys(parts).join(", ")}: all of these by default;
                  ${Object.keys(longParts).join(", ")}: only when asked for, over a great database
  --home          where the great database is made, and kept for the next time; a folder that is removed by default
  --scale         how much it holds; full by default
  --drawn         of worst: how many operations are drawn; 10,000 by default
  --observations  of growth: how many there are in the end; ten times as many as at the first by default`;

/** Measures Citegraph on this machine, in folders that are removed afterwards, and prints what came as Markdown. */
async function main(args: string[]): Promise<void> {
  const { positionals: asked, values } = argumentsOf(
    {
      args,
      allowPositionals: true,
      options: {
        home: { type: "string" },
        scale: { type: "string", default: "full" },
        drawn: { type: "string", default: "10000" },
        observations: { type: "string" },
      },
    },
    usage,
  );
  for (const name of asked) namedIn({ ...parts, ...longParts }, "PART", name, usage);
  const scale = namedIn<Scale>(scales, "--scale", values.scale, usage);
  const drawn = countOf("drawn", values.drawn, usage);
  const observations =
    values.observations === undefined ? undefined : countOf("observations", values.observations, usage);
  const scaleName = values.scale as keyof typeof scales;
  const options = { home: values.home, scale, scaleName, observations, drawn };
  const measured: string[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) measured.push(await measure());
  }
  for (const [name, measure] of Object.entries(longParts)) {
    if (asked.includes(name)) measured.push(await measure(options));
  }
  process.stdout.write(`${[describeMachine(), ...measured].join("\n\n")}\n`);
}

/** Works on a great database and with a folder for what servers print. */
async function withGreat(
  { home, scale }: LongOptions,
  work: (database: Database, folder: string) => Promise<string>,
): Promise<string> {
  const folder = await temporaryFolder();
  try {
    const database = await openDatabase(home ?? join(folder, "home"), scale, tell);
    try {
      return await work(database, folder);
    } finally {
      await database.store.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureSlowest(options: LongOptions): Promise<string> {
  return withGreat(options, async ({ store }, folder) => {
    const citegraph = await start(keepsNone, folder, store.url);
    try {
      const search = { drawn: options.drawn, steps: Math.ceil(options.drawn / 50) };
      const { rows, worst } = await measureWorst(store, citegraph.origin, search, tell);
      return [tableOf(head, rows), worst].join("\n\n");
    } finally {
      await citegraph.stop();
    }
  });
}

async function measureNeighbours(options: LongOptions): Promise<string> {
  return withGreat(options, async ({ store }, folder) => {
    const citegraph = await start(keepsNone, folder, store.url);
    try {
      return tableOf(head, (await measureBeside(store, citegraph.origin, tell)).rows);
    } finally {
      await citegraph.stop();
    }
  });
}

async function measureGrowing(options: LongOptions): Promise<string> {
  const { cities, observations: last } = sizes[options.scaleName];
  const steps = [...cities, { ...last, observations: options.observations ?? last.observations }];
  return withGreat({ ...options, scale: { ...cities[0], revisions: 0 } }, async ({ store }, folder) => {
    await placePostgres(store);
    const serve = () => start(keepsNone, folder, store.url);
    const { head: columns, rows } = await measureGrowth(store, serve, steps, tell);
    return tableOf(columns, rows);
  });
}

async function measureQuestions(): Promise<string> {
  const home = await temporaryFolder();
  try {
    const { rows, citegraph, databaseUrl } = await measureStarts(home, tell);
    try {
      const searched = await measureSearch(citegraph.origin, tell);
      const asked = await measureThroughput(citegraph.origin, databaseUrl, tell);
      const paged = await measurePages(databaseUrl, tell);
      const figures = tableOf(head, [...rows, ...searched.rows, ...paged.rows, ...asked.rows]);
      return [figures, asked.rounds, searched.texts].join("\n\n");
    } finally {
      await citegraph.stop();
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function measureTaking(): Promise<string> {
  return tableOf(head, (await measureExport(tell)).rows);
}

async function measureSubmitting(): Promise<string> {
  return tableOf(head, (await measureSubmit(tell)).rows);
}

runCommand(() => main(process.argv.slice(2)));
