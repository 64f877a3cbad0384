#!/usr/bin/env node
import "./production";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildSchema, type GraphQLInputObjectType } from "graphql";
import { key } from "./cli/key";
import { partner } from "./cli/partner";
import { revert, submit } from "./cli/submit";
import { type Command, type Given, only, UsageError } from "./cli/usage";
import { packageRoot, readConfig } from "./config";
import { jsonSchemaOf } from "./graph/json-schema";
import { sdlOf, unannounced } from "./graph/schema";
import { addGazetteer } from "./intake/gazetteer";
import { load } from "./intake/load";
import { summaryOf } from "./intake/summary";
import { openGraph } from "./open-graph";
import { run } from "./run";

const usage = `usage: citegraph <command>
for who runs the graph:
  load <file or folder>    record data files; all of them, or nothing
  gazetteer                add the 135,000 cities of GeoNames
  partner add <slug> --name <name> --organisation <slug> --city <slug> [--city <slug>]
  partner change <slug> [--name <name>] [--organisation <slug>] [--city <slug>]
  partner list, partner show <slug>, partner remove <slug>
  key add <partner> [--expires <day or never>]    make a key and show it once; it lasts a year by default
  key list [<partner>], key revoke <key>
for partners, with a key in CITEGRAPH_KEY or --key, to --url or http://127.0.0.1:4000/graphql:
  submit <file.yaml or file.csv> [--dry-run] [--replace] [--accept-valid] [--message <text>]
  revert <revision> [--dry-run] [--message <text>]
for who writes files or code:
  json-schema [file]       write the JSON Schema of submissions, to standard output by default
  schema [file]            write the graph's schema, to schema.graphql by default
The exit code is 0 when all went well, 1 when something was refused or failed, 2 when a command was not understood.`;

// It takes half a second to put together, which most commands need not wait for.
const theGraph = () => require("./app") as typeof import("./app");

const commands: Readonly<Record<string, Command>> = {
  load: async ({ args, log, stopping, withStore }) => {
    const path = only(args, "one file or folder");
    const { schema } = theGraph();
    return withStore(async (store) => {
      const diffs = await load(store.source, schema, path, log, { stopping });
      log(summaryOf(diffs));
    });
  },
  gazetteer: ({ log, stopping, withStore }) => withStore((store) => addGazetteer(store.source, log, stopping)),
  partner,
  key,
  submit: async (given) => submit(theGraph().schema)(given),
  revert,
  "json-schema": async ({ args: [file], log }) => {
    const { schema } = theGraph();
    const text = JSON.stringify(jsonSchemaOf(schema.getType("Submission") as GraphQLInputObjectType), null, 2);
    if (file !== undefined) writeFileSync(file, `${text}\n`);
    log(file === undefined ? text : `Wrote ${resolve(file)}.`);
  },
  schema: async ({ args: [file = "schema.graphql"], log }) => {
    const { schema } = theGraph();
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

const asksForHelp = (words: readonly string[]) =>
  words[0] === "help" || words.some((word) => word === "--help" || word === "-h");

/**
 * Runs a command, given in words.
 *
 * @returns the exit code
 */
export async function main(words: readonly string[], surroundings: Omit<Given, "args" | "withStore">): Promise<number> {
  const { log, note, env } = surroundings;
  const [name = "", ...args] = words;
  if (asksForHelp(words)) {
    log(usage);
    return 0;
  }
  const withStore: Given["withStore"] = async (work) => {
    const store = await openGraph(readConfig(env), note, "join");
    try {
      await work(store);
    } finally {
      await store.close();
    }
    return undefined;
  };
  try {
    const command = commands[name];
    if (!command) throw new UsageError(name === "" ? "expected a command" : `no command \`${name}\``);
    const { isRefused = false } = (await command({ ...surroundings, args, withStore })) ?? {};
    return isRefused ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    note(`${error.message}\n${usage}`);
    return 2;
  }
}

if (require.main === module) {
  void run(async (stopping, log) => {
    const note = (message: string) => console.error(message);
    process.exitCode = await main(process.argv.slice(2), { log, note, stopping, env: process.env });
  });
}
