import { once } from "node:events";
import { request } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { type FastifyInstance } from "fastify";
import { extendSchema, parse, print } from "graphql";
import WebSocket from "ws";
import { type ConnectionLimits } from "../../src/server/connections";
import { open, parts } from "./parts";

// What strangers send, on real connections: each is met by a clear refusal or a bounded wait, in bounded memory, and others
// are served meanwhile. Strangers come from 127.0.0.2, others from 127.0.0.1.

const stranger = "127.0.0.2";

const schema = extendSchema(
  parts.schema,
  parse(`
    type Subscription { never: String }
    extend schema { subscription: Subscription }
    input Deep { deep: Deep  list: [Deep!]  number: Int }
    extend type Query { deep(value: Deep): Int }
  `),
);

let server: FastifyInstance;
let port = 0;
/** How often the big answer was made. */
let asked = 0;
async function serve(connections: Partial<ConnectionLimits> = {}): Promise<void> {
  asked = 0;
  server = await open({
    schema,
    answer: async (question) => {
      const text = print(question.document);
      if (text.includes("big")) asked++;
      return text.includes("deep(") ? { data: { deep: 1 } } : parts.answer(question);
    },
    subscribe: () => {
      throw new Error("no subscription");
    },
    settings: { logLevel: "silent", connections },
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  port = (server.server.address() as AddressInfo).port;
}
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.close();
});

async function dial(localAddress = stranger): Promise<Socket> {
  const socket = connect({ host: "127.0.0.1", port, localAddress });
  socket.on("error", () => undefined);
  sockets.push(socket);
  await new Promise((resolve) => socket.once("connect", resolve).once("close", resolve));
  return socket;
}

/** All that a connection says until it is closed. */
async function heard(socket: Socket): Promise<string> {
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  if (!socket.closed) await new Promise((resolve) => socket.once("close", resolve));
  return text;
}

const json = { "content-type": "application/json" };

/** Somebody else asks, over a connection of their own, and is answered. */
async function othersAreServed(): Promise<void> {
  const body = JSON.stringify({ query: "{ graph { revision } }" });
  expect(await sent({ body }, "127.0.0.1")).toEqual([200, undefined]);
}

interface Sent {
  readonly method?: "GET" | "POST";
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What a stranger is answered: the status, and the code of the first error. */
async function sent({ method = "POST", path = "/graphql", headers = json, body }: Sent, localAddress = stranger) {
  const asking = request({ host: "127.0.0.1", port, localAddress, method, path, headers, agent: false });
  asking.on("error", () => undefined);
  asking.end(body);
  const [response] = await once(asking, "response");
  let text = "";
  for await (const chunk of response) text += String(chunk);
  const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string; requestId: string } }[] };
  if (errors) expect(errors[0]!.extensions.requestId).toEqual(expect.any(String));
  return [response.statusCode, errors?.[0]?.extensions.code];
}

