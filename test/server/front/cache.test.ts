import { createHash } from "node:crypto";
import { type AddressInfo } from "node:net";
import { type FastifyInstance } from "fastify";
import { open, parts } from "../parts";

let server: FastifyInstance;
let origin = "";
let asked = 0;
let latest: number | undefined = 7;
let revision = 7;
let wait: Promise<unknown> = Promise.resolve();
const lines: string[] = [];
beforeAll(async () => {
  server = await open({
    latest: () => latest,
    identify: async (key) => (key === "good" ? { holder: {} } : { refused: "no such key" }),
    answer: async (question) => {
      asked++;
      const at = revision;
      await wait;
      const answer = await parts.answer(question);
      return { ...answer, extensions: { revision: at } };
    },
    settings: { logLevel: "info", cacheBytes: 1_000_000, log: { write: (line) => void lines.push(line) } },
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = 0;
  latest = ++revision;
  wait = Promise.resolve();
});

const post = async (query: string, headers: Record<string, string> = {}, more = {}) => {
  const response = await fetch(`${origin}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, ...more }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${origin}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { accept: "application/json", ...headers },
  });

const question = "{ graph { revision } }";

test("an equal question is answered from the cache, with the same headers but its own request id", async () => {
  const [first, second] = [await post(question), await post(question)];
  expect(asked).toBe(1);
  expect(second.text).toBe(first.text);
  const own = new Set(["x-request-id", "date", "etag", "vary"]);
  const steady = (headers: Headers) => Object.fromEntries([...headers].filter(([name]) => !own.has(name)));
  expect(steady(second.headers)).toEqual(steady(first.headers));
  expect(second.headers.get("x-request-id")).not.toBe(first.headers.get("x-request-id"));
  expect((await post(question, { "x-request-id": "mine" })).headers.get("x-request-id")).toBe("mine");
  expect(lines.join("")).toContain('"cached":true');
});

test("what decides an answer tells it from others", async () => {
  await post(question);
  await post("{ graph { revision } __typename }");
  await post("query ($n: [Int!]!) { sum(numbers: $n) }", {}, { variables: { n: [1] } });
  await post("query ($n: [Int!]!) { sum(numbers: $n) }", {}, { variables: { n: [2] } });
  await post(question, { accept: "application/graphql-response+json" });
  await post(question, { "citegraph-licences": "1" });
  expect(asked).toBe(6);
});

test("a later revision ends it as soon as it is heard of", async () => {
  await post(question);
  latest = ++revision;
  expect(JSON.parse((await post(question)).text).extensions.revision).toBe(revision);
  expect(asked).toBe(2);
});

test("while revisions are not heard of, nothing is taken from the cache", async () => {
  await post(question);
  latest = undefined;
  await post(question);
  expect(asked).toBe(2);
});

test("a hundred equal questions at once run once", async () => {
  let go: (value?: unknown) => void = () => undefined;
  wait = new Promise((resolve) => {
    go = resolve;
  });
  const all = Array.from({ length: 100 }, () => post(question));
  while (asked === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, 100));
  go();
  const answers = await Promise.all(all);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(asked).toBe(1);
});

test("when the first who asked goes away, one of the others asks, and the rest still wait", async () => {
  let go: (value?: unknown) => void = () => undefined;
  wait = new Promise((resolve) => {
    go = resolve;
  });
  const gone = new AbortController();
  const body = JSON.stringify({ query: question });
  const headers = { "content-type": "application/json" };
  const first = fetch(`${origin}/graphql`, { method: "POST", headers, body, signal: gone.signal }).catch(() => "gone");
  while (asked === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const others = Array.from({ length: 20 }, () => post(question));
  await new Promise((resolve) => setTimeout(resolve, 100));
  gone.abort();
  while (asked === 1) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, 50));
  go();
  expect([await first, new Set((await Promise.all(others)).map(({ status }) => status)), asked]).toEqual([
    "gone",
    new Set([200]),
    2,
  ]);
});

test("who came after a revision is not given what was read before it", async () => {
  let go: (value?: unknown) => void = () => undefined;
  wait = new Promise((resolve) => {
    go = resolve;
  });
  const early = post(question);
  while (asked === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  latest = ++revision;
  const late = post(question);
  await new Promise((resolve) => setTimeout(resolve, 50));
  go();
  expect(JSON.parse((await early).text).extensions.revision).toBe(revision - 1);
  expect(JSON.parse((await late).text).extensions.revision).toBe(revision);
});

test("errors, mutations and questions with a key are never kept", async () => {
  for (let n = 0; n < 2; n++) {
    expect((await post('{ city(slug: "zurigo") { name } }')).text).toContain("NOT_FOUND");
    await post('mutation { rename(slug: "zurich-ch", name: "Z") { name } }');
    await post(question, { authorization: "Bearer good" });
  }
  expect(asked).toBe(6);
});

test("a caller that has an answer is told that it still stands, from the cache and beside it", async () => {
  const first = await get({ query: question });
  const etag = first.headers.get("etag")!;
  expect(first.headers.get("cache-control")).toBe("public, no-cache");
  const again = await get({ query: question }, { "if-none-match": etag });
  expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
  expect(asked).toBe(1);
  latest = undefined;
  expect((await get({ query: question }, { "if-none-match": `"x", ${etag}` })).status).toBe(304);
  expect((await get({ query: question }, { "if-none-match": '"x"' })).status).toBe(200);
});

test("a kept answer is compressed for those who take it so", async () => {
  const big = "{ big }";
  const plain = await post(big, { "accept-encoding": "identity" });
  for (const encoding of ["br", "gzip"]) {
    const { headers, text } = await post(big, { "accept-encoding": encoding });
    expect([headers.get("content-encoding"), text === plain.text]).toEqual([encoding, true]);
    expect(headers.get("vary")).toContain("accept-encoding");
  }
  expect(asked).toBe(1);
});

test("what is kept stays within its bounds, and what is too large is not kept", async () => {
  for (let n = 0; n < 300; n++) await post(`{ graph { revision } ${" ".repeat(5_000)} n${n}: __typename }`);
  asked = 0;
  await post(`{ graph { revision } ${" ".repeat(5_000)} n0: __typename }`);
  await post(`{ graph { revision } ${" ".repeat(5_000)} n299: __typename }`);
  expect(asked).toBe(1);
});

const dataOf = (body: unknown) => (body as { data: unknown }).data;

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

describe("a document may be named by its hash", () => {
  const document = "query ($n: [Int!]!) { sum(numbers: $n) }";
  const documentId = `sha256:${hashOf(document)}`;
  const variables = JSON.stringify({ n: [1, 2] });

  test("once it was sent", async () => {
    const missing = await get({ documentId, variables });
    expect([missing.status, await missing.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: "PERSISTED_DOCUMENT_NOT_FOUND" } }] },
    ]);
    await post(document, {}, { documentId, variables: { n: [3] } });
    const found = await get({ documentId, variables }, { accept: "*/*" });
    expect([found.status, dataOf(await found.json())]).toEqual([200, { sum: 3 }]);
    const posted = await fetch(`${origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ documentId, variables: { n: [5] } }),
    });
    expect(dataOf(await posted.json())).toEqual({ sum: 5 });
  });

  test("as Apollo's clients do it", async () => {
    const query = "query ($n: [Int!]!) { s: sum(numbers: $n) }";
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: hashOf(query) } });
    const missing = await get({ extensions, variables });
    expect([missing.status, await missing.json()]).toMatchObject([
      200,
      { errors: [{ message: "PersistedQueryNotFound", extensions: { code: "PERSISTED_QUERY_NOT_FOUND" } }] },
    ]);
    expect(dataOf(await (await get({ query, extensions, variables })).json())).toEqual({ s: 3 });
    expect(dataOf(await (await get({ extensions, variables })).json())).toEqual({ s: 3 });
  });

  test.each([
    ["a hash of another document", { query: "{ __typename }", documentId }],
    ["no hash", { documentId: "42" }],
    ["a half-told protocol", { extensions: JSON.stringify({ persistedQuery: { version: 2 } }) }],
  ])("refused: %s", async (_title, parameters) => {
    const response = await get(parameters as unknown as Record<string, string>);
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { errors: [{ extensions: { code: "BAD_USER_INPUT" } }] },
    ]);
  });
});
