import { type ClientBase, type Pool } from "pg";
import { DataSource, type DataSourceOptions } from "typeorm";
import { connect, describeUrl, explain } from "./connect";
import { startEmbedded } from "./embedded";
import { migrate } from "./migrate";
import { PostgresNaming } from "./naming-strategy";
import { createReadPool, session } from "./read-pool";

/** Where Citegraph keeps its database. */
export interface StoreSettings {
  /** A Postgres server, 15 or newer; undefined starts an embedded one. */
  readonly url: string | undefined;
  /** The folder of the embedded server. */
  readonly home: string;
  /** How many reads run at once; 10 by default. */
  readonly poolSize?: number;
}

/** The open database, migrated. Whoever opened it closes it. */
export interface Store {
  /** For metadata, migrations and writes. */
  readonly source: DataSource;
  /** For reads: raw rows, prepared statements, 10 s at most. */
  readonly pool: Pool;
  /** Where the database is, with its password. */
  readonly url: string;
  /** Waits for reads and writes under way, then closes the connections and stops an embedded server. */
  close(): Promise<void>;
}

/** The classes of the tables, and the migrations that make them. */
export type Parts = Required<Pick<DataSourceOptions, "entities" | "migrations">>;

/** Connections for writes: submissions queue behind one lock, so few are needed. */
const writers = 5;

/**
 * Opens the database, ours or embedded, and brings it up to date.
 *
 * @param log is told, a line at a time, what whoever starts Citegraph should see
 * @throws StoreError if it cannot be had; the message says why and what to do
 */
export async function openStore(settings: StoreSettings, parts: Parts, log: (message: string) => void): Promise<Store> {
  const opened: (() => Promise<unknown>)[] = [];
  // Last opened, first closed; asked again, the same closing.
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= closeAll(opened);
    return closing;
  };
  try {
    const url = settings.url ?? (await openEmbedded());
    const keeper = await connect(url, log);
    const source = createSource(url, parts);
    try {
      await source.initialize();
      opened.push(() => source.destroy());
      await migrate(source, keeper, log);
    } finally {
      await keeper.end();
    }
    const pool = createReadPool(url, settings.poolSize ?? 10, log);
    opened.push(() => pool.end());
    return { source, pool, url, close };
  } catch (error) {
    await close();
    throw settings.url === undefined ? error : explain(error, describeUrl(settings.url));
  }

  async function openEmbedded(): Promise<string> {
    const server = await startEmbedded(settings.home, log);
    opened.push(() => server.stop());
    return server.url;
  }
}

function createSource(url: string, { entities, migrations }: Parts) {
  return new DataSource({
    type: "postgres",
    url,
    entities,
    migrations,
    namingStrategy: new PostgresNaming(),
    synchronize: false,
    installExtensions: false,
    poolSize: writers,
    connectTimeoutMS: 10_000,
    extra: { keepAlive: true, onConnect: (client: ClientBase) => client.query(session) },
  });
}

async function closeAll(opened: (() => Promise<unknown>)[]): Promise<void> {
  for (const close of opened.toReversed()) await close();
}
