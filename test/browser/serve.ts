import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openIllustration } from "./graph";

/** Something that serves the pages. */
export interface Served {
  address: string;
  stop(): Promise<unknown>;
}

const main = join(__dirname, "../../dist/src/main.js");

/** The built application with a fresh store; where it is not built, a server over an illustrated graph. */
export const serve = (): Promise<Served> => (existsSync(main) ? serveApplication() : serveIllustration());

async function serveIllustration(): Promise<Served> {
  const server = await openIllustration();
  return { address: await server.listen({ port: 0, host: "127.0.0.1" }), stop: () => server.close() };
}

async function serveApplication(): Promise<Served> {
  const home = await mkdtemp(join(tmpdir(), "citegraph-browser-"));
  const port = await freePort();
  const env = {
    ...process.env,
    HOST: "127.0.0.1",
    PORT: String(port),
    CITEGRAPH_HOME: home,
    LOG_LEVEL: "warn",
    DATABASE_URL: "",
  };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "inherit", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const address = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await rm(home, { recursive: true, force: true });
  };
  for (const start = Date.now(); Date.now() - start < 60_000; ) {
    const ready = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (ready?.ok) return { address, stop };
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop();
  throw new Error(`${main} was not ready to answer within 60 seconds`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
