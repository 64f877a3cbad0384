import { type ClientBase, type Pool } from "pg";
import { DataSource, type DataSourceOptions, type Logger } from "typeorm";
import { connect, describeUrl, explain } from "./connect";
import { startEmbedded } from "./embedded";
import { Lanes } from "./lanes";
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
  /** For reads that are light; each is a part of what `pool` would do. */
  readonly lanes: Lanes;
  /** Where the database is, with its password. */
  readonly url: string;
  /** Waits for reads and writes under way, then closes the connections and stops an embedded server. */
  close(): Promise<void>;
}

/** The classes of the tables, and the migrations that make them. */
export type Parts = Required<Pick<DataSourceOptions, "entities" | "migrations">>;

/** Connections for writes: submissions queue behind one lock, so few are needed. */
const writers = 5;

/** Connections for light reads. */
const lanesOpen = 2;

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
  let url = settings.url;
  try {
    if (url === undefined) {
      const server = await startEmbedded(settings.home, log);
      opened.push(() => server.stop());
      url = server.url;
    }
    const keeper = await connect(url, log);
    opened.push(() => keeper.end());
    const source = createSource(url, parts, log);
    await source.initialize();
    opened.push(() => source.destroy());
    await migrate(source, keeper, log);
    await keeper.end();
    const pool = createReadPool(url, settings.poolSize ?? 10, log);
    opened.push(() => pool.end());
    const lanes = new Lanes(url, lanesOpen);
    opened.push(() => lanes.close());
    return { source, pool, lanes, url, close };
  } catch (error) {
    await close();
    throw url === undefined ? error : explain(error, describeUrl(url));
  }
}

function createSource(url: string, { entities, migrations }: Parts, log: (message: string) => void) {
  return new DataSource({
    type: "postgres",
    url,
    entities,
    migrations,
    namingStrategy: new PostgresNaming(),
    synchronize: false,
    installExtensions: false,
    logger: silent,
    poolErrorHandler: (error: Error) => log(`A connection to Postgres broke while idle: ${error.message}`),
    poolSize: writers,
    connectTimeoutMS: 10_000,
    extra: { keepAlive: true, onConnect: (client: ClientBase) => client.query(session) },
  });
}

// What goes wrong is thrown, and told once by whoever catches it.
const silent: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

async function closeAll(opened: (() => Promise<unknown>)[]): Promise<void> {
  const close = opened.pop();
  if (!close) return;
  try {
    await close();
  } finally {
    await closeAll(opened);
  }
}
