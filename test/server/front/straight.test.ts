import { type AddressInfo } from "node:net";
import { type FastifyInstance } from "fastify";
import { open, parts } from "../parts";

let server: FastifyInstance;
let url = "";
let answered = 0;
const lines: string[] = [];
beforeEach(async () => {
  answered = 0;
  lines.length = 0;
  server = await open({
    answer: (question) => {
      answered++;
      return parts.answer(question);
    },
    settings: { logLevel: "info", log: { write: (line) => void lines.push(line) } },
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}/graphql`;
});
afterEach(() => server.close());

/** Posts a body over the wire: what is handed to Fastify directly does not pass the front. */
async function post(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
}

const ask = async (query: string, variables?: object, headers?: Record<string, string>) => {
  const answer = await post({ query, variables }, headers);
  return { ...answer, body: JSON.parse(answer.text) };
};

/** Headers that may differ from request to request. */
const steady = (headers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !["date", "x-request-id"].includes(name)));

const withoutId = (text: string) =>
  text.replace(/"requestId":"[^"]+"/g, '"requestId":""').replace(/request [0-9a-f-]{36}/g, "request");

test.each([
  ["plain data", '{ city(slug: "zurich-ch") { name } }'],
  ["raw data, to the letter", "{ raw { name } }"],
  ["an error of the question", '{ city(slug: "nowhere") { name } }'],
  ["a fault of ours", "{ broken }"],
  ["a whole answer that failed", "{ brokenTogether { name } }"],
  ["a document of two operations, none named", 'query A { city(slug: "zurich-ch") { name } } query B { raw { name } }'],
])("a question asked again is answered as the first time: %s", async (_, query) => {
  const first = await ask(query);
  for (let i = 0; i < 2; i++) {
    const again = await ask(query);
    expect(again.status).toBe(first.status);
    expect(withoutId(again.text)).toBe(withoutId(first.text));
    expect(steady(again.headers)).toEqual(steady(first.headers));
  }
  expect(answered).toBeLessThanOrEqual(3);
});

test("variables are read anew each time, and wrong ones are refused", async () => {
  const query = "query ($numbers: [Int!]!) { sum(numbers: $numbers) }";
  expect((await ask(query, { numbers: [1, 2] })).body.data).toEqual({ sum: 3 });
  expect((await ask(query, { numbers: [3, 4] })).body.data).toEqual({ sum: 7 });
  const { body, status } = await ask(query, { numbers: "many" });
  expect([status, body.errors[0].extensions.code]).toEqual([
    (await ask(query, { numbers: "no" })).status,
    "BAD_USER_INPUT",
  ]);
});

test("the second time it passes neither Fastify nor Apollo, and is logged all the same", async () => {
  const query = "{ raw { name } }";
  await ask(query);
  const reached = jest.spyOn(server.log, "info");
  const again = await ask(query, undefined, { "x-request-id": "mine" });
  expect(again.headers["x-request-id"]).toBe("mine");
  expect(reached.mock.calls).toEqual([
    [{ reqId: "mine", method: "POST", path: "/graphql", status: 200, ms: expect.any(Number) }, "request completed"],
  ]);
  expect(answered).toBe(2);
});

test.each([
  ["application/graphql-response+json"],
  ["application/graphql-response+json,application/json;q=0.9"],
  ["application/json;q=0.5, application/graphql-response+json;q=0.1"],
  ["application/json, multipart/mixed"],
])("is answered in the media type of the first time: %s", async (accept) => {
  const [first, again] = [await ask("{ raw { name } }", {}, { accept }), await ask("{ raw { name } }", {}, { accept })];
  expect(steady(again.headers)).toEqual(steady(first.headers));
  expect(again.text).toBe(first.text);
});

test("is compressed as the first time", async () => {
  const accept = { "accept-encoding": "gzip" };
  const [first, again] = [await ask("{ big }", {}, accept), await ask("{ big }", {}, accept)];
  expect(again.headers["content-encoding"]).toBe("gzip");
  expect(again.body).toEqual(first.body);
  expect(again.headers["vary"]).toBe(first.headers["vary"]);
});

test.each<[string, string, Record<string, string>]>([
  ["another type of body", '{"query":"{ raw { name } }"}', { "content-type": "text/plain" }],
  ["a batch", '[{"query":"{ raw { name } }"}]', {}],
  ["variables that are a list", '{"query":"{ raw { name } }","variables":[1]}', {}],
  ["variables that are a text", '{"query":"{ raw { name } }","variables":"x"}', {}],
  ["a key that would change what objects are", '{"query":"{ raw { name } }","variables":{"__proto__":{"a":1}}}', {}],
  ["such a key, written otherwise", '{"query":"{ raw { name } }","variables":{"\\u005f_proto__":{"a":1}}}', {}],
  ["JSON that ends too early", '{"query":"{ raw { name } }"', {}],
  ["no object", "null", {}],
  ["an operation by a number", '{"query":"{ raw { name } }","operationName":1}', {}],
  ["a document that is not known", '{"documentId":"sha256:0"}', {}],
])("is refused though its document is known: %s", async (_, body, headers) => {
  await ask("{ raw { name } }");
  const refused = await post(body, headers);
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(JSON.parse(refused.text).errors[0].message).toMatch(/\w/);
  expect(answered).toBe(1);
});

test("a document that is refused is refused each time", async () => {
  for (let i = 0; i < 2; i++) {
    const { status, body } = await ask("{ nothing }");
    expect([status, body.errors[0].extensions.code]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
  }
  expect(answered).toBe(0);
});
