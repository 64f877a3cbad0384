import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { type AddressInfo, connect as connectTo } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { type FastifyInstance } from "fastify";
import { extendSchema, parse } from "graphql";
import WebSocket from "ws";
import { type Answer } from "../../src/graph/answer";
import { type LiveLimits } from "../../src/server/live/limits";
import { open, parts } from "./parts";

const schema = extendSchema(
  parts.schema,
  parse("type Subscription { big: String! } extend schema { subscription: Subscription }"),
);

const megabyte = "x".repeat(2 ** 20);

let server: FastifyInstance;
afterEach(() => server.close());

/** A server whose subscriptions answer a megabyte again and again, or nothing at all; and who listens to them. */
async function serve(answers: "big" | "none", live: Partial<LiveLimits> = {}) {
  const state = { made: 0, listening: 0, port: 0 };
  const subscribe = () => {
    state.listening++;
    const over = new AbortController();
    const end = async () => {
      if (!over.signal.aborted) state.listening--;
      over.abort();
      return { value: undefined, done: true as const };
    };
    const next = async (): Promise<IteratorResult<Answer>> => {
      if (answers === "none" && !over.signal.aborted) await once(over.signal, "abort");
      await turn();
      if (over.signal.aborted) return { value: undefined, done: true };
      state.made++;
      return { value: { data: { big: megabyte } }, done: false };
    };
    const iterator = { next, return: end, throw: end, [Symbol.asyncIterator]: () => iterator };
    return iterator;
  };
  server = await open({ schema, subscribe, settings: { logLevel: "silent", live } });
  await server.listen({ host: "127.0.0.1", port: 0 });
  state.port = (server.server.address() as AddressInfo).port;
  return state;
}

const query = "subscription { big }";

/** Begins a stream of events; its body is read by whoever likes. */
async function stream(port: number, localAddress = "127.0.0.1"): Promise<IncomingMessage> {
  const headers = { "content-type": "application/json", accept: "text/event-stream" };
  const asking = request({
    host: "127.0.0.1",
    localAddress,
    port,
    path: "/graphql/stream",
    method: "POST",
    headers,
    agent: false,
  });
  asking.end(JSON.stringify({ query }));
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  response.on("error", () => undefined);
  return response;
}

/** Begins a subscription, or several, over a WebSocket. */
async function socket(port: number, subscriptions = 1): Promise<WebSocket> {
  const opened = new WebSocket(`ws://127.0.0.1:${port}/graphql`, "graphql-transport-ws");
  opened.on("error", () => undefined);
  await once(opened, "open");
  opened.send(JSON.stringify({ type: "connection_init" }));
  await once(opened, "message");
  for (let id = 1; id <= subscriptions; id++)
    opened.send(JSON.stringify({ id: String(id), type: "subscribe", payload: { query } }));
  return opened;
}

/** Waits until something holds; a test that waits in vain runs out of time. */
async function untilTrue(holds: () => boolean): Promise<void> {
  while (!holds()) await turn();
}

describe.each([
  [
    "a stream of events",
    async (port: number) => {
      const response = await stream(port);
      return { leave: () => response.destroy(), read: () => response.on("data", () => undefined) };
    },
  ],
  [
    "a WebSocket",
    async (port: number) => {
      const opened = await socket(port);
      opened.pause();
      return { leave: () => opened.terminate(), read: () => opened.resume() };
    },
  ],
])("%s", (_what, connect) => {
  test("that is never read is ended, and little is made for it; others are served", async () => {
    const state = await serve("big", { patience: 2_000 });
    await connect(state.port);
    await untilTrue(() => state.made > 0);
    await untilTrue(() => state.listening === 0);
    // What the system takes into its buffers is a few megabytes.
    expect(state.made).toBeLessThan(40);
    (await connect(state.port)).read();
    await untilTrue(() => state.made > 80);
    expect(state.listening).toBe(1);
  });

  test("that is left is listened for no longer, though nothing was ever told on it", async () => {
    const state = await serve("none");
    const { leave } = await connect(state.port);
    await untilTrue(() => state.listening === 1);
    leave();
    await untilTrue(() => state.listening === 0);
  });

  test("may not be one of too many", async () => {
    const state = await serve("none", { connections: 1 });
    const { leave } = await connect(state.port);
    await untilTrue(() => state.listening === 1);
    const refused = await stream(state.port);
    const again = new WebSocket(`ws://127.0.0.1:${state.port}/graphql`, "graphql-transport-ws");
    const [, answer] = (await Promise.race([
      once(again, "unexpected-response"),
      once(again, "open").then(() => [undefined, { statusCode: 101 }]),
    ])) as [unknown, IncomingMessage];
    // Each way of listening has its own measure.
    const statuses = [refused.statusCode, answer.statusCode].sort();
    expect(statuses).toEqual([expect.any(Number), 503]);
    expect(statuses[0]).toBeLessThan(300);
    refused.destroy();
    again.on("error", () => undefined).terminate();
    leave();
  });

  test("may not be one of too many of one address; another address has its own", async () => {
    const state = await serve("none", { perAddress: 1 });
    const { leave } = await connect(state.port);
    await untilTrue(() => state.listening === 1);
    const statuses = async (localAddress: string) => {
      const streamed = await stream(state.port, localAddress);
      const again = new WebSocket(`ws://127.0.0.1:${state.port}/graphql`, "graphql-transport-ws", { localAddress });
      const [, answer] = (await Promise.race([
        once(again, "unexpected-response"),
        once(again, "open").then(() => [undefined, { statusCode: 101 }]),
      ])) as [unknown, IncomingMessage];
      streamed.destroy();
      again.on("error", () => undefined).terminate();
      return [streamed.statusCode, answer.statusCode];
    };
    // Each way of listening has its own measure.
    expect((await statuses("127.0.0.1")).filter((status) => status === 429)).toHaveLength(1);
    expect(await statuses("127.0.0.2")).toEqual([200, 101]);
    leave();
    await untilTrue(() => state.listening === 0);
    expect(await statuses("127.0.0.1")).toEqual([200, 101]);
  });

  test("ends when the server stops, read or not", async () => {
    const state = await serve("none");
    await connect(state.port);
    (await connect(state.port)).read();
    await untilTrue(() => state.listening === 2);
    await server.close();
    expect(state.listening).toBe(0);
  }, 9_000);
});

