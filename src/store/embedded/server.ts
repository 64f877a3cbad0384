import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { open, readFile, rm, writeFile } from "node:fs/promises";
import { totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { StoreError } from "../store-error";
import { freePort } from "./port";
import { run, spawnAs } from "./run";
import { type Site } from "./site";

/** A server that takes connections on 127.0.0.1. */
export interface Server {
  readonly port: number;
  stop(): Promise<void>;
}

/** How long a server may take to become ready: after a crash it first reads its log again. */
const patience = 120_000;

/** How a server is run. */
export interface Running {
  /** Whether it gives up nothing that was committed, whatever happens to the machine. */
  readonly durable: boolean;
  /** How many connections it takes. */
  readonly connections: number;
}

/**
 * Starts the server of a data folder, on the port it had last time if that is free, and waits until it is ready.
 *
 * @throws StoreError with the server's own last words if it does not start
 */
export async function startServer(site: Site, running: Running, log: (message: string) => void): Promise<Server> {
  const portFile = join(site.folder, "port");
  const last = Number(await readFile(portFile, "utf8").catch(() => "")) || 0;
  for (let attempt = 1; ; attempt++) {
    const port = await freePort(last);
    const child = await launch(site, port, running);
    if (await becomesReady(site, child, log)) {
      await replace(portFile);
      await writeFile(portFile, String(port));
      return keep(site, port, child, log);
    }
    const words = await lastWords(site);
    // Somebody took the port since we looked, or a killed server's last processes have not gone yet.
    if (attempt === 10 || !/could not bind|Address already in use|is still in use/.test(words))
      throw failed(site, words);
    await pause(500);
  }
}

/** Stops the server of a data folder, and waits until it has. */
export async function stopServer(site: Site): Promise<void> {
  const stop = (mode: string) =>
    run(site.binaries.pgCtl, ["stop", "-D", site.data, "-m", mode, "-w", "-t", "60"], site.user);
  const { code } = await stop("fast");
  if (code !== 0 && (await stop("immediate")).code !== 0 && (await isRecorded(site))) {
    throw new StoreError(`The embedded Postgres in ${site.data} does not stop; see ${logFile(site)}.`);
  }
}

/** A sixteenth of the machine's memory, between what Postgres has by default and what the longest list is read from. */
const cacheMegabytes = () => Math.min(512, Math.max(128, Math.floor(totalmem() / 2 ** 24)));

const logFile = (site: Site) => join(site.folder, "log");

async function launch(site: Site, port: number, { durable, connections }: Running): Promise<ChildProcess> {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: connections,
    shared_buffers: `${cacheMegabytes()}MB`,
    timezone: "UTC",
    log_timezone: "UTC",
    // The log is for what befalls the server; what a statement does wrong is told to whoever sent it.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_checkpoints: "off",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  await replace(logFile(site));
  const output = await open(logFile(site), "w", 0o600);
  try {
    const child = spawn(site.binaries.postgres, ["-D", site.data, ...args], {
      ...spawnAs(site.user),
      stdio: ["ignore", output.fd, output.fd],
    });
    // A child that cannot be started has no id; its fault shows in `becomesReady`.
    child.once("error", () => undefined);
    child.unref();
    return child;
  } finally {
    await output.close();
  }
}

// A file that another user of this folder wrote cannot be written over, but it can be removed.
const replace = (file: string) => rm(file, { force: true });

async function becomesReady(site: Site, child: ChildProcess, log: (message: string) => void): Promise<boolean> {
  const start = Date.now();
  let said = 0;
  while (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const lines = (await readFile(join(site.data, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
    if (lines[0] === String(child.pid) && lines[7]?.trim() === "ready") return true;
    const seconds = Math.floor((Date.now() - start) / 1000);
    if (seconds >= patience / 1000) {
      await stopServer(site);
      throw new StoreError(`The embedded Postgres was not ready after ${seconds} s; see ${logFile(site)}.`);
    }
    if (seconds >= said + 5) {
      said = seconds;
      log(`Waiting for the embedded Postgres, ${seconds} s so far.`);
    }
    await pause(20);
  }
  return false;
}

function keep(site: Site, port: number, child: ChildProcess, log: (message: string) => void): Server {
  const onDeath = () =>
    log(`The embedded Postgres has stopped unexpectedly; see ${logFile(site)}. Start Citegraph again.`);
  // For an exit that forgot to stop the server: it ends by itself a moment later.
  const onExit = () => child.kill("SIGINT");
  child.once("exit", onDeath);
  process.once("exit", onExit);
  return {
    port,
    stop: async () => {
      child.off("exit", onDeath);
      process.off("exit", onExit);
      const gone = child.exitCode === null && child.signalCode === null ? once(child, "exit") : undefined;
      child.ref();
      if (await ranOutOfSpace(site)) log(`The disk of ${site.data} has been full: make room.`);
      await stopServer(site);
      await gone;
    },
  };
}

/** Whether the server found its disk full since it was started. */
async function ranOutOfSpace(site: Site): Promise<boolean> {
  return (await readFile(logFile(site), "utf8").catch(() => "")).includes("No space left on device");
}

async function isRecorded(site: Site): Promise<boolean> {
  return (await readFile(join(site.data, "postmaster.pid"), "utf8").catch(() => "")) !== "";
}

async function lastWords(site: Site): Promise<string> {
  const lines = (await readFile(logFile(site), "utf8").catch(() => "")).trim().split("\n");
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|HINT|DETAIL|could not|WARNING/.test(line));
  return (telling.length > 0 ? telling : lines).slice(-4).join("; ");
}

function failed(site: Site, words: string): StoreError {
  if (words.includes("No space left on device")) {
    return new StoreError(`The embedded Postgres cannot write to ${site.data}: the disk is full: make room.`);
  }
  return new StoreError(`The embedded Postgres in ${site.data} did not start: ${words || "it said nothing"}.`);
}
