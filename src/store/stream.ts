import { type Readable } from "node:stream";
import { Client } from "pg";
import { type Limits, readLines, type StreamStatement, socketOf } from "./lines";
import { session } from "./read-pool";
import { askable, refusal } from "./run";

/** Statements that are read to their end, however many rows they have, each on a connection of its own. */
export interface Streams {
  /**
   * Begins to read a statement. The body holds its connection until it ends or is destroyed; if the statement fails, it
   * is destroyed with the error.
   *
   * @throws GraphQLError TOO_MANY_EXPORTS if as many are read as may be, QUERY_TIMEOUT, UNAVAILABLE
   */
  open(statement: StreamStatement, over?: AbortSignal): Promise<{ revision: number | null; body: Readable }>;
  /** Ends those that are still read; their bodies are destroyed. */
  close(): Promise<void>;
}

export const usualLimits: Limits = { most: 3, batch: 60, idle: 60, whole: 3600 };

export function createStreams(url: string, limits: Limits = usualLimits): Streams {
  const open = new Set<Client>();

  async function begin(client: Client, statement: StreamStatement) {
    await client.connect();
    await client.query(sessionOf(limits));
    // Where the system of the server cannot tell a lost connection, a statement runs on until it has lines to send.
    await client.query("set client_connection_check_interval = '1s'").catch(() => undefined);
    return readLines(client, statement, limits);
  }

  return {
    async open(statement, over) {
      if (open.size >= limits.most) {
        throw refusal(
          "TOO_MANY_EXPORTS",
          `${limits.most} exports are being read, as many as may be at once; try again in a minute`,
        );
      }
      const client = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 });
      open.add(client);
      client.once("end", () => open.delete(client));
      client.on("error", () => undefined);
      const end = () => void client.end().catch(() => undefined);
      over?.addEventListener("abort", end);
      try {
        over?.throwIfAborted();
        return await begin(client, statement);
      } catch (error) {
        open.delete(client);
        end();
        throw askable(error, limits.batch) ?? error;
      } finally {
        over?.removeEventListener("abort", end);
      }
    },
    close: async () => {
      // Of a socket that is not read the end is never heard.
      for (const client of open) socketOf(client).resume();
      await Promise.all([...open].map((client) => client.end().catch(() => undefined)));
    },
  };
}

// Workers would take the processor from answers. What is looked up for each row is in memory soon: an index serves it
// better than reading a small table over and over.
const sessionOf = ({
  whole,
}: Limits) => `${session}; set application_name = 'citegraph export'; set statement_timeout = '${whole}s';
  set default_transaction_read_only = on; set max_parallel_workers_per_gather = 0; set work_mem = '32MB'`;
