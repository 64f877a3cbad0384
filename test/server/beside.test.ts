import { Agent, request } from "node:http";
import { type AddressInfo } from "node:net";
import { type FastifyInstance } from "fastify";
import { createApp } from "../../src/app";
import { type OwnWorld, world } from "../support/world";

const catalogue = `
source: { slug: one, kind: PRESS, title: One, publisher: us, licence: X, licenceClass: UNCLEAR }
organisations: [{ slug: us, name: Us }]
countries: [{ slug: ch, name: Switzerland, iso2: CH, iso3: CHE }]`;

let graph: OwnWorld;
let server: FastifyInstance;
let port = 0;
const agents: Agent[] = [];
beforeAll(async () => {
  graph = await world(catalogue);
  server = await createApp(graph.store, { logLevel: "silent", publicUrl: "https://citegraph.example" });
  await server.listen({ host: "127.0.0.1", port: 0 });
  port = (server.server.address() as AddressInfo).port;
}, 60_000);
afterAll(async () => {
  for (const agent of agents) agent.destroy();
  await server.close();
  await graph.close();
});

/** Asks from an address of this machine; the status of the answer. */
function asker(localAddress: string) {
  const agent = new Agent({ keepAlive: true });
  agents.push(agent);
  return (query: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { "content-type": "application/json" };
      const options = { host: "127.0.0.1", port, localAddress, path: "/graphql", method: "POST", agent, headers };
      const asking = request(options, (response) => response.resume().once("end", () => resolve(response.statusCode)));
      asking.once("error", reject).end(JSON.stringify({ query }));
    });
}

test("however many slow questions one address asks, another is answered at once", async () => {
  const [slow, quick] = [asker("127.0.0.2"), asker("127.0.0.1")];
  const keeper = await graph.store.pool.connect();
  // Whoever asks for sources waits until it is given up.
  await keeper.query("begin; lock table sources in access exclusive mode");
  const theirs = Array.from({ length: 120 }, () => slow("{ sources(first: 1) { nodes { slug } } }"));
  const early: (number | undefined)[] = [];
  for (const one of theirs) void one.then((status) => early.push(status));
  for (let n = 0; n < 20; n++) expect(await quick("{ countries(first: 1) { nodes { slug } } }")).toBe(200);
  // Those that are too many are told so; of the others none is answered yet.
  expect(new Set(early)).toEqual(new Set([429]));
  await keeper.query("rollback");
  keeper.release();
  const statuses = await Promise.all(theirs);
  expect(statuses.filter((status) => status === 200)).toHaveLength(100);
  expect(statuses.filter((status) => status === 429)).toHaveLength(20);
});
