import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { port, serve, server, sockets } from "./listening";

/** Begins a request whose body stays away, but for its start; `heard` is what is answered. */
async function stall(length: string, from = "127.0.0.1", more = "") {
  const socket = connect({ port, host: "127.0.0.1", localAddress: from });
  const stalled = { socket, heard: "" };
  sockets.push(socket);
  socket.on("error", () => undefined);
  socket.on("data", (data) => {
    stalled.heard += String(data);
  });
  socket.write(`POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\n${length}\r\n${more}\r\n`);
  await once(socket, "connect");
  return stalled;
}

/** Asks with a body of about so many bytes; the status, and what else there is of it. */
async function ask(bytes: number, from = "127.0.0.1") {
  const body = JSON.stringify({ query: "{ __typename }", variables: { pad: "x".repeat(bytes) } });
  const asking = await stall(`content-length: ${body.length}`, from, "connection: close\r\n");
  asking.socket.write(body);
  await once(asking.socket, "close");
  return asking.heard;
}

const ok = /^HTTP\/1.1 200 /;
const full = /^HTTP\/1.1 503 .*retry-after: 5\r\n.*"code":"OVERLOADED"/s;

test("long bodies that stay away take up the room of one address, then all of it; small ones are let in", async () => {
  await serve({ bodies: 4_000_000 });
  // A quarter of the room is each address's.
  for (const from of ["127.0.0.1", "127.0.0.2", "127.0.0.3"]) await stall("content-length: 900000", from);
  while (!full.test(await ask(200_000))) await pause(20);
  expect(await ask(50_000)).toMatch(ok);
  expect(await ask(10_000)).toMatch(ok);
  expect(await ask(900_000, "127.0.0.4")).toMatch(ok);
  await stall("content-length: 900000", "127.0.0.4");
  while (!full.test(await ask(900_000, "127.0.0.5"))) await pause(20);
  expect(await ask(10_000, "127.0.0.5")).toMatch(ok);
  for (const socket of sockets.splice(0)) socket.destroy();
  while (!ok.test(await ask(900_000))) await pause(20);
});

test("of a body that does not say how long it is, the most that it may have counts, and it is refused at once", async () => {
  await serve({ bodies: 5_000_000 });
  await stall("transfer-encoding: chunked");
  const second = await stall("transfer-encoding: chunked");
  while (second.heard === "") await pause(20);
  expect(second.heard).toMatch(full);
});

test("room is given back with each answer", async () => {
  await serve({ bodies: 5_000_000 });
  for (let n = 0; n < 20; n++) {
    const payload = { query: "{ __typename }", variables: { pad: "x".repeat(900_000) } };
    const { statusCode } = await server.inject({ method: "POST", url: "/graphql", payload });
    expect(statusCode).toBe(200);
  }
  expect(await ask(900_000)).toMatch(ok);
});
