import { rm } from "node:fs/promises";
import { temporaryFolder } from "./children";
import { measureExport } from "./export";
import { describeMachine } from "./machine";
import { measurePages } from "./pages";
import { measureSearch } from "./search";
import { measureStarts } from "./starts";
import { measureSubmit } from "./submit";
import { tableOf } from "./table";
import { measureThroughput } from "./throughput";
import { measureTime } from "./time";

const head = ["figure", "measured", "aim"];
const tell = (message: string) => process.stderr.write(`${message}\n`);

/** What can be measured, each part by itself: `npm run bench -- export`. */
const parts: Readonly<Record<string, () => Promise<string>>> = {
  questions: measureQuestions,
  export: measureTaking,
  submit: measureSubmitting,
  time: async () => tableOf(head, (await measureTime(tell)).rows),
};

/** Measures Citegraph on this machine, in folders that are removed afterwards, and prints what came as Markdown. */
async function main(asked: readonly string[]): Promise<void> {
  const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) throw new Error(`expected ${Object.keys(parts).join(" or ")}, got ${unknown.join(", ")}`);
  const measured: string[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (asked.length === 0 || asked.includes(name)) measured.push(await measure());
  }
  process.stdout.write(`${[describeMachine(), ...measured].join("\n\n")}\n`);
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

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
