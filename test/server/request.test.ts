import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { type FastifyInstance } from "fastify";
import { extendSchema, parse } from "graphql";
import WebSocket from "ws";
import { open, parts } from "./parts";

let server: FastifyInstance;
let port = 0;
beforeAll(async () => {
  // Somebody listens for WebSockets, so that Node looks out for what asks for another protocol.
  const schema = extendSchema(parts.schema, parse("type Subscription { big: String! }"));
  server = await open({ schema, subscribe: () => (async function* () {})() });
  await server.listen({ host: "127.0.0.1", port: 0 });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(() => server.close());

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

/** Says what is handed to it on one connection, part by part, and tells what is answered until it matches. */
async function dialogue() {
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  await once(socket, "connect");
  return async (text: string, until: RegExp): Promise<string> => {
    let heard = "";
    socket.write(text);
    while (!until.test(heard)) heard += String((await once(socket, "data"))[0]);
    return heard;
  };
}

/** As Java's HttpClient and `curl --http2` have it. */
const h2c =
  "host: here\r\nconnection: Upgrade, HTTP2-Settings\r\nupgrade: h2c\r\nhttp2-settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n";

const question = '{"query":"{ __typename }"}';
const long = JSON.stringify({ query: "{ __typename }", variables: { pad: "x".repeat(40_000) } });
const json = "content-type: application/json\r\n";
const post = (body: string) =>
  `POST /graphql HTTP/1.1\r\n${h2c}${json}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const inPieces = (body: string) =>
  `POST /graphql HTTP/1.1\r\n${h2c}${json}transfer-encoding: chunked\r\n\r\n` +
  `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
const get = (path: string) => `GET ${path} HTTP/1.1\r\n${h2c}accept: application/json\r\n\r\n`;

const asked = /"__typename":"Query"/;

test("a request that asks for HTTP/2 is answered as if it did not, one after the other on one connection", async () => {
  const say = await dialogue();
  for (let round = 0; round < 2; round++) {
    expect(await say(post(question), asked)).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(await say(post(long), asked)).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(await say(inPieces(question), asked)).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(await say(get("/graphql?query=%7B__typename%7D"), asked)).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(await say(get("/health/live"), /\r\n\r\n.+/)).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(await say(get("/"), /<\/html>/)).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(await say(get("/elsewhere"), /NOT_FOUND/)).toMatch(/^HTTP\/1.1 404 /);
  }
});

test("its body may come later, and in parts", async () => {
  const say = await dialogue();
  const text = post(question);
  expect(await Promise.all([say(text.slice(0, -5), asked), say(text.slice(-5), asked)])).toEqual([
    expect.stringMatching(/^HTTP\/1.1 200 OK\r\n/),
    expect.stringMatching(/^HTTP\/1.1 200 OK\r\n/),
  ]);
});

test("a WebSocket is opened all the same, and CONNECT is cut", async () => {
  const opened = new WebSocket(`ws://127.0.0.1:${port}/graphql`, "graphql-transport-ws");
  await once(opened, "open");
  opened.terminate();
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  socket.write("CONNECT elsewhere:443 HTTP/1.1\r\nhost: elsewhere:443\r\n\r\n");
  await once(socket.resume(), "close");
});
