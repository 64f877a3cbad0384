import { type AddressInfo } from "node:net";
import { type FastifyInstance } from "fastify";
import { parse } from "graphql";
import { createApp, readerOf } from "../../../src/app";
import { RawJson } from "../../../src/graph/raw-json";
import { dust, fresh, type PartnerWorld, partnerWorld } from "../../partners/world";

// Two instances with a cache each, on one database, while revisions land: every answer is the one that its revision has.

let graph: PartnerWorld;
let instances: { server: FastifyInstance; origin: string }[];
beforeAll(async () => {
  graph = await partnerWorld();
  instances = await Promise.all(
    [1, 2].map(async () => {
      const settings = { logLevel: "silent" as const, publicUrl: "https://citegraph.example", cacheBytes: 4_000_000 };
      const server = await createApp(graph.store, settings);
      await server.listen({ host: "127.0.0.1", port: 0 });
      return { server, origin: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
    }),
  );
}, 60_000);
afterAll(async () => {
  for (const { server } of instances) await server.close();
  await graph.close();
});

const questions = [
  "{ graph { revision counts { kind count } } }",
  '{ city(slug: "zurich-ch") { observations(first: 100, orderBy: [{ field: PERIOD }]) { totalCount nodes { period value evidence { status } } } } }',
  "{ sources(orderBy: [{ field: SLUG }]) { nodes { slug title } } }",
  '{ search(text: "zur") { nodes { id } totalCount } }',
  "{ changes(first: 500) { totalCount } }",
];

async function ask(origin: string, query: string): Promise<{ data: unknown; revision: number }> {
  const body = JSON.stringify({ query });
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  const { data, extensions } = (await response.json()) as { data: unknown; extensions: { revision: number } };
  return { data, revision: extensions.revision };
}

async function submit(origin: string, value: number): Promise<number> {
  const query = "mutation ($s: Submission!) { submit(submission: $s) { revision } }";
  const variables = { s: { source: fresh(), observations: [dust(String(1990 + (value % 30)), value)] } };
  const headers = { "content-type": "application/json", authorization: `Bearer ${graph.keys.zurich}` };
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
  });
  return ((await response.json()) as { data: { submit: { revision: number } } }).data.submit.revision;
}

test("every answer, kept or not, is the one of its revision; whoever changed something reads it at once, the other instance soon", async () => {
  const read = readerOf(graph.store, { publicUrl: "https://citegraph.example" });
  const answers: { query: string; data: unknown; revision: number }[] = [];
  let turn = 0;
  const asking = async () => {
    for (let n = 0; n < 90; n++) {
      const at = turn++;
      const { origin } = instances[at % 2]!;
      if (at % 10 === 9) {
        const recorded = await submit(origin, at);
        expect((await ask(origin, questions[0]!)).revision).toBeGreaterThanOrEqual(recorded);
        const elsewhere = instances[(at + 1) % 2]!.origin;
        const seen = async () => (await ask(elsewhere, questions[0]!)).revision >= recorded;
        for (const until = Date.now() + 2_000; !(await seen()); ) expect(Date.now()).toBeLessThan(until);
        continue;
      }
      const query = questions[(at * 7) % questions.length]!;
      answers.push({ query, ...(await ask(origin, query)) });
    }
  };
  await Promise.all(Array.from({ length: 4 }, asking));
  expect(new Set(answers.map(({ revision }) => revision)).size).toBeGreaterThan(10);
  const fresher = new Map<string, unknown>();
  for (const { query, data, revision } of answers) {
    const key = `${revision} ${query}`;
    if (!fresher.has(key)) {
      const answer = await read({ document: parse(`query @asOf(revision: ${revision}) ${query}`), variables: {} });
      fresher.set(key, answer.data instanceof RawJson ? JSON.parse(answer.data.text) : answer.data);
    }
    expect({ key, data }).toEqual({ key, data: fresher.get(key) });
  }
}, 60_000);
