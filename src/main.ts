import "./production";
import { once } from "node:events";
import { createServer } from "node:net";
import { setFlagsFromString } from "node:v8";
import { createApp, loadShipped, readShipped } from "./app";
import { type Config, readConfig } from "./config";
import { openGraph } from "./open-graph";
import { run } from "./run";

/** The process: opens the store, records what ships with the code, serves until it is told to stop. */
void run(async (stopping, log) => {
  const config = readConfig(process.env);
  const started = Date.now();
  await tryPort(config);
  // Asked before the store is there; what goes wrong with it is told when its turn comes.
  const reading = readShipped(config).catch(() => undefined);
  const store = await openGraph(config, log);
  try {
    const diffs = await loadShipped(store, log, stopping, await reading);
    if (diffs.length > 0) log(`Recorded ${diffs.length} revisions from data/.`);
    setFlagsFromString(`--heap-growing-percent=${garbage}`);
    const server = await createApp(store, config);
    try {
      const address = await server.listen({ host: config.host, port: config.port });
      log(
        `Citegraph is ready at ${address} after ${((Date.now() - started) / 1000).toFixed(1)} s: open it, or ${address}/graphql.`,
      );
      await stopped(stopping);
      log("Stopping: finishing what is under way.");
    } finally {
      await server.close();
    }
  } finally {
    await store.close();
  }
});

/**
 * How much the heap grows before it is tidied, in percent of what is in use. By itself V8 lets it grow fivefold where there
 * is memory: each long submission then seems to take fifty megabytes for good. To tidy once a submission takes 20 ms.
 */
const garbage = 50;

const stopped = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });

/** Throws at once what listening would throw after the first load. */
async function tryPort({ host, port }: Config): Promise<void> {
  const server = createServer().listen({ host, port, exclusive: true });
  await once(server, "listening");
  server.close();
  await once(server, "close");
}
