import { execSync, spawn } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect } from "node:net";
import { createInterface } from "node:readline";
import { usualConnections } from "../../src/server/connections";
import { open } from "./parts";

/** As many files as a process of this machine may have open, but for those it has anyway. */
const limit = execSync("ulimit -n").toString().trim();
const many = Math.min(10_000, limit === "unlimited" ? 10_000 : Number(limit) - 300);

/** Opens connections from 127.0.0.1 that say nothing, and tells how many are still open once all were tried. */
const holder = `
  const { connect } = require("node:net");
  const [port, many] = process.argv.slice(1).map(Number);
  let tried = 0;
  let open = 0;
  const done = () => ++tried === many && setTimeout(() => console.log(open), 500);
  const dial = (left) => {
    if (left === 0) return;
    const socket = connect({ port, host: "127.0.0.1", localAddress: "127.0.0.1" }).resume();
    let isOpen = false;
    socket.on("error", () => undefined);
    socket.once("connect", () => { open++; isOpen = true; done(); dial(left - 1); });
    socket.once("close", () => { if (isOpen) open--; else { done(); dial(left - 1); } });
  };
  for (let n = 0; n < 50; n++) dial(many / 50);
`;

test(`${many} connections that say nothing leave room for everybody else`, async () => {
  const server = await open();
  await server.listen({ host: "127.0.0.1", port: 0 });
  const { port } = server.server.address() as AddressInfo;
  const holding = spawn(process.execPath, ["-e", holder, String(port), String(many - (many % 50))]);
  try {
    const [open] = (await once(createInterface(holding.stdout), "line")) as [string];
    expect(Number(open)).toBe(usualConnections.perAddress);
    for (let n = 0; n < 20; n++) {
      const socket = connect({ port, host: "127.0.0.1", localAddress: "127.0.0.2" });
      socket.write("GET /health/live HTTP/1.1\r\nhost: here\r\nconnection: close\r\n\r\n");
      expect(String((await once(socket, "data"))[0])).toMatch(/^HTTP\/1.1 200 /);
      socket.destroy();
    }
  } finally {
    holding.kill();
    await server.close();
  }
}, 60_000);
