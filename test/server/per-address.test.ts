import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { port, serve, server, sockets } from "./listening";

/** A connection from an address of this machine, and what was answered on it. */
async function dial(localAddress: string) {
  const socket = connect({ port, host: "127.0.0.1", localAddress });
  const dialled = { socket, heard: "" };
  sockets.push(socket);
  socket.on("error", () => undefined);
  socket.on("data", (data) => {
    dialled.heard += String(data);
  });
  await once(socket, "connect");
  return dialled;
}

const dialMany = (count: number, from: string) => Promise.all(Array.from({ length: count }, () => dial(from)));

const count = () => new Promise<number>((resolve) => server.server.getConnections((_error, many) => resolve(many)));

async function isServed(from: string): Promise<boolean> {
  const asking = await dial(from);
  asking.socket.write("GET /health/live HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n");
  await once(asking.socket, "close");
  return asking.heard.startsWith("HTTP/1.1 200");
}

test("one address may have so many connections; others are served, and it is again when it hangs up", async () => {
  await serve({ perAddress: 100 });
  const dialled = await dialMany(300, "127.0.0.1");
  while ((await count()) > 100 || dialled.filter(({ heard }) => heard !== "").length < 200) await pause(20);
  const refused = dialled.filter(({ heard }) => heard !== "");
  expect(refused).toHaveLength(200);
  for (const { heard } of refused) {
    expect(heard).toMatch(/^HTTP\/1.1 429 Too Many Requests\r\nretry-after: 5\r\n/);
    expect(heard).toContain('"code":"TOO_MANY_CONNECTIONS"');
  }
  expect(await isServed("127.0.0.2")).toBe(true);
  expect(await isServed("127.0.0.1")).toBe(false);
  for (const { socket } of dialled) socket.destroy();
  while ((await count()) > 0) await pause(20);
  expect(await isServed("127.0.0.1")).toBe(true);
});

test("without bounds one address may have all of them", async () => {
  await serve({ perAddress: 0 });
  await dialMany(600, "127.0.0.1");
  expect(await isServed("127.0.0.1")).toBe(true);
  expect(await count()).toBeGreaterThanOrEqual(600);
});

test("whoever says nothing is told 408 and cut, though it never hangs up itself", async () => {
  await serve({ arrival: 300 });
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  sockets.push(socket);
  const [data] = (await once(socket, "data")) as [Buffer];
  expect(String(data)).toMatch(/^HTTP\/1.1 408 /);
  while ((await count()) > 0) await pause(20);
});
