import { createServer } from "node:net";

/** A port of 127.0.0.1 that nobody listens on: `wanted` if it is free, else one the system chooses. */
export async function freePort(wanted: number): Promise<number> {
  return (await listen(wanted)) ?? (await listen(0)) ?? 0;
}

function listen(port: number): Promise<number | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(undefined));
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" ? address?.port : undefined));
    });
  });
}
