import "reflect-metadata";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type FastifyInstance } from "fastify";
import { parse } from "graphql";
import { type Config, packageRoot } from "./config";
import { type Answer, type Question } from "./graph/answer";
import { createExporter } from "./graph/export/exporter";
import { createMutate } from "./graph/mutate";
import { createReader } from "./graph/read/reader";
import { type Work } from "./graph/reckoned";
import { createSchema } from "./graph/schema";
import { createSubscribe, subscriptionSdl } from "./graph/subscription";
import { computed, insightsSdl, reckoned } from "./insights";
import { inThisThread } from "./insights/work/in-this-thread";
import { createPool } from "./insights/work/pool";
import { createForPartner } from "./intake/for-partner";
import { load } from "./intake/load";
import { mutationSdl, mutationsFor } from "./intake/mutation";
import { type Ahead, readAhead } from "./intake/read-files";
import { type Diff } from "./intake/record";
import { Submission } from "./intake/submission";
import { declarations, edges, graphTypes } from "./knowledge";
import { GraphQuery } from "./knowledge/graph";
import { createPages } from "./pages/pages";
import { type Holder, identify, KeyRefused } from "./partners/identify";
import { homeNumbers } from "./server/home-numbers";
import { type ServerParts } from "./server/parts";
import { createServer } from "./server/server";
import { createAnnouncements } from "./store/announcements";
import { nearIds } from "./store/near-ids";
import { askable, createRun } from "./store/run";
import { type Store } from "./store/store";
import { createStreams } from "./store/stream";

/** The graph as callers see it, and as the compiled read sees it. */
export const { schema, model } = createSchema({
  resolvers: [GraphQuery],
  types: [...graphTypes, Submission],
  declarations,
  edges,
  computed,
  reckoned,
  sdl: [subscriptionSdl, mutationSdl, insightsSdl].join("\n"),
});

type Log = (message: string) => void;

/**
 * Answers questions about what a store holds.
 *
 * @param work does long work; by default in this thread
 */
export function readerOf(
  { pool, lanes }: Pick<Store, "pool"> & Partial<Pick<Store, "lanes">>,
  surroundings: Pick<Config, "publicUrl">,
  work: Work = inThisThread,
) {
  const run = createRun(pool, lanes);
  return createReader({ schema, model, reckoned, run, near: nearIds(pool), surroundings, work });
}

const shippedPath = join(packageRoot, "data");

/** Reads the facts that ship with the code, while the store of a first start is being made; later starts read what is new. */
export async function readShipped({
  databaseUrl,
  home,
}: Pick<Config, "databaseUrl" | "home">): Promise<Ahead | undefined> {
  const isFirst = databaseUrl === undefined && !existsSync(home);
  return isFirst ? readAhead(schema, shippedPath) : undefined;
}

/** Records the facts that ship with the code, where they are new. */
export function loadShipped(store: Store, log: Log, stopping?: AbortSignal, ahead?: Ahead): Promise<Diff[]> {
  const options = { knownAs: "data", ahead, ...(stopping && { stopping }) };
  return load(store.source, schema, shippedPath, log, options);
}

/** Executes the mutations of partners; each answer tells the revision after it. */
function createMutations(store: Store, answer: ReturnType<typeof readerOf>, hear: (revision: number) => void) {
  const forPartner = createForPartner(store.source, (error) => askable(error, 60));
  const mutate = createMutate(schema, "Submission");
  const latest = parse("{ __typename }");
  return async (question: Question, holder: object | undefined): Promise<Answer> => {
    const answered = await mutate(question, mutationsFor(forPartner, schema, holder as Holder | undefined));
    const { extensions = {} } = await answer({ document: latest, variables: {} });
    // Whoever changed something reads it at once, before it is announced.
    if (extensions["revision"]) hear(Number(extensions["revision"]));
    return { ...answered, extensions };
  };
}

function refusedKey(error: unknown): { refused: string } {
  if (error instanceof KeyRefused) return { refused: error.message };
  throw error;
}

const latestRevision = { name: "revision", text: "select coalesce(max(number), 0) as number from revisions" };

/** Builds the server around an open store; the caller listens, and closes first the server, then the store. */
export async function createApp(
  store: Store,
  {
    logLevel,
    publicUrl,
    ...settings
  }: Pick<Config, "logLevel" | "publicUrl"> &
    Pick<ServerParts["settings"], "live" | "cacheBytes" | "rate" | "redisUrl" | "proxies" | "connections">,
): Promise<FastifyInstance> {
  const pool = createPool();
  const answer = readerOf(store, { publicUrl }, pool.work);
  const announcements = createAnnouncements(store.url, store.pool, console.error);
  const streams = createStreams(store.url);
  const server = await createServer({
    schema,
    answer,
    identify: (key) => identify(store.source, key).then((holder) => ({ holder }), refusedKey),
    mutate: createMutations(store, answer, announcements.hear),
    subscribe: createSubscribe(schema, answer, announcements.revisions),
    exporter: createExporter({ schema, model }, streams.open, createRun(store.pool), nearIds(store.pool), {
      publicUrl,
    }),
    revision: async () => (await store.pool.query<{ number: number }>(latestRevision)).rows[0]!.number,
    ready: () =>
      store.pool.query("select 1").then(
        () => true,
        () => false,
      ),
    home: () => homeNumbers(answer),
    pages: createPages({ schema, model, answer, publicUrl }),
    latest: announcements.latest,
    settings: { logLevel, ...settings },
  });
  server.addHook("onClose", () => announcements.close());
  server.addHook("onClose", () => streams.close());
  server.addHook("onClose", () => pool.close());
  return server;
}
