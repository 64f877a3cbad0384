import { type AddressInfo, type Socket } from "node:net";
import { type FastifyInstance } from "fastify";
import { type ConnectionLimits } from "../../src/server/connections";
import { open } from "./parts";

/** The server that listens, and at which port of 127.0.0.1; it is closed after each test. */
export let server: FastifyInstance;
export let port = 0;

/** Connections that a test has opened; they are cut after it. */
export const sockets: Socket[] = [];

export async function serve(connections: Partial<ConnectionLimits>): Promise<void> {
  server = await open({ settings: { logLevel: "silent", connections } });
  await server.listen({ host: "127.0.0.1", port: 0 });
  port = (server.server.address() as AddressInfo).port;
}

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await (server as FastifyInstance | undefined)?.close();
});
