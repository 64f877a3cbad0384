import { loadShipped } from "../../src/app";
import { openGraph } from "../../src/open-graph";
import { setPartner } from "../../src/partners/book";
import { addKey } from "../../src/partners/keyring";
import { startEmbedded } from "../../src/store/embedded";
import { type Store } from "../../src/store/store";
import { addRevisions } from "../history";
import { addCities } from "./cities";
import { addFacts } from "./facts";
import { addObservations } from "./observations";

/** How much a database holds. */
export interface Scale {
  readonly cities: number;
  readonly observations: number;
  /** How many revisions are recorded after all of it was. */
  readonly revisions: number;
}

/** What can be asked for with `--scale`. */
export const scales = {
  small: { cities: 3_000, observations: 50_000, revisions: 20 },
  full: { cities: 140_000, observations: 1_000_000, revisions: 200 },
} satisfies Record<string, Scale>;

/** A database to ask. */
export interface Database {
  readonly store: Store;
  /** The revision before the last ones were recorded. */
  readonly old: number;
}

/** Enough for each of those who are measured to have as many as Citegraph, all running at once. */
const connections = 150;

/** Opens a database of this scale in a folder; it is made where the folder has none. Whoever opened it closes its store. */
export async function openDatabase(home: string, scale: Scale, tell: (message: string) => void): Promise<Database> {
  const store = await openStore(home, tell);
  try {
    const { rows } = await store.pool.query("select from rankings where id = 'bench-ranking-1'");
    if (rows.length === 0) await make(store, scale, tell);
    const made = "select number from revisions where source = 'bench'";
    const old = (await store.pool.query<{ number: number }>(made)).rows[0]!.number;
    return { store, old };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openStore(home: string, tell: (message: string) => void): Promise<Store> {
  const server = await startEmbedded(home, tell, true, connections);
  try {
    const store = await openGraph({ databaseUrl: server.url, home }, tell);
    return { ...store, close: () => store.close().finally(() => server.stop()) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function make(store: Store, scale: Scale, tell: (message: string) => void): Promise<void> {
  tell("Loading data/.");
  await loadShipped(store, () => undefined);
  tell(`Making ${scale.cities.toLocaleString("en")} cities or as many as there are, and what is said of them.`);
  await addCities(store, scale.cities);
  await addFacts(store);
  tell(`Making ${scale.observations.toLocaleString("en")} observations.`);
  await addObservations(store, scale.observations, tell);
  tell(`Recording ${scale.revisions} revisions.`);
  await addRevisions(store, scale.revisions, () => undefined);
  await store.source.query("vacuum analyze");
}

/** A partner's key to submit with. */
export async function keyOf({ source }: Store): Promise<string> {
  await setPartner(source, {
    slug: "bench",
    name: "Bench",
    organisation: "fira-de-barcelona",
    cities: ["shanghai-cn"],
  });
  return addKey(source, "bench", null);
}
