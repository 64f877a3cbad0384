import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { port, serve, server, sockets } from "./listening";

async function dial(): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  sockets.push(socket);
  await once(socket, "connect");
  return socket;
}

const isServed = async () => {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '{"query":"{ __typename }"}',
  });
  return response.status === 200;
};

test("whoever sends a byte at a time is told 408 in the end, and others are served meanwhile", async () => {
  await serve({ arrival: 600 });
  const socket = await dial();
  let answer = "";
  socket.on("data", (chunk) => {
    answer += String(chunk);
  });
  const closed = once(socket, "close");
  socket.write(
    "POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n",
  );
  const dripping = setInterval(() => socket.write(" "), 20);
  expect(await isServed()).toBe(true);
  await closed;
  clearInterval(dripping);
  expect(answer).toContain("HTTP/1.1 408");
  expect(answer).toContain("REQUEST_TIMEOUT");
});

test("whoever reads nothing of what it asked for is cut off", async () => {
  await serve({ silence: 2_000 });
  const socket = await dial();
  socket.pause();
  const body = '{"query":"{ big }"}';
  const request = `POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  for (let n = 0; n < 500; n++) socket.write(request);
  expect(await isServed()).toBe(true);
  while ((await count()) > 0) await pause(50);
});

const count = () =>
  new Promise<number>((resolve, reject) => {
    server!.server.closeIdleConnections();
    server!.server.getConnections((error, connections) => (error ? reject(error) : resolve(connections)));
  });

test("more connections than are taken are closed, those within are served, and when they go others come in", async () => {
  await serve({ most: 50 });
  const dialled = await Promise.all(Array.from({ length: 200 }, dial));
  const open = () => dialled.filter((socket) => !socket.destroyed && socket.readyState === "open");
  while (open().length > 50) await pause(20);
  const stayed = open();
  const body = '{"query":"{ __typename }"}';
  stayed[0]!.write(
    `POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  expect(String((await once(stayed[0]!, "data"))[0])).toContain("HTTP/1.1 200");
  for (const socket of dialled) socket.destroy();
  while (!(await isServed().catch(() => false))) await pause(20);
});
