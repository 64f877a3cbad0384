import { Readable } from "node:stream";
import { Client } from "pg";
import { session } from "./read-pool";
import { askable, refusal } from "./run";

/** A statement whose rows are a number that is the same in each (or null) and a line of text; null in an only row for no lines. */
export interface StreamStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** What stands before the first line. */
  readonly head: string;
  readonly lineEnd: string;
}

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

interface Limits {
  /** How many are read at once. */
  readonly most: number;
  /** How long Postgres may take for the first lines, and for any batch of them, in seconds. */
  readonly batch: number;
  /** How long whoever reads may leave a batch lying, in seconds. */
  readonly idle: number;
  /** How long all of it may take, in seconds: as long as it is read, Postgres keeps what was deleted meanwhile. */
  readonly whole: number;
}

export const usualLimits: Limits = { most: 3, batch: 60, idle: 60, whole: 3600 };

/** Rows of a batch: some dozens of kilobytes, of which two are held at a time. */
const batchSize = 100;

export function createStreams(url: string, limits: Limits = usualLimits): Streams {
  const open = new Set<Client>();

  async function begin(client: Client, { text, values, head, lineEnd }: StreamStatement) {
    await client.connect();
    await client.query(sessionOf(limits));
    // Where the system of the server cannot tell a lost connection, a statement runs on until it has lines to send.
    await client.query("set client_connection_check_interval = '1s'").catch(() => undefined);
    await client.query("begin transaction isolation level repeatable read read only");
    await client.query({ text: `declare lines no scroll cursor for ${text}`, values: [...values] });
    const first = await fetch(client);
    return { revision: first[0]?.[0] ?? null, body: bodyOf(client, first, head, lineEnd, limits) };
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
      await Promise.all([...open].map((client) => client.end().catch(() => undefined)));
    },
  };
}

// A cursor is usually planned for its first rows alone; these are all read. Workers would take the processor from answers.
// What is looked up for each row is in memory soon: an index serves it better than reading a small table over and over.
const sessionOf = ({
  batch,
  idle,
}: Limits) => `${session}; set application_name = 'citegraph export'; set statement_timeout = '${batch}s';
  set idle_in_transaction_session_timeout = '${idle}s'; set cursor_tuple_fraction = 1;
  set max_parallel_workers_per_gather = 0; set work_mem = '32MB'; set random_page_cost = 1.1`;

type Batch = readonly (readonly [number | null, string | null])[];

// The promises that node-postgres makes hang together from query to query: what one held would grow old with the next,
// and the process by a hundred megabytes before it is cleared. Its callbacks do not.
function fetch(client: Client): Promise<Batch> {
  const query = { text: `fetch ${batchSize} from lines`, rowMode: "array" } as const;
  return new Promise((resolve, reject) => {
    client.query<[number | null, string | null]>(query, (error, result) =>
      error ? reject(error) : resolve(result.rows),
    );
  });
}

/** The lines as bytes: while one batch is sent, the next is read, and no more than that. */
function bodyOf(client: Client, first: Batch, head: string, lineEnd: string, limits: Limits): Readable {
  let next: Promise<Batch> = Promise.resolve(first);
  let before = head;
  const read = async (body: Readable): Promise<void> => {
    const batch = await next;
    if (batch.length === 0) {
      if (before !== "") body.push(before);
      return void body.push(null);
    }
    next = batch.length < batchSize ? Promise.resolve([]) : fetch(client);
    // Whoever awaits it is told; until then it must not pass for an error that nobody handles.
    next.catch(() => undefined);
    const text = before + batch.map(([, line]) => (line === null ? "" : line + lineEnd)).join("");
    before = "";
    // To be handed nothing is no reason for a stream to ask again.
    if (text === "") await read(body);
    else body.push(text);
  };
  const body: Readable = new Readable({
    highWaterMark: 64 * 1024,
    read: () => void read(body).catch((error: Error) => body.destroy(error)),
    destroy: (error, done) => {
      clearTimeout(timer);
      client.end().then(
        () => done(error),
        () => done(error),
      );
    },
  });
  const timer = setTimeout(
    () => body.destroy(new Error(`an export took longer than ${limits.whole} s`)),
    limits.whole * 1000,
  );
  timer.unref();
  client.once("error", (error) => body.destroy(error));
  return body;
}