test("a stop is no farewell: who listens sees that it is to come back", async () => {
  const state = await serve("none");
  const response = await stream(state.port);
  const opened = await socket(state.port);
  let text = "";
  response.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  await untilTrue(() => state.listening === 2);
  const [, [code]] = await Promise.all([once(response, "end"), once(opened, "close"), server.close()]);
  expect(text).not.toContain("complete");
  expect(code).toBe(1001);
});

test("one WebSocket may have so many operations under way", async () => {
  const state = await serve("none", { perSocket: 2 });
  const opened = await socket(state.port, 3);
  const [message] = (await once(opened, "message")) as [Buffer];
  const { id, type, payload } = JSON.parse(message.toString()) as { id: string; type: string; payload: unknown };
  expect([id, type]).toEqual(["3", "error"]);
  expect(payload).toEqual([expect.objectContaining({ extensions: { code: "TOO_MANY_SUBSCRIPTIONS" } })]);
  expect(state.listening).toBe(2);
  opened.terminate();
});

test.each(["//", "/elsewhere", "http://[", "/graphql/"])(
  "a WebSocket asked for at %s is cut, and no one else is",
  async (path) => {
    const state = await serve("none");
    const raw = connectTo(state.port, "127.0.0.1");
    const key = "dGhlIHNhbXBsZSBub25jZQ==";
    raw.end(
      `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n` +
        `sec-websocket-version: 13\r\nsec-websocket-key: ${key}\r\n\r\n`,
    );
    await once(raw.resume(), "close");
    const opened = await socket(state.port);
    expect(opened.readyState).toBe(WebSocket.OPEN);
    opened.terminate();
  },
);

test("a stream is asked for as one, each by itself", async () => {
  await serve("none");
  const asked = async (method: "POST" | "PUT", accept: string) => {
    const { statusCode, body } = await server.inject({
      method,
      url: "/graphql/stream",
      headers: { accept, "content-type": "application/json" },
      payload: "{}",
    });
    return [
      statusCode,
      (JSON.parse(body) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code,
    ];
  };
  expect(await asked("POST", "application/json")).toEqual([406, "NOT_ACCEPTABLE"]);
  expect(await asked("PUT", "text/event-stream")).toEqual([405, "METHOD_NOT_ALLOWED"]);
});

test("a question over a stream or a WebSocket tells its cost, and counts for the address that asks", async () => {
  server = await open({
    schema,
    // Never asked: these are questions with one answer.
    subscribe: () => {
      throw new Error("no subscription");
    },
    settings: { logLevel: "silent", rate: 5 },
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const body = JSON.stringify({ query: '{ city(slug: "zurich-ch") { name } }' });
  const headers = { "content-type": "application/json" };
  const streamed = await fetch(`http://127.0.0.1:${port}/graphql/stream`, {
    method: "POST",
    headers: { ...headers, accept: "text/event-stream" },
    body,
  });
  expect(await streamed.text()).toContain('"cost":1');
  const opened = await socket(port, 0);
  const told = new Map<string, { errors?: unknown[]; extensions: object }>();
  opened.on("message", (message: Buffer) => {
    const { id, type, payload } = JSON.parse(message.toString());
    if (type === "next") told.set(id, payload);
  });
  const ask = async (id: string) => {
    opened.send(JSON.stringify({ id, type: "subscribe", payload: JSON.parse(body) }));
    await untilTrue(() => told.has(id));
    return told.get(id)!;
  };
  expect((await ask("1")).extensions).toMatchObject({ cost: 1 });
  const post = async () => (await fetch(`http://127.0.0.1:${port}/graphql`, { method: "POST", headers, body })).status;
  expect([await post(), await post(), await post(), await post()]).toEqual([200, 200, 200, 429]);
  const { errors } = await ask("2");
  expect(errors).toEqual([expect.objectContaining({ extensions: { code: "RATE_LIMITED", cost: 1, limit: 5 } })]);
  opened.terminate();
});

test("what a subscription tells counts for the address that listens, and tells its cost", async () => {
  async function* told(within: (read: () => Promise<Answer>) => Promise<Answer>): AsyncGenerator<Answer> {
    for (;;) {
      const answer = await within(async () => ({ data: { big: "x" } }));
      yield answer;
      if (answer.errors) return;
    }
  }
  server = await open({
    schema,
    subscribe: (_question, within) => told(within),
    settings: { logLevel: "silent", rate: 5 },
  });
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const asked = (path: string, question: string, accept: string) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", accept },
      body: JSON.stringify({ query: question }),
    });
  const events = await (await asked("/graphql/stream", query, "text/event-stream")).text();
  const answers = [...events.matchAll(/^data: (\{.*\})$/gm)].map(([, json]) => JSON.parse(json!));
  expect(answers.map(({ data }) => data?.big)).toEqual(["x", "x", "x", "x", "x", undefined]);
  expect(answers[0].extensions).toMatchObject({ cost: 0 });
  expect(answers[5].errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
  expect((await asked("/graphql", '{ city(slug: "zurich-ch") { name } }', "application/json")).status).toBe(429);
});
