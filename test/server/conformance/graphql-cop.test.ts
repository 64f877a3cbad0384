import { type FastifyInstance, type InjectOptions } from "fastify";
import { createApp } from "../../../src/app";
import { shipped, type World } from "../../support/world";

// What the public tool graphql-cop 1.x looks for, as it asks for it: of its thirteen checks it finds two, field
// suggestions (6) and introspection (8), which are open on purpose.

let graph: World;
let server: FastifyInstance;
beforeAll(async () => {
  graph = await shipped();
  server = await createApp(graph.store, { logLevel: "silent", publicUrl: "https://citegraph.example" });
}, 120_000);
afterAll(async () => {
  await server.close();
  await graph.close();
});

const anything = { accept: "*/*", "user-agent": "graphql-cop" };

async function send(options: InjectOptions) {
  const response = await server.inject({ url: "/graphql", ...options, headers: { ...anything, ...options.headers } });
  const isJson = String(response.headers["content-type"]).includes("json");
  return { status: response.statusCode, text: response.payload, body: isJson ? response.json() : undefined };
}

const post = (query: string) => {
  const operationName = query.includes(" cop ") ? { operationName: "cop" } : {};
  return send({ method: "POST", payload: { query, ...operationName } });
};

test("1 alias overloading: 101 aliases are refused", async () => {
  const { status, body } = await post(
    `query cop { ${Array.from({ length: 101 }, (_, n) => `alias${n}:__typename`).join(" ")} }`,
  );
  expect([status, body.data, body.errors[0].extensions.code]).toEqual([400, undefined, "QUERY_TOO_LARGE"]);
});

test("2 array-based batching: a list of ten questions is refused", async () => {
  const { status, body } = await send({
    method: "POST",
    payload: Array.from({ length: 10 }, () => ({ query: "query cop { __typename }", operationName: "cop" })),
  });
  expect([status, body.data]).toEqual([400, undefined]);
});

test("3 directive overloading: not each of many unknown directives is answered", async () => {
  const { body } = await post(`query cop { __typename ${"@aa".repeat(10)} }`);
  expect(body.errors.length).toBeLessThan(10);
  expect(body.errors.at(-1).message).toMatch(/and 2 more errors/);
});

test("4 circular introspection: fields of types of fields are refused", async () => {
  const { status, body } = await post(
    "query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }",
  );
  expect([status, body.data]).toEqual([400, undefined]);
});

test("5 field duplication: one field 500 times is refused", async () => {
  const { status, body } = await post(`query cop { ${"__typename \n".repeat(500)} }`);
  expect([status, body.data]).toEqual([400, undefined]);
  expect(body.errors[0].message).toContain("499 repeats of one field in one place");
});

test("6 field suggestions: left open on purpose, as introspection is (8): who misspells a field of a public graph is told which it is, and nothing that the schema does not tell", async () => {
  const { body } = await post("query { __schema { directive } }");
  // What the tool looks for, and finds.
  expect(body.errors[0].message).toContain("Did you mean");
  const told = body.errors[0].message.match(/Did you mean (.*)\?/)[1].match(/\w+/g);
  const schema = await post('query { __type(name: "__Schema") { fields { name } } }');
  const known = schema.body.data.__type.fields.map(({ name }: { name: string }) => name);
  expect(known).toEqual(expect.arrayContaining(told));
});

test("7 an exposed GraphiQL of others is not found; the playground is ours, and asks nothing on its own", async () => {
  for (const url of ["/", "/graphiql", "/playground", "/console", "/graphql"]) {
    const { text } = await send({ method: "GET", url, headers: { accept: "text/html" } });
    expect(text).not.toMatch(/graphiql\.min\.css|GraphQL Playground|GraphiQL|graphql-playground/);
  }
});

test("8 introspection: left open on purpose, this is a public graph", async () => {
  expect((await post("query cop { __schema { types { name } } }")).body.data.__schema.types.length).toBeGreaterThan(10);
});

test("9 trace mode: no answer holds traces", async () => {
  const { body } = await post("query cop { __typename }");
  expect(Object.keys(body.extensions).sort()).toEqual(["cost", "revision"]);
});

test("10 unhandled errors: no answer holds an exception", async () => {
  const { text, body } = await post("qwerty cop { abc }");
  expect(body.errors[0].extensions.code).toBe("GRAPHQL_PARSE_FAILED");
  expect(text).not.toMatch(/exception|stacktrace|node_modules/);
});

test("11 questions by GET that any page could have sent are refused", async () => {
  const { status, body } = await send({ method: "GET", url: "/graphql?query=query%20cop%20%7B__typename%7D" });
  expect([status, body.data]).toEqual([400, undefined]);
});

test("12 mutations by GET are refused, whoever asks", async () => {
  for (const accept of ["*/*", "application/json"]) {
    const { status, body } = await send({
      method: "GET",
      url: "/graphql?query=mutation%20cop%20%7B__typename%7D",
      headers: { accept },
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body.data).toBeUndefined();
  }
});

test("13 forms are refused", async () => {
  const { status, body } = await send({
    method: "POST",
    payload: "query=query+cop+%7B__typename%7D",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect([status, body.data]).toEqual([415, undefined]);
});
