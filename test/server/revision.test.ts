import { type FastifyInstance } from "fastify";
import { createApp } from "../../src/app";
import { type OwnWorld, world } from "../support/world";

const one = (title: string) => `
source: { slug: one, kind: PRESS, title: ${title}, publisher: us, licence: X, licenceClass: UNCLEAR }
organisations: [{ slug: us, name: Us }]`;

let graph: OwnWorld;
let server: FastifyInstance;
beforeAll(async () => {
  graph = await world(one("One"));
  await graph.load(one("Two"));
  server = await createApp(graph.store, { logLevel: "silent", publicUrl: "https://citegraph.example" });
}, 60_000);
afterAll(async () => {
  await server.close();
  await graph.close();
});

interface Body {
  errors?: unknown[];
  extensions?: { revision?: number };
}

async function post(query: string, variables: object = {}): Promise<Body> {
  const response = await server.inject({ method: "POST", url: "/graphql", payload: { query, variables } });
  return response.json<Body>();
}

const get = (query: string) =>
  server.inject({
    url: "/graphql",
    query: { query },
    headers: { accept: "application/json", "apollo-require-preflight": "1" },
  });

const title = 'source(slug: "one") { title }';

test.each([
  ["an answer, the first time and quickly again", `{ ${title} }`, false],
  ["introspection", "{ __schema { queryType { name } } }", false],
  ["a question that is no GraphQL", "{", true],
  ["a question of what the graph lacks", "{ nothing }", true],
  ["a thing that is not there", '{ city(slug: "atlantis-gr") { name } }', true],
  ["an argument that cannot be right", "{ cities(first: -1) { totalCount } }", true],
  ["a variable that is missing", "query ($slug: Slug!) { city(slug: $slug) { name } }", true],
  [
    "a question that costs too much",
    "{ cities(first: 500) { nodes { placements(first: 500) { nodes { rank } } } } }",
    true,
  ],
  ["a revision that is not there", `query @asOf(revision: 9) { ${title} }`, true],
])("%s tells the latest revision", async (_what, query, isRefused) => {
  for (const _time of ["first", "second"]) {
    const { errors, extensions } = await post(query);
    expect([errors !== undefined, extensions?.revision]).toEqual([isRefused, 2]);
  }
});

test("a subscription asked by POST is told where to subscribe", async () => {
  const subscription = "subscription { revised { number } }";
  for (const _time of ["first", "second"]) {
    const response = await server.inject({ method: "POST", url: "/graphql", payload: { query: subscription } });
    expect([response.statusCode, response.json()]).toMatchObject([
      400,
      {
        errors: [{ message: expect.stringContaining("/graphql/stream"), extensions: { code: "BAD_USER_INPUT" } }],
        extensions: { revision: 2 },
      },
    ]);
  }
});

test.each([
  ["several questions at once", { method: "POST" as const, payload: [{ query: "{ __typename }" }] }],
  ["an empty question", { method: "POST" as const, payload: {} }],
  ["a GET without the header that shows it is meant", { method: "GET" as const, query: { query: "{ __typename }" } }],
])("%s, refused before it is looked at, tells the latest revision", async (_what, request) => {
  const response = await server.inject({ url: "/graphql", ...request });
  expect([response.statusCode, response.json<Body>().extensions]).toEqual([400, { revision: 2 }]);
});

test.each([
  [404, { documentId: `sha256:${"0".repeat(64)}` }],
  // Apollo's clients expect it to be well, and send the document.
  [200, { extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } }],
])("a document that nobody has sent yet, answered %d, tells the latest revision", async (status, payload) => {
  const response = await server.inject({ method: "POST", url: "/graphql", payload });
  expect([response.statusCode, response.json<Body>().extensions]).toEqual([status, { revision: 2 }]);
});

const json = { "content-type": "application/json" };
const question = JSON.stringify({ query: "{ __typename }" });

describe.each(["/graphql", "/graphql/stream"])("what %s refuses tells the latest revision:", (url) => {
  test.each([
    ["a wrong key", 401, "UNAUTHENTICATED", "POST" as const, { ...json, authorization: "Bearer cg_wrong" }, question],
    ["a body that is too long", 413, "PAYLOAD_TOO_LARGE", "POST" as const, json, `"${"x".repeat(2 ** 20)}"`],
    ["a body that is no JSON", 400, "BAD_REQUEST", "POST" as const, json, "{"],
    ["a body that is no object", 400, "BAD_REQUEST", "POST" as const, json, '"{ __typename }"'],
    [
      "a body of a type that is not read",
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      "POST" as const,
      { "content-type": "x/y" },
      "x",
    ],
    ["what nobody takes", 406, "NOT_ACCEPTABLE", "POST" as const, { ...json, accept: "image/png" }, question],
    ["a method there is not", 405, "METHOD_NOT_ALLOWED", "PUT" as const, json, question],
  ])("%s", async (_what, status, code, method, headers, payload) => {
    const response = await server.inject({
      method,
      url,
      headers: { accept: "text/event-stream, application/json", ...headers },
      payload,
    });
    const { errors, extensions } = response.json<Body>();
    expect([response.statusCode, errors, extensions]).toEqual([
      status,
      [{ message: expect.any(String), extensions: { code, requestId: expect.any(String) } }],
      { revision: 2 },
    ]);
  });
});

