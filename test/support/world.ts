import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type DocumentNode, type GraphQLError, parse, validate } from "graphql";
import { loadShipped, readerOf, schema } from "../../src/app";
import { type Answer } from "../../src/graph/answer";
import { RawJson } from "../../src/graph/raw-json";
import { load } from "../../src/intake/load";
import { type Diff } from "../../src/intake/record";
import { openGraph } from "../../src/open-graph";
import { type Store } from "../../src/store/store";
import { createDatabase, emptyName, sharedDatabase, shippedName } from "./database";
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
  // To copy what is migrated takes a fraction of the time that migrating takes.
  await sharedDatabase(emptyName, async (draft) => (await open(draft)).close());
  const database = await createDatabase(emptyName);
  const store = await open(database.url);
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

/** What ships, recorded once for a test run. For reading only: all tests share it. */
export async function shipped(): Promise<World> {
  const url = await sharedDatabase(shippedName, async (draft) => {
    const store = await open(draft);
    await loadShipped(store, () => {});
    await store.close();
  });
  const store = await open(url);
  return { ...asking(store), close: () => store.close() };
}

const open = (url: string): Promise<Store> => openGraph({ databaseUrl: url, home: "" }, () => {});

function asking(store: Store): Omit<World, "close"> {
  const read = readerOf(store, { publicUrl: "https://citegraph.example" });
  // What is asked again and again is read and found valid once, as the server does.
  const documents = new Map<string, { document: DocumentNode; errors: readonly GraphQLError[] }>();
  const found = (query: string) => {
    const document = parse(query);
    return { document, errors: validate(schema, document) };
  };
  const answer: World["answer"] = async (query, variables = {}) => {
    const known = documents.get(query) ?? found(query);
    documents.set(query, known);
    const { document, errors } = known;
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
