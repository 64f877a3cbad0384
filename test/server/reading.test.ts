import { once } from "node:events";
import { type AddressInfo } from "node:net";
import { type FastifyInstance } from "fastify";
import { extendSchema, parse } from "graphql";
import WebSocket from "ws";
import { ask, open, parts } from "./parts";

let server: FastifyInstance;
afterEach(() => server.close());

const serve = async (rate: number) => {
  server = await open({ settings: { logLevel: "silent", rate } });
};

const statusOf = async (query: string, address = "10.0.0.1") =>
  (await ask(server, query, undefined, undefined, address)).status;

/** A document that asks for what is not there, of a hundred characters. */
const wrong = (n: number) => `{ nothing${n} }`.padEnd(100);

test("a document that is refused counts a hundred and its length; then nothing more is read", async () => {
  await serve(500);
  // Two of them count 400, the third is one too many.
  expect([await statusOf(wrong(1)), await statusOf(wrong(2)), await statusOf(wrong(3))]).toEqual([400, 400, 400]);
  const { status, headers, body } = await ask(server, wrong(4), undefined, undefined, "10.0.0.1");
  expect(status).toBe(429);
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  expect(body.errors).toEqual([
    {
      message: expect.stringMatching(
        /^Reading what you asked .* costs more than 500: .* ask again in \d+ s, and send values as/,
      ),
      extensions: { code: "RATE_LIMITED", limit: 500, requestId: expect.any(String) },
    },
  ]);
  expect(await statusOf("{ nor is this one read")).toBe(429);
  expect(await statusOf("{ __typename }")).toBe(429);
  expect(await statusOf(wrong(5), "10.0.0.2")).toBe(400);
});

test("what cannot be parsed counts, and so does what is too large", async () => {
  await serve(500);
  expect(await statusOf("{ never ended ".padEnd(600))).toBe(400);
  expect(await statusOf("{ __typename }")).toBe(429);
  expect(await statusOf(`{ ${"__typename ".repeat(200)} }`, "10.0.0.2")).toBe(400);
  expect(await statusOf("{ __typename }", "10.0.0.2")).toBe(429);
});

test("of those who are limited, what they ask that is known is refused as well", async () => {
  await serve(500);
  expect(await statusOf("{ __typename }")).toBe(200);
  for (let n = 0; n < 3; n++) await statusOf(wrong(n));
  expect(await statusOf("{ __typename }")).toBe(429);
  expect(await statusOf("{ __typename }", "10.0.0.2")).toBe(200);
});

test("sound documents count when they are long and new", async () => {
  await serve(10_000);
  const long = (n: number) => `{ a${n}: __typename }`.padEnd(8_000);
  for (let n = 0; n < 4; n++) expect(await statusOf(long(1))).toBe(200);
  expect([await statusOf(long(2)), await statusOf(long(3))]).toEqual([200, 429]);
  for (let n = 0; n < 20; n++) expect(await statusOf(`{ b${n}: __typename }`, "10.0.0.2")).toBe(200);
});

test("without a rate everything is read", async () => {
  await serve(0);
  for (let n = 0; n < 20; n++) expect(await statusOf(wrong(n))).toBe(400);
});

test("documents over a WebSocket and over a stream count alike", async () => {
  const schema = extendSchema(
    parts.schema,
    parse("type Subscription { big: String! } extend schema { subscription: Subscription }"),
  );
  server = await open({
    schema,
    subscribe: () => (async function* () {})(),
    settings: { logLevel: "silent", rate: 500 },
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const opened = new WebSocket(`ws://127.0.0.1:${port}/graphql`, "graphql-transport-ws");
  await once(opened, "open");
  opened.send(JSON.stringify({ type: "connection_init" }));
  await once(opened, "message");
  const codeOf = async (query: string) => {
    opened.send(JSON.stringify({ id: query, type: "subscribe", payload: { query } }));
    const [message] = (await once(opened, "message")) as [Buffer];
    return JSON.parse(message.toString()).payload[0].extensions.code;
  };
  const codes = [];
  for (let n = 0; n < 4; n++) codes.push(await codeOf(wrong(n)));
  expect(codes).toEqual([...Array(3).fill("GRAPHQL_VALIDATION_FAILED"), "RATE_LIMITED"]);
  opened.terminate();
  const streamed = await fetch(`http://127.0.0.1:${port}/graphql/stream`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "text/event-stream" },
    body: JSON.stringify({ query: wrong(9) }),
  });
  expect(await streamed.text()).toContain('"code":"RATE_LIMITED"');
});
