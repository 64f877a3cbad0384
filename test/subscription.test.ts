import { type AddressInfo } from "node:net";
import { type FastifyInstance } from "fastify";
import { GraphQLError, parse } from "graphql";
import { createClient as createEvents } from "graphql-sse";
import { createClient as createSockets } from "graphql-ws";
import WebSocket from "ws";
import { createApp, readerOf, schema } from "../src/app";
import { type RawJson } from "../src/graph/raw-json";
import { createSubscribe, type Revisions, type Within } from "../src/graph/subscription";
import { command } from "./support/database";
import { type OwnWorld, world } from "./support/world";

const file = (slug: string, title: string) => `
source: { slug: ${slug}, kind: COMPILATION, title: ${title}, publisher: us, licence: CC0-1.0, licenceClass: PERMISSIVE }
organisations: [{ slug: us, name: Us }]
`;

const query =
  "subscription ($since: Int) { revised(since: $since) { number source { title } changes { totalCount } } }";

let graph: OwnWorld;
let servers: FastifyInstance[];
beforeAll(async () => {
  graph = await world(file("one", "First"));
  // Two instances on one database: what one records the other announces.
  servers = await Promise.all([serve(), serve()]);
}, 60_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await graph.close();
});

async function serve(live = {}): Promise<FastifyInstance> {
  const server = await createApp(graph.store, { logLevel: "silent", publicUrl: "https://citegraph.example", live });
  await server.listen({ host: "127.0.0.1", port: 0 });
  return server;
}

const portOf = (server: FastifyInstance) => (server.server.address() as AddressInfo).port;

let titles = 0;

/** Records one revision, and answers its number. */
async function revise(): Promise<number> {
  const [diff] = await graph.load(file("one", `Title ${++titles}`));
  return diff!.revision!;
}

const latest = async () => (await graph.ask<{ graph: { revision: number } }>("{ graph { revision } }")).graph.revision;

const until = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

interface Told {
  data?: { revised?: { number: number; source: { title: string } } } | null;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
  extensions?: { revision: number };
}

/** The first answers of a subscription, as they come; `meanwhile` runs once it has begun. */
async function take(count: number, answers: AsyncIterable<unknown>, meanwhile = async () => {}): Promise<Told[]> {
  const taken: Told[] = [];
  const taking = (async () => {
    for await (const answer of answers) {
      taken.push(answer as Told);
      if (taken.length === count) return;
    }
  })();
  await Promise.all([taking, meanwhile()]);
  return taken;
}

const numbers = (answers: Told[]) => answers.map(({ data }) => data?.revised?.number);

