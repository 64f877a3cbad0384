import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, open, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** A server in a process of its own. */
export interface Serving {
  readonly pid: number;
  /** Where it answers: `http://127.0.0.1:1234`. */
  readonly origin: string;
  /** From the start of the process until it said that it is ready, in seconds. */
  readonly seconds: number;
  stop(): Promise<void>;
}

/** How a script is run: on which core, by which Node; as this process is unless told. */
export interface Manner {
  readonly core?: number | undefined;
  readonly node?: string;
}

/**
 * Runs a compiled script as a process of its own until it says where it listens.
 *
 * @param script its path from the folder of the compiled code
 * @param log the file its output goes to
 * @throws Error with the output if it ends before it is ready
 */
export async function serve(
  script: string,
  log: string,
  env: Readonly<Record<string, string>>,
  manner: Manner = {},
): Promise<Serving> {
  const started = performance.now();
  const output = await open(log, "w");
  const [command, args] = commandOf(["--enable-source-maps", compiled(script)], manner);
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", output.fd, output.fd],
  });
  await output.close();
  const stop = () => stopChild(child);
  for (;;) {
    const said = await readFile(log, "utf8");
    const origin = /ready at (http:\S+)/.exec(said)?.[1];
    if (origin !== undefined) return { pid: child.pid!, origin, seconds: (performance.now() - started) / 1000, stop };
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${script} did not start: ${said}`);
    await pause(10);
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

/** Runs a compiled script to its end; answers what it printed. */
export async function runScript(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  manner: Manner = {},
) {
  const [command, given] = commandOf([compiled(script), ...args], manner);
  const child = spawn(command, given, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${script} ended with ${code}: ${output}`);
  return output;
}

const compiled = (script: string) => resolve(__dirname, "..", script);

function commandOf(args: readonly string[], { core, node = process.execPath }: Manner): [string, string[]] {
  return core === undefined ? [node, [...args]] : ["taskset", ["-c", String(core), node, ...args]];
}

/** A new folder that others may pass through: run by root, Postgres has an account of its own. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "citegraph-bench-"));
  await chmod(folder, 0o755);
  return folder;
}

/** The memory of a process as the system counts it (RSS), in megabytes. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => undefined);
  const kilobytes = status === undefined ? await runPs(pid) : /VmRSS:\s+(\d+)/.exec(status)![1]!;
  return Number(kilobytes) / 1000;
}

async function runPs(pid: number): Promise<string> {
  const child = spawn("ps", ["-o", "rss=", "-p", String(pid)], { stdio: ["ignore", "pipe", "inherit"] });
  const [output] = (await once(child.stdout, "data")) as [Buffer];
  return output.toString().trim();
}