describe("a stream", () => {
  const streamed = (payload: object, accept = "text/event-stream") =>
    server.inject({ method: "POST", url: "/graphql/stream", headers: { ...json, accept }, payload });

  test.each([
    ["a document that cannot be read", { query: "{" }, "GRAPHQL_PARSE_FAILED"],
    ["what the graph lacks", { query: "{ nothing }" }, "GRAPHQL_VALIDATION_FAILED"],
    ["a variable that cannot be right", { query: "query ($s: Slug!) { city(slug: $s) { name } }" }, "BAD_USER_INPUT"],
    ["a subscription that cannot begin", { query: "subscription { revised(since: 9) { number } }" }, "INVALID_AS_OF"],
    ["a revision that is not there", { query: `query @asOf(revision: 9) { ${title} }` }, "INVALID_AS_OF"],
  ])("that is asked for %s tells the latest revision with what is wrong", async (_what, payload, code) => {
    const { statusCode, body } = await streamed(payload);
    const answer = JSON.parse(/^event: next\ndata: (.*)$/m.exec(body)![1]!) as Body;
    expect([statusCode, answer.extensions?.revision]).toEqual([200, 2]);
    expect(answer.errors).toMatchObject([{ extensions: { code } }]);
  });

  test.each([
    ["no document", {}, "`query` expects a document of GraphQL as text"],
    ["a document that is no text", { query: 1 }, "`query` expects a document of GraphQL as text"],
    ["variables that are a list", { query: "{ __typename }", variables: [] }, "`variables` expects a JSON object"],
  ])("that is asked for with %s is refused, with the latest revision", async (_what, payload, message) => {
    const response = await streamed(payload);
    const { errors, extensions } = response.json<Body>();
    expect([response.statusCode, extensions]).toEqual([400, { revision: 2 }]);
    expect(errors).toMatchObject([{ message, extensions: { code: "BAD_REQUEST" } }]);
  });

  test("that is asked for by GET with variables that are no JSON is refused", async () => {
    const response = await server.inject({
      url: "/graphql/stream",
      query: { query: "{ __typename }", variables: "{" },
      headers: { accept: "text/event-stream" },
    });
    expect([response.statusCode, response.json<Body>()]).toMatchObject([
      400,
      { errors: [{ message: "`variables` expects a JSON object" }], extensions: { revision: 2 } },
    ]);
  });

  test("is not made of what is asked otherwise", async () => {
    const response = await streamed({ query: "{ __typename }" }, "application/json");
    expect([response.statusCode, response.json<Body>().extensions]).toEqual([406, { revision: 2 }]);
  });
});

test("a revision that is not there is told where to look, and none is near", async () => {
  for (const number of [0, 10 ** 9])
    expect((await post(`{ revision(number: ${number}) { number } }`)).errors).toMatchObject([
      { message: `no revision \`${number}\`; \`revisions\` lists those there are`, extensions: { suggestions: [] } },
    ]);
});

test.each(["/source/one?asOf=junk", "/export/sources.csv?asOf=junk"])("%s is told what `asOf` takes", async (url) => {
  const response = await server.inject({ url, headers: { accept: "*/*" } });
  expect(response.statusCode).toBe(400);
  expect(response.payload).toMatch(/asOf.*expect.*the number of a revision.*junk/);
});

test("as of a revision, that is the one that is told", async () => {
  const query = `query ($r: Int!) @asOf(revision: $r) { ${title} }`;
  for (const r of [1, 2, 1]) expect((await post(query, { r })).extensions).toMatchObject({ revision: r });
});

test("an answer of a time gone by may be kept for ever, and no other", async () => {
  const cached = async (query: string) => (await get(query)).headers["cache-control"];
  expect(await cached(`query @asOf(revision: 1) { ${title} }`)).toBe("public, max-age=31536000, immutable");
  expect((await get(`query @asOf(revision: 1) { ${title} }`)).headers["vary"]).toContain("citegraph-licences");
  for (const query of [
    `{ ${title} }`,
    "query @asOf(revision: 3) { graph { revision } }",
    // The schema is not of that time.
    "query @asOf(revision: 1) { __schema { queryType { name } } }",
  ])
    expect((await cached(query)) ?? "").not.toMatch(/immutable/);
});
