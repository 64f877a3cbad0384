import "reflect-metadata";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type FastifyInstance } from "fastify";
import { parse } from "graphql";
import { First1700000000000 } from "../migrations/1700000000000-first";
import { EventsAndFigures1700000000001 } from "../migrations/1700000000001-events-and-figures";
import { Revisions1700000000003 } from "../migrations/1700000000003-revisions";
import { Disputes1700000000004 } from "../migrations/1700000000004-disputes";
import { QuantitiesInWords1700000000005 } from "../migrations/1700000000005-quantities-in-words";
import { LongLists1700000000006 } from "../migrations/1700000000006-long-lists";
import { LicencesInOrder1700000000007 } from "../migrations/1700000000007-licences-in-order";
import { WellKnownNames1700000000008 } from "../migrations/1700000000008-well-known-names";
import { ManyAtOnce1700000000009 } from "../migrations/1700000000009-many-at-once";
import { Partners1700000000012 } from "../migrations/1700000000012-partners";
import { Time1700000000013 } from "../migrations/1700000000013-time";
import { RememberAtOnce1700000000014 } from "../migrations/1700000000014-remember-at-once";
import { ManyCities1700000000015 } from "../migrations/1700000000015-many-cities";
import { Figures1700000000016 } from "../migrations/1700000000016-figures";
import { CountedAsOf1700000000017 } from "../migrations/1700000000017-counted-as-of";
import { Indices1700000000020 } from "../migrations/1700000000020-indices";
import { TermsOfForecasts1700000000030 } from "../migrations/1700000000030-terms-of-forecasts";
import { GroupsOfIndices1700000000031 } from "../migrations/1700000000031-groups-of-indices";
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
import { declarations, edges, entities, graphTypes } from "./knowledge";
import { GraphQuery } from "./knowledge/graph";
import { createPages } from "./pages/pages";
import { type Holder, identify, KeyRefused } from "./partners/identify";
import { Key } from "./partners/key";
import { Partner } from "./partners/partner";
import { homeNumbers } from "./server/home-numbers";
import { type ServerParts } from "./server/parts";
import { createServer } from "./server/server";
import { createAnnouncements } from "./store/announcements";
import { findRunning } from "./store/embedded";
import { nearIds } from "./store/near-ids";
import { askable, createRun } from "./store/run";
import { openStore, type Store } from "./store/store";
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

const migrations = [
  First1700000000000,
  EventsAndFigures1700000000001,
  Revisions1700000000003,
  Disputes1700000000004,
  QuantitiesInWords1700000000005,
  LongLists1700000000006,
  LicencesInOrder1700000000007,
  WellKnownNames1700000000008,
  ManyAtOnce1700000000009,
  Partners1700000000012,
  Time1700000000013,
  RememberAtOnce1700000000014,
  ManyCities1700000000015,
  Figures1700000000016,
  CountedAsOf1700000000017,
  Indices1700000000020,
  TermsOfForecasts1700000000030,
  GroupsOfIndices1700000000031,
];

type Log = (message: string) => void;

/**
 * Opens the store that `config` names; the caller closes it.
 *
 * @param beside "join" works on an embedded store that another Citegraph has open, "own" refuses to
 */
export async function openGraph(
  { databaseUrl, home }: Pick<Config, "databaseUrl" | "home">,
  log: Log,
  beside: "join" | "own" = "own",
): Promise<Store> {
  const url = databaseUrl ?? (beside === "join" ? await findRunning(home) : undefined);
  return openStore({ url, home }, { entities: [...entities, Partner, Key], migrations }, log);
}

/**
 * Answers questions about what a store holds.
 *
 * @param work does long work; by default in this thread
 */
export function readerOf({ pool }: Store, surroundings: Pick<Config, "publicUrl">, work: Work = inThisThread) {
  const run = createRun(pool);
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
  }: Pick<Config, "logLevel" | "publicUrl"> & Pick<ServerParts["settings"], "live" | "cacheBytes" | "rate">,
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
