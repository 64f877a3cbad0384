import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type DocumentNode, parse, validate } from "graphql";
import { Client } from "pg";
import { loadShipped, openGraph, readerOf, schema } from "../../src/app";
import { type Answer } from "../../src/graph/answer";
import { RawJson } from "../../src/graph/raw-json";
import { load } from "../../src/intake/load";
import { type Diff } from "../../src/intake/record";
import { type Store } from "../../src/store/store";
import { createDatabase, serverUrl } from "./database";
import { temporaryFolder } from "./start-postgres";

/** A graph to ask, on a database of its own or on the one that holds what ships. */
export interface World {
  readonly store: Store;
  /** The data of an answer. Throws when there are errors. */
  ask<Data = Record<string, unknown>>(query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** The whole of an answer, its data parsed. */
  answer(
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer & { data?: Record<string, unknown> | null }>;
  close(): Promise<void>;
}

/** A world whose facts a test sets: each YAML text is a file. */
export interface OwnWorld extends World {
  /** Records a folder that holds these files and no others. */
  load(...yaml: readonly string[]): Promise<Diff[]>;
}

/** An empty graph with these files recorded, on a database of its own. */
export async function world(...yaml: readonly string[]): Promise<OwnWorld> {
  const database = await createDatabase();
  const store = await openGraph({ databaseUrl: database.url, home: "" }, () => {});
  const folder = await temporaryFolder();
  let count = 0;
  const own: OwnWorld = {
    ...asking(store),
    load: (...files) => {
      const path = join(folder, String(count++));
      for (const [i, text] of files.entries()) write(join(path, `${i}.yaml`), text);
      return load(store.source, schema, path, () => {}, { knownAs: "test" });
    },
    close: async () => {
      await store.close();
      await database.drop();
    },
  };
  if (yaml.length > 0) await own.load(...yaml);
  return own;
}

const name = "citegraph_shipped";

/** What ships, recorded once for a test run. For reading only: all tests share it. */
export async function shipped(): Promise<World> {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  await onServer(async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount === 0) await client.query(`create database ${name}`);
  });
  const store = await openGraph({ databaseUrl: url.href, home: "" }, () => {});
  await loadShipped(store, () => {});
  return { ...asking(store), close: () => store.close() };
}

async function onServer(work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(1)");
    await work(client);
  } finally {
    await client.end();
  }
}

function asking(store: Store): Omit<World, "close"> {
  const read = readerOf(store, { publicUrl: "https://citegraph.example" });
  const documents = new Map<string, DocumentNode>();
  const answer: World["answer"] = async (query, variables = {}) => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const errors = validate(schema, document);
    if (errors.length > 0) return { errors };
    const { data, ...rest } = await read({ document, variables });
    return {
      ...rest,
      data: data instanceof RawJson ? (JSON.parse(data.text) as Record<string, unknown>) : (data ?? null),
    };
  };
  const ask = async <Data>(query: string, variables?: Record<string, unknown>) => {
    const { data, errors } = await answer(query, variables);
    if (errors) throw new Error(errors.map(({ message }) => message).join("\n"));
    return data as Data;
  };
  return { store, answer, ask };
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
