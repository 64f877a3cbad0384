import { ask, open, parts } from "./parts";

let server: Awaited<ReturnType<typeof open>>;
let answered = 0;
beforeEach(async () => {
  answered = 0;
  server = await open({
    answer: (question) => {
      answered++;
      return parts.answer(question);
    },
  });
});
afterEach(() => server.close());

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
  const first = await ask(server, query);
  for (let i = 0; i < 2; i++) {
    const again = await ask(server, query);
    expect(again.status).toBe(first.status);
    expect(withoutId(again.text)).toBe(withoutId(first.text));
    expect(steady(again.headers)).toEqual(steady(first.headers));
  }
  expect(answered).toBeLessThanOrEqual(3);
});

test("variables are read anew each time, and wrong ones are refused", async () => {
  const query = "query ($numbers: [Int!]!) { sum(numbers: $numbers) }";
  expect((await ask(server, query, { numbers: [1, 2] })).body.data).toEqual({ sum: 3 });
  expect((await ask(server, query, { numbers: [3, 4] })).body.data).toEqual({ sum: 7 });
  const { body, status } = await ask(server, query, { numbers: "many" });
  expect([status, body.errors[0].extensions.code]).toEqual([
    (await ask(server, query, { numbers: "no" })).status,
    "BAD_USER_INPUT",
  ]);
});

test("what is not asked in the plainest way is Apollo's to look at", async () => {
  const query = "{ raw { name } }";
  await ask(server, query);
  const negotiated = await ask(server, query, undefined, { accept: "application/graphql-response+json" });
  expect(negotiated.headers["content-type"]).toMatch(/^application\/graphql-response\+json/);
  const simple = await server.inject({
    method: "POST",
    url: "/graphql",
    payload: JSON.stringify({ query }),
    headers: { "content-type": "text/plain" },
  });
  expect(simple.statusCode).toBeGreaterThanOrEqual(400);
  const batch = await server.inject({ method: "POST", url: "/graphql", payload: [{ query }] });
  expect(batch.statusCode).toBe(400);
  for (const variables of [[1], "x"]) {
    const refused = await server.inject({ method: "POST", url: "/graphql", payload: { query, variables } });
    expect(refused.statusCode).toBe(400);
  }
});

test("a document that is refused is refused each time", async () => {
  for (let i = 0; i < 2; i++) {
    const { status, body } = await ask(server, "{ nothing }");
    expect([status, body.errors[0].extensions.code]).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
  }
  expect(answered).toBe(0);
});
