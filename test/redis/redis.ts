import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

/** A Redis of a test's own, without a disk. Whoever starts it stops it. */
export interface TestRedis {
  readonly url: string;
  /** Has it answer nobody, and keep all connections. */
  hold(): void;
  /** Has it go on. */
  release(): void;
  stop(): Promise<void>;
  /** Starts it again where it was, empty. */
  start(): Promise<void>;
}

/** @param options of redis-server: `["--requirepass", "secret"]` */
export async function startRedis(...options: readonly string[]): Promise<TestRedis> {
  const port = await freePort();
  let running = await run(port, options);
  return {
    url: `redis://127.0.0.1:${port}`,
    hold: () => void running.kill("SIGSTOP"),
    release: () => void running.kill("SIGCONT"),
    stop: async () => {
      if (running.exitCode !== null || running.signalCode !== null) return;
      const ended = once(running, "exit");
      running.kill("SIGKILL");
      await ended;
    },
    start: async () => {
      running = await run(port, options);
    },
  };
}

async function run(port: number, options: readonly string[]): Promise<ChildProcess> {
  const plain = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", [...plain, ...options], { stdio: ["ignore", "pipe", "inherit"] });
  const failed = once(child, "error").then(([error]) => {
    throw new Error(`these tests expect redis-server (Debian's package of that name): ${(error as Error).message}`);
  });
  const ready = (async () => {
    for await (const line of child.stdout!) if (String(line).includes("Ready to accept connections")) return;
    throw new Error(`redis-server ended before it was ready, with ${child.exitCode}`);
  })();
  await Promise.race([failed, ready]);
  child.stdout!.resume();
  return child;
}

/** A port of this machine at which nobody listens. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
