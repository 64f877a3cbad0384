import { type FastifyInstance } from "fastify";
import { GraphQLError } from "graphql";
import { createQueue } from "../../src/intake/queue";
import { ask, open } from "./parts";

let server: FastifyInstance;
beforeAll(async () => {
  server = await open();
});
afterAll(() => server.close());

/** The one error of an answer, without where it stands. */
async function errorOf(query: string, variables?: object) {
  const { status, body } = await ask(server, query, variables, { "x-request-id": "r-1" });
  expect(body.errors).toHaveLength(1);
  const { message, extensions } = body.errors[0];
  return { status, message, extensions };
}

test("text that is not GraphQL is refused", async () => {
  expect(await errorOf("{ city(")).toEqual({
    status: 400,
    message: "Syntax Error: Expected Name, found <EOF>.",
    extensions: { code: "GRAPHQL_PARSE_FAILED", requestId: "r-1" },
  });
});

test("a misspelt field is refused with the near one", async () => {
  expect(await errorOf("{ graphs { revision } }")).toEqual({
    status: 400,
    message: 'Cannot query field "graphs" on type "Query". Did you mean "graph"?',
    extensions: { code: "GRAPHQL_VALIDATION_FAILED", requestId: "r-1" },
  });
});

test("a variable of the wrong type is bad input", async () => {
  expect(await errorOf("query ($n: [Int!]!) { sum(numbers: $n) }", { n: ["one"] })).toEqual({
    status: 400,
    message: 'Variable "$n" got invalid value "one" at "n[0]"; Int cannot represent non-integer value: "one"',
    extensions: { code: "BAD_USER_INPUT", requestId: "r-1" },
  });
});

test("an error that was raised for callers reaches them with its code", async () => {
  expect(await errorOf(`{ city(slug: "zurch-ch") { name } }`)).toEqual({
    status: 200,
    message: "no city `zurch-ch`; did you mean `zurich-ch`?",
    extensions: { code: "NOT_FOUND", requestId: "r-1" },
  });
});

test("a field that breaks is null and tells no internals", async () => {
  const { body, text } = await ask(server, "{ graph { revision } broken }", undefined, { "x-request-id": "r-2" });
  expect(body).toEqual({
    errors: [
      {
        message: "Something went wrong on our side; quote request r-2",
        locations: [{ line: 1, column: 22 }],
        path: ["broken"],
        extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "r-2" },
      },
    ],
    data: { graph: { revision: 7 }, broken: null },
    extensions: { cost: 1 },
  });
  expect(text).not.toMatch(/ECONN|stack|\.ts/);
});

test("an answer that breaks as a whole is a 500 and tells no internals", async () => {
  expect(await errorOf("{ brokenTogether { name } }")).toEqual({
    status: 500,
    message: "Something went wrong on our side; quote request r-1",
    extensions: { code: "INTERNAL_SERVER_ERROR", requestId: "r-1" },
  });
});

test("what broke is logged with its cause and the request id", async () => {
  const lines: string[] = [];
  const logging = await open({ settings: { logLevel: "error", log: { write: (line) => void lines.push(line) } } });
  await ask(logging, "{ broken }", undefined, { "x-request-id": "r-3" });
  await logging.close();
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { reqId: "r-3", msg: "a question failed", err: { message: "connect ECONNREFUSED 10.0.0.5:5432" } },
  ]);
});

test("an operation that is not in the document is refused", async () => {
  const { status, body } = await ask(server, "query A { graph { revision } } query B { graph { revision } }");
  expect(status).toBe(400);
  expect(body.errors[0].extensions.code).toBe("OPERATION_RESOLUTION_FAILURE");
});

test("a variable that may be null where nothing may be is refused", async () => {
  const { status, body } = await ask(server, "query ($n: [Int]) { sum(numbers: $n) }", { n: null });
  expect(status).toBe(400);
  expect(body.errors[0].extensions).toEqual({ code: "GRAPHQL_VALIDATION_FAILED", requestId: expect.any(String) });
});

test("where too much waits to be recorded, the answer is 503 and says when to come again", async () => {
  const queue = createQueue({ works: 0, weight: 0 });
  const full = await open({ mutate: () => queue(async () => ({ data: {} })) });
  const { status, headers, body } = await ask(full, 'mutation { rename(slug: "a", name: "b") { slug } }');
  await full.close();
  expect([status, headers["retry-after"]]).toEqual([503, "30"]);
  expect(body.errors).toMatchObject([{ extensions: { code: "BUSY", requestId: expect.any(String) } }]);
  expect(body.errors[0].extensions).not.toHaveProperty("http");
});

test.each([
  ["was stopped for taking too long is answered 200: it would be as long again", "QUERY_TIMEOUT", 200, undefined],
  ["waited in vain is answered 503, and when to come again", "OVERLOADED", 503, "1"],
])("a question that %s", async (_what, code, status, seconds) => {
  const errors = [new GraphQLError("in vain", { extensions: { code } })];
  const server = await open({ answer: async () => ({ data: null, errors }) });
  for (const accept of ["application/json", "application/graphql-response+json", "*/*"]) {
    // The second time it is answered straight.
    for (const _time of ["first", "second"]) {
      const found = await ask(server, "{ graph { revision } }", undefined, { accept });
      expect([found.status, found.headers["retry-after"]]).toEqual([status, seconds]);
      expect(found.body.errors).toMatchObject([{ extensions: { code, requestId: expect.any(String) } }]);
    }
  }
  await server.close();
});

test("a mutation that did not come to the store is answered 503", async () => {
  const errors = [new GraphQLError("away", { path: ["rename"], extensions: { code: "UNAVAILABLE" } })];
  const away = await open({ mutate: async () => ({ data: { rename: null }, errors }) });
  const { status, headers, body } = await ask(away, 'mutation { rename(slug: "a", name: "b") { slug } }');
  await away.close();
  expect([status, headers["retry-after"]]).toEqual([503, "5"]);
  expect(body).toMatchObject({ data: { rename: null }, errors: [{ path: ["rename"] }] });
});
