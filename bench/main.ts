import { rm } from "node:fs/promises";
import { temporaryFolder } from "./children";
import { describeMachine } from "./machine";
import { measurePages } from "./pages";
import { measureSearch } from "./search";
import { measureStarts } from "./starts";
import { tableOf } from "./table";
import { measureThroughput } from "./throughput";

/** Measures Citegraph on this machine, in a folder that is removed afterwards, and prints what came as Markdown. */
async function main(): Promise<void> {
  const home = await temporaryFolder();
  const tell = (message: string) => process.stderr.write(`${message}\n`);
  try {
    const { rows, citegraph, databaseUrl } = await measureStarts(home, tell);
    try {
      const searched = await measureSearch(citegraph.origin, tell);
      const asked = await measureThroughput(citegraph.origin, databaseUrl, tell);
      const paged = await measurePages(databaseUrl, tell);
      const measured = [...rows, ...searched.rows, ...paged.rows, ...asked.rows];
      const figures = tableOf(["figure", "measured", "aim"], measured);
      process.stdout.write(`${describeMachine()}\n\n${figures}\n\n${asked.rounds}\n\n${searched.texts}\n`);
    } finally {
      await citegraph.stop();
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
