import { rm } from "node:fs/promises";
import { join } from "node:path";
import { loadShipped } from "../src/app";
import { openGraph } from "../src/open-graph";
import { type Store } from "../src/store/store";
import { type Serving, serve, temporaryFolder } from "./children";

/** A store of the facts that ship, in a folder of its own. */
export interface Shipped {
  readonly store: Store;
  readonly home: string;
}

/** Works on a new store of the facts that ship, which is removed afterwards. */
export async function withShipped<Result>(
  tell: (message: string) => void,
  work: (shipped: Shipped) => Promise<Result>,
): Promise<Result> {
  const home = await temporaryFolder();
  try {
    const store = await openGraph({ databaseUrl: undefined, home }, tell);
    try {
      tell("Loading data/.");
      await loadShipped(store, () => undefined);
      return await work({ store, home });
    } finally {
      await store.close();
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** Works with a server of ours, in a process of its own, beside whoever has the store open. */
export async function withServer<Result>(
  { store, home }: Shipped,
  work: (citegraph: Serving) => Promise<Result>,
): Promise<Result> {
  const env = {
    DATABASE_URL: store.url,
    PORT: "0",
    HOST: "127.0.0.1",
    LOG_LEVEL: "info",
    CITEGRAPH_CACHE_MB: "0",
    CITEGRAPH_RATE: "0",
  };
  const citegraph = await serve("src/main.js", join(home, "output"), env);
  try {
    return await work(citegraph);
  } finally {
    await citegraph.stop();
  }
}
