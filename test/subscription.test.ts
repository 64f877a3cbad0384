import { type AddressInfo } from "node:net";
import { type FastifyInstance } from "fastify";
import { createClient as createEvents } from "graphql-sse";
import { createClient as createSockets } from "graphql-ws";
import WebSocket from "ws";
import { createApp } from "../src/app";
import { type OwnWorld, world } from "./support/world";

const file = (slug: string, title: string) => `
source: { slug: ${slug}, kind: COMPILATION, title: ${title}, publisher: us, licence: CC0-1.0, licenceClass: PERMISSIVE }
organisations: [{ slug: us, name: Us }]
`;

const query =
  "subscription ($since: Int) { revised(since: $since) { number source { title } changes { totalCount } } }";

let graph: OwnWorld;
let servers: FastifyInstance[];
beforeEach(async () => {
  graph = await world(file("one", "First"));
  // Two instances on one database: what one records the other announces.
  servers = await Promise.all([
    createApp(graph.store, { logLevel: "silent", publicUrl: "https://citegraph.example" }),
    createApp(graph.store, { logLevel: "silent", publicUrl: "https://citegraph.example" }),
  ]);
  for (const server of servers) await server.listen({ host: "127.0.0.1", port: 0 });
}, 60_000);
afterEach(async () => {
  for (const server of servers) await server.close();
  await graph.close();
});

const portOf = (server: FastifyInstance) => (server.server.address() as AddressInfo).port;

interface Subscribed {
  data?: { revised?: { number: number } } | null;
}

/** The first answers of a subscription, as they come. */
async function take(count: number, answers: AsyncIterable<unknown>, meanwhile = async () => {}): Promise<Subscribed[]> {
  const taken: Subscribed[] = [];
  const taking = (async () => {
    for await (const answer of answers) {
      taken.push(answer as Subscribed);
      if (taken.length === count) return;
    }
  })();
  await meanwhile();
  await taking;
  return taken;
}

const numbers = (answers: Subscribed[]) => answers.map(({ data }) => data?.revised?.number);

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
  test("hears of each revision that any instance records, in order", async () => {
    const client = connect(portOf(servers[1]!));
    const answers = client.iterate({ query, variables: { since: 1 } }) as AsyncIterable<unknown>;
    const heard = await take(2, answers, async () => {
      await graph.load(file("one", "First"), file("two", "Second").replace(/organisations.*/, ""));
      await graph.load(file("one", "Anew"), file("two", "Second").replace(/organisations.*/, ""));
    });
    expect(heard[0]).toMatchObject({
      data: { revised: { number: 2, source: { title: "Second" }, changes: { totalCount: 1 } } },
    });
    expect(numbers(heard)).toEqual([2, 3]);
    client.dispose();
  });

  test("who comes back with the last revision it knows misses nothing", async () => {
    await graph.load(file("one", "Second"));
    await graph.load(file("one", "Third"));
    const client = connect(portOf(servers[0]!));
    const heard = await take(3, client.iterate({ query, variables: { since: 0 } }) as AsyncIterable<unknown>);
    expect(numbers(heard)).toEqual([1, 2, 3]);
    client.dispose();
  });

  test("is told what is wrong with a question", async () => {
    const client = connect(portOf(servers[0]!));
    const asked = take(1, client.iterate({ query: "subscription { revized { number } }" }) as AsyncIterable<unknown>);
    await expect(asked.then((answers) => JSON.stringify(answers))).rejects.toBeDefined();
    client.dispose();
  });
});