describe.each([
  [
    "over WebSocket",
    (port: number) =>
      createSockets({ url: `ws://127.0.0.1:${port}/graphql`, webSocketImpl: WebSocket, retryAttempts: 0 }),
  ],
  [
    "over server-sent events",
    (port: number) => createEvents({ url: `http://127.0.0.1:${port}/graphql/stream`, retryAttempts: 0 }),
  ],
])("a subscriber %s", (_how, connect) => {
  /** Listens at an instance for so many revisions after one. */
  async function listen(at: number, count: number, since: number | undefined, meanwhile?: () => Promise<void>) {
    const client = connect(portOf(servers[at]!));
    try {
      return await take(count, client.iterate({ query, variables: { since } }) as AsyncIterable<unknown>, meanwhile);
    } finally {
      client.dispose();
    }
  }

  test("hears of each revision that any instance records, in order, as the graph was then", async () => {
    const since = await latest();
    const heard = await listen(1, 2, since, async () => {
      await revise();
      await revise();
    });
    expect(numbers(heard)).toEqual([since + 1, since + 2]);
    expect(heard.map(({ data }) => data!.revised!.source.title)).toEqual([`Title ${titles - 1}`, `Title ${titles}`]);
    expect(heard.map(({ extensions }) => extensions!.revision)).toEqual([since + 1, since + 2]);
    // Whoever asks later is told the same.
    expect(await listen(0, 2, since)).toEqual(heard);
  });

  test("who comes back with the last revision it knows misses nothing, however often it is away", async () => {
    const start = await latest();
    const end = start + 20;
    const recording = (async () => {
      while ((await latest()) < end) await revise();
    })();
    const heard: (number | undefined)[] = [];
    // Away after one, two or three revisions, back at the other instance while others are recorded.
    for (let turn = 0; heard.length < 20; turn++) {
      const count = Math.min(1 + (turn % 3), 20 - heard.length);
      heard.push(...numbers(await listen(turn % 2, count, start + heard.length)));
    }
    await recording;
    expect(heard).toEqual(until(start + 1, end));
  });

  test("without a last revision hears of those to come", async () => {
    const client = connect(portOf(servers[0]!));
    const answers = client.iterate({ query }) as AsyncIterable<unknown>;
    let recorded: number[] = [];
    let isTold = false;
    // When the server has begun to listen cannot be seen from outside: revisions are recorded until one is told.
    const told = take(1, answers).finally(() => {
      isTold = true;
    });
    while (!isTold) recorded = [...recorded, await revise()];
    expect(recorded).toContain(numbers(await told)[0]);
    client.dispose();
  });

  test("hears of what was recorded while the connection that listens was lost", async () => {
    const since = await latest();
    const client = connect(portOf(servers[0]!));
    const answers = client.iterate({ query, variables: { since } }) as AsyncGenerator<unknown>;
    await revise();
    const first = (await answers.next()).value as Told;
    // No connection can be opened while the next is recorded: it is announced to nobody.
    const name = new URL(graph.store.url).pathname.slice(1);
    await command(`alter database ${name} allow_connections false`);
    await command(`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'citegraph announcements' and datname = '${name}'`);
    await revise();
    await command(`alter database ${name} allow_connections true`);
    const second = (await answers.next()).value as Told;
    expect(numbers([first, second])).toEqual([since + 1, since + 2]);
    client.dispose();
  });

  test.each([
    ["of another graph", `subscription { revised(since: 1000000) { number } }`, "INVALID_AS_OF", /^`since` expects/],
    ["from before the first", `subscription { revised(since: -1) { number } }`, "INVALID_AS_OF", /0 to \d+, got -1$/],
    [
      "whose condition is null",
      "subscription ($s: Boolean = null) { revised @skip(if: $s) { number } }",
      "GRAPHQL_VALIDATION_FAILED",
      /^Argument "if" of required type/,
    ],
    ["that is none", "subscription { revized { number } }", "GRAPHQL_VALIDATION_FAILED", /revized/],
    ["that cannot be read", "subscription {", "GRAPHQL_PARSE_FAILED", /Syntax Error/],
    ["that is a mutation", "mutation { __typename }", "BAD_USER_INPUT", /by POST at \/graphql/],
  ])("is told what is wrong with a question %s", async (_what, asked, code, message) => {
    const client = connect(portOf(servers[0]!));
    const answers = client.iterate({ query: asked }) as AsyncIterable<unknown>;
    const told = await take(1, answers).then(
      ([answer]) => answer!.errors!,
      (errors: Told["errors"]) => errors!,
    );
    expect(told[0]!.extensions!["code"]).toBe(code);
    expect(told[0]!.message).toMatch(message);
    client.dispose();
  });
});

test("a revision that may not be read yet is told later, none is left out", async () => {
  async function* numbered() {
    yield* [1, 2, 3];
  }
  const read = readerOf(graph.store, { publicUrl: "https://citegraph.example" });
  const subscribe = createSubscribe(schema, read, numbered as unknown as Revisions);
  const refused = (code: string) => ({ errors: [new GraphQLError("not now", { extensions: { code } })] });
  const refusals = ["OVERLOADED", "RATE_LIMITED"];
  const within: Within = async (reading) => (refusals.length > 0 ? refused(refusals.pop()!) : reading());
  const told: unknown[] = [];
  const document = parse("subscription { revised { number } }");
  for await (const { data, errors } of subscribe({ document, variables: {} }, within))
    told.push(errors ?? JSON.parse((data as RawJson).text));
  expect(told).toEqual([1, 2, 3].map((number) => ({ revised: { number } })));
}, 20_000);
