import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { type FastifyInstance } from "fastify";
import { createApp } from "../../../src/app";
import { type OwnWorld, world } from "../../support/world";

let graph: OwnWorld;
let server: FastifyInstance;
beforeAll(async () => {
  graph = await world(`
source: { slug: one, kind: PRESS, title: One, publisher: us, licence: X, licenceClass: UNCLEAR }
organisations: [{ slug: us, name: Us }]`);
  server = await createApp(graph.store, {
    ...{ logLevel: "silent", publicUrl: "https://citegraph.example" },
    cacheBytes: 1_000_000,
  });
  await server.listen({ port: 0, host: "127.0.0.1" });
}, 60_000);
afterAll(async () => {
  await server.close();
  await graph.close();
});

const body = JSON.stringify({ query: '{ source(slug: "one") { title } }' });

const request = (version: string, ...headers: string[]) =>
  [
    `POST /graphql HTTP/${version}`,
    ...["Host: x", "Content-Type: application/json", `Content-Length: ${body.length}`, ...headers],
    "",
    body,
  ].join("\r\n");

/** All that comes back until the server closes the connection. */
async function said(...requests: readonly string[]): Promise<string> {
  const socket = connect((server.server.address() as AddressInfo).port, "127.0.0.1");
  await once(socket, "connect");
  socket.write(requests.join(""));
  return text(socket);
}

const close = request("1.1", "Connection: close");
const lines = (answer: string) => answer.split("\r\n\r\n")[0]!.split("\r\n");
const named = (answer: string) => lines(answer).map((line) => line.split(":")[0]!.toLowerCase());

beforeAll(async () => {
  for (const _time of ["first", "second"]) await said(close);
});

test("a kept answer has the head that Node writes, line by line but for their order", async () => {
  const kept = await said(request("1.1", "x-request-id: a"), request("1.1", "Connection: close", "x-request-id: a"));
  const [ours, nodes] = kept.split(/(?=HTTP\/1\.1 200 OK)/) as [string, string];
  const usual = (answer: string) =>
    lines(answer)
      .filter((line) => !/^(date|connection|keep-alive):/i.test(line))
      .sort();
  expect(usual(ours)).toEqual(usual(nodes));
  expect(named(ours).sort()).toEqual([...named(nodes), "keep-alive"].sort());
});

test("it says when it was sent, and for how long the connection stays", async () => {
  const [kept] = (await said(request("1.1"), close)).split(/(?=HTTP\/1\.1 200 OK)/) as [string];
  const date = lines(kept).find((line) => line.startsWith("Date: "))!;
  expect(Math.abs(Date.parse(date.slice(6)) - Date.now())).toBeLessThan(2_500);
  expect(lines(kept)).toContain("Connection: keep-alive");
  expect(lines(kept)).toContain(`Keep-Alive: timeout=${Math.floor(server.server.keepAliveTimeout / 1_000)}`);
});

test.each([
  ["says so", close],
  ["speaks HTTP/1.0", request("1.0")],
])("the connection of a caller that %s ends with its answer", async (_what, asked) => {
  const answer = await said(asked);
  expect(lines(answer)).toContain("Connection: close");
  expect(answer.endsWith('"cost":1}}')).toBe(true);
});

test("questions that come at once are answered one after the other", async () => {
  const answers = (await said(request("1.1"), request("1.1"), request("1.1"), close)).split("HTTP/1.1 200 OK");
  expect(answers.slice(1).map((answer) => answer.split("\r\n\r\n")[1])).toEqual(
    Array(4).fill(expect.stringContaining('"title" : "One"')),
  );
});