/** Bytes that are kept by this process, those that nobody needs any more tidied away. */
function kept(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const megabytes = 1_000_000;

describe("who sends a byte at a time", () => {
  test.each([
    [
      "of a body",
      "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n",
    ],
    ["of headers", "POST /graphql HTTP/1.1\r\nx-endless: "],
    [
      "of a body without a length",
      "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nffff\r\n",
    ],
  ])("%s is told 408 in the end", async (_what, beginning) => {
    await serve({ arrival: 700 });
    const socket = await dial();
    socket.write(beginning);
    const dripping = setInterval(() => socket.write("x"), 20);
    const said = heard(socket);
    await othersAreServed();
    expect(await said).toMatch(/^HTTP\/1\.1 408 .*REQUEST_TIMEOUT/s);
    clearInterval(dripping);
    await othersAreServed();
  });

  test("is told 408 as well if no byte ever comes", async () => {
    await serve({ arrival: 700 });
    expect(await heard(await dial())).toMatch(/^HTTP\/1\.1 408 /);
    await othersAreServed();
  });
});

test("who reads none of their answers is asked no further, and cut off in the end", async () => {
  await serve({ silence: 6_000 });
  const before = kept();
  const socket = await dial();
  socket.pause();
  const body = '{"query":"{ big }"}';
  const one = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  // Their answers would be 220 megabytes.
  socket.write(one.repeat(20_000));
  let last = -1;
  while (asked !== last) {
    last = asked;
    await othersAreServed();
    await pause(100);
  }
  expect(asked).toBeLessThan(2_000);
  expect(kept() - before).toBeLessThan(50 * megabytes);
  while ((await connections()) > 0) await pause(50);
  await othersAreServed();
}, 60_000);

const connections = () =>
  new Promise<number>((resolve, reject) => {
    server.server.closeIdleConnections();
    server.server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });

describe("a bomb", () => {
  const bomb = gzipSync(Buffer.alloc(200 * megabytes, " "));

  test.each(["/graphql", "/graphql/stream"])("of gzip is refused unopened: %s", async (path) => {
    await serve();
    const before = kept();
    const accept = path === "/graphql" ? "application/json" : "text/event-stream";
    for (let n = 0; n < 10; n++) {
      const headers = { ...json, accept, "content-encoding": "gzip" };
      expect(await sent({ path, headers, body: bomb })).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
    }
    expect(kept() - before).toBeLessThan(50 * megabytes);
    await othersAreServed();
  });

  test("over a WebSocket finds that nothing is compressed there", async () => {
    await serve();
    const opened = new WebSocket(`ws://127.0.0.1:${port}/graphql`, "graphql-transport-ws", {
      localAddress: stranger,
      perMessageDeflate: true,
    });
    await once(opened, "open");
    expect(opened.extensions).toBe("");
    opened.terminate();
  });
});

test("a body without an end is refused when it is longer than may be", async () => {
  await serve();
  const socket = await dial();
  socket.write(
    "POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
  );
  const said = heard(socket);
  const chunk = `10000\r\n${" ".repeat(0x10000)}\r\n`;
  let chunks = 0;
  while (!socket.destroyed && chunks < 10_000) {
    chunks++;
    if (!socket.write(chunk)) await Promise.race([once(socket, "drain").catch(() => undefined), said]);
  }
  // Whoever goes on sending may be cut off before they hear why.
  expect(await said).toMatch(/^$|^HTTP\/1\.1 413 .*PAYLOAD_TOO_LARGE/s);
  expect(chunks).toBeLessThan(1_000);
  await othersAreServed();
});

/** Asks by a WebSocket; what came back: a message, or the code that it was closed with. */
async function overSocket(text: string | Buffer): Promise<unknown> {
  const opened = new WebSocket(`ws://127.0.0.1:${port}/graphql`, "graphql-transport-ws", { localAddress: stranger });
  opened.on("error", () => undefined);
  await once(opened, "open");
  opened.send(JSON.stringify({ type: "connection_init" }));
  await once(opened, "message");
  const closed = once(opened, "close").then(([code]) => ({ closed: code as number }));
  const message = once(opened, "message").then(([data]) => JSON.parse(String(data)) as unknown);
  opened.send(text, { binary: false });
  const came = await Promise.race([closed, message]);
  opened.terminate();
  return came;
}

const question = "query ($value: Deep) { deep(value: $value) }";
const asking = (value: string) => `{"query":${JSON.stringify(question)},"variables":{"value":${value}}}`;
const subscribing = (value: string) => `{"id":"1","type":"subscribe","payload":${asking(value)}}`;

/** The same by every way in: a first time, then as a known question, by GET, as a stream, over a WebSocket. */
async function byAllWays(value: string): Promise<unknown[]> {
  const body = asking(value);
  const stream = { ...json, accept: "text/event-stream" };
  const search = `?query=${encodeURIComponent(question)}&variables=${encodeURIComponent(`{"value":${value}}`)}`;
  const ways: unknown[] = [await sent({ body })];
  expect(await sent({ body: asking('{"number":1}') })).toEqual([200, undefined]);
  ways.push(await sent({ body }));
  // An address holds no more than this.
  if (search.length < 15_000)
    ways.push(
      await sent({
        method: "GET",
        path: `/graphql${search}`,
        headers: { accept: "application/graphql-response+json" },
      }),
    );
  const asked = request({
    host: "127.0.0.1",
    port,
    localAddress: stranger,
    method: "POST",
    path: "/graphql/stream",
    headers: stream,
    agent: false,
  });
  asked.end(body);
  const [response] = await once(asked, "response");
  let text = "";
  for await (const chunk of response) text += String(chunk);
  ways.push(/"code":"(\w+)"/.exec(text)?.[1]);
  ways.push(/"code":"(\w+)"/.exec(JSON.stringify(await overSocket(subscribing(value))))?.[1]);
  return ways;
}

test.each([
  ["lists within objects", 30_000, '{"list":[', "]}"],
  ["objects", 50_000, '{"deep":', "}"],
  ["objects in an address", 400, '{"deep":', "}"],
])("variables that lie ever deeper, %s, are refused by every way in", async (_what, depth, before, after) => {
  await serve();
  const value = `${before.repeat(depth)}${before === '{"deep":' ? "{}" : ""}${after.repeat(depth)}`;
  const short = [400, "QUERY_TOO_LARGE"];
  const [first, known, ...rest] = await byAllWays(value);
  expect([first, known]).toEqual([short, short]);
  const [stream, socket] = rest.slice(-2);
  expect([stream, socket]).toEqual(["QUERY_TOO_LARGE", "QUERY_TOO_LARGE"]);
  if (rest.length > 2) expect(rest[0]).toEqual(short);
  await othersAreServed();
});

test("`__proto__` in variables is refused by every way in, and changes nothing", async () => {
  await serve();
  const [first, known, get, stream, socket] = await byAllWays('{"__proto__":{"number":1}}');
  expect([first, known, get]).toEqual([
    [400, "BAD_REQUEST"],
    [400, "BAD_REQUEST"],
    [400, "BAD_USER_INPUT"],
  ]);
  expect([stream, socket]).toEqual(["BAD_REQUEST", "BAD_USER_INPUT"]);
  expect(({} as Record<string, unknown>)["number"]).toBeUndefined();
  await othersAreServed();
});

test("what is no UTF-8 is refused by every way in", async () => {
  await serve();
  const broken = Buffer.concat([
    Buffer.from('{"query":"{ graph { revision } } #'),
    Buffer.from([0xff, 0xc0, 0xaf]),
    Buffer.from('"}'),
  ]);
  for (const _time of ["first", "when its beginning is known"]) {
    expect(await sent({ body: broken })).toEqual([400, "BAD_REQUEST"]);
    await othersAreServed();
  }
  const get = { method: "GET" as const, headers: { accept: "application/json" } };
  for (const path of ["/graphql", "/graphql/stream"]) {
    const headers = { accept: path === "/graphql" ? "application/json" : "text/event-stream" };
    expect(await sent({ ...get, headers, path: `${path}?query=%7Bgraph%7Brevision%7D%7D%23%ff` })).toEqual([
      400,
      "BAD_REQUEST",
    ]);
  }
  expect(
    await sent({ path: "/graphql/stream", headers: { ...json, accept: "text/event-stream" }, body: broken }),
  ).toEqual([400, "BAD_REQUEST"]);
  // 1007: the data do not fit the type of the message.
  expect(await overSocket(broken)).toEqual({ closed: 1007 });
  await othersAreServed();
});

test("documents that nobody has sent are not found, however many are asked for", async () => {
  await serve();
  const before = kept();
  for (let n = 0; n < 300; n++) {
    const hash = n.toString(16).padStart(64, "0");
    expect(await sent({ body: JSON.stringify({ documentId: `sha256:${hash}` }) })).toEqual([
      404,
      "PERSISTED_DOCUMENT_NOT_FOUND",
    ]);
  }
  const hash = "f".repeat(64);
  const get = { method: "GET" as const, headers: { accept: "application/json" } };
  expect(await sent({ ...get, path: `/graphql?documentId=sha256:${hash}` })).toEqual([
    404,
    "PERSISTED_DOCUMENT_NOT_FOUND",
  ]);
  expect(await sent({ body: JSON.stringify({ documentId: "sha256:short" }) })).toEqual([400, "BAD_USER_INPUT"]);
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
  // Apollo's clients look for this, and send the document.
  expect(await sent({ body: JSON.stringify({ extensions }) })).toEqual([200, "PERSISTED_QUERY_NOT_FOUND"]);
  expect(kept() - before).toBeLessThan(20 * megabytes);
  await othersAreServed();
});
