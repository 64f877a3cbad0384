import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSchema } from "graphql";
import { openGraph, schema } from "./app";
import { packageRoot, readConfig } from "./config";
import { sdlOf, unannounced } from "./graph/schema";
import { addGazetteer } from "./intake/gazetteer";
import { load } from "./intake/load";
import { summaryOf } from "./intake/summary";
import { run } from "./run";
import { type Store } from "./store/store";

const usage = `usage: citegraph <command>
  load <file or folder>   record data files; all of them, or nothing
  gazetteer               add the 135,000 cities of GeoNames
  schema [file]           write the graph's schema, to schema.graphql by default`;

type Log = (message: string) => void;
type Command = (given: readonly string[], log: Log, stopping: AbortSignal) => Promise<void>;

const commands: Readonly<Record<string, Command>> = {
  load: ([path, ...more], log, stopping) => {
    if (path === undefined || more.length > 0) throw new UsageError("load expects one file or folder");
    return withStore(log, async (store) => {
      const diffs = await load(store.source, schema, path, log, { stopping });
      log(summaryOf(diffs));
    });
  },
  gazetteer: (_given, log, stopping) => withStore(log, (store) => addGazetteer(store.source, log, stopping)),
  schema: async ([file = "schema.graphql"], log) => {
    const breaking = existsSync(file)
      ? unannounced(buildSchema(readFileSync(file, "utf8")), schema, readChangelog())
      : [];
    if (breaking.length > 0) {
      throw new UsageError(
        `These changes break callers; tell them in CHANGELOG.md, in these words, and try again:\n${breaking.join("\n")}`,
      );
    }
    writeFileSync(file, sdlOf(schema));
    log(`Wrote ${resolve(file)}.`);
  },
};

const readChangelog = () => readFileSync(join(packageRoot, "CHANGELOG.md"), "utf8");

class UsageError extends Error {}

async function withStore(log: Log, work: (store: Store) => Promise<void>): Promise<void> {
  const store = await openGraph(readConfig(process.env), log, "join");
  try {
    await work(store);
  } finally {
    await store.close();
  }
}

void run(async (stopping, log) => {
  const [name = "", ...given] = process.argv.slice(2);
  const command = commands[name];
  try {
    if (!command) throw new UsageError(name === "" ? "expected a command" : `no command \`${name}\``);
    await command(given, log, stopping);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n${usage}`);
    process.exitCode = 2;
  }
});
