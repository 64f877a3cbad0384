import { type FastifyInstance } from "fastify";
import { type Pool } from "pg";
import { createApp } from "../../src/app";
import { nearIds } from "../../src/store/near-ids";
import { createReadPool } from "../../src/store/read-pool";
import { createRun } from "../../src/store/run";
import { type OwnWorld, world } from "../support/world";

const catalogue = `
source: { slug: one, kind: PRESS, title: One, publisher: us, licence: X, licenceClass: UNCLEAR }
organisations: [{ slug: us, name: Us }]`;

let graph: OwnWorld;
let away: Pool;
let server: FastifyInstance;
beforeAll(async () => {
  graph = await world(catalogue);
  // Nothing listens at that port.
  away = createReadPool("postgres://nobody@127.0.0.1:1/nothing", 1, () => undefined);
  const { source, url } = graph.store;
  const store = { ...graph.store, source, url, pool: away };
  const { lanes: _, ...withoutLanes } = store;
  server = await createApp(withoutLanes as typeof graph.store, {
    logLevel: "silent",
    publicUrl: "https://citegraph.example",
  });
}, 60_000);
afterAll(async () => {
  await server.close();
  await away.end();
  await graph.close();
});

const refusal = { errors: [{ message: expect.stringContaining("try again"), extensions: { code: "UNAVAILABLE" } }] };

test.each([
  ["a question", { method: "POST" as const, url: "/graphql", payload: { query: "{ graph { revision } }" } }],
  ["a page", { method: "GET" as const, url: "/source/one?format=html" }],
])("while the store is away %s is answered 503, and when to come again", async (_what, request) => {
  for (const _time of ["first", "second"]) {
    const { statusCode, headers, body } = await server.inject(request);
    expect([statusCode, headers["retry-after"], JSON.parse(body)]).toMatchObject([
      503,
      expect.stringMatching(/^\d+$/),
      refusal,
    ]);
    expect(body).not.toMatch(/ECONN|"http"/);
  }
});

test("who looks for ids near to one that is not there is told so as well", async () => {
  const code = { extensions: { code: "UNAVAILABLE" } };
  await expect(nearIds(away)("sources", "ones")).rejects.toMatchObject(code);
  await expect(createRun(away)({ name: "one", text: "select 1", values: [] })).rejects.toMatchObject(code);
});
