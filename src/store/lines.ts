import { type Socket } from "node:net";
import { Readable } from "node:stream";
import { type Client, Query, type QueryArrayConfig } from "pg";
import { tookTooLong } from "./run";

/** A statement whose rows are a number that is the same in each (or null) and a line of text; null in an only row for no lines. */
export interface StreamStatement {
  readonly text: string;
  readonly values: readonly unknown[];
  /** What stands before the first line. */
  readonly head: string;
  readonly lineEnd: string;
}

/** What bounds the reading of a statement. */
export interface Limits {
  /** How many are read at once. */
  readonly most: number;
  /** How long Postgres may take for the first lines, and for any that follow, in seconds. */
  readonly batch: number;
  /** How long whoever reads may take nothing, in seconds. */
  readonly idle: number;
  /** How long all of it may take, in seconds: as long as it is read, Postgres keeps what was deleted meanwhile. */
  readonly whole: number;
}

type Lines = Query<[number | null, string | null]>;

/** Runs the statement; answers as soon as it has a line, or none. */
export async function readLines(client: Client, { text, values, head, lineEnd }: StreamStatement, limits: Limits) {
  const asked: QueryArrayConfig = { text, values: [...values], rowMode: "array" };
  const query: Lines = new Query(asked);
  const body = bodyOf(client, query, head, lineEnd, limits);
  const revision = new Promise<number | null>((resolve, reject) => {
    query.once("row", ([number]) => resolve(number));
    query.once("end", () => resolve(null));
    body.once("error", reject);
  });
  client.query(query);
  return { revision: await revision, body };
}

/** How much text is handed over at once: Postgres sends a dozen lines at a time, and each handing over costs as much as those. In characters, of which most take one byte. */
const chunkSize = 64 * 1024;

/** How long lines wait for more of them, in milliseconds. */
const linger = 10;

/** The lines as bytes, gathered; until they are taken, the socket to Postgres is not read. */
function bodyOf(client: Client, query: Lines, head: string, lineEnd: string, limits: Limits): Readable {
  const socket = socketOf(client);
  const body = new Readable({
    highWaterMark: 2 * chunkSize,
    read: () => {
      socket.resume();
      expect(limits.batch, tooSlow);
    },
    destroy: (error, done) => {
      clearTimeout(whole);
      clearTimeout(next);
      // Of a socket that is not read the end is never heard.
      socket.resume();
      client.end().then(
        () => done(error),
        () => done(error),
      );
    },
  });
  const tooSlow = () => tookTooLong(limits.batch);
  const notTaken = () => new Error(`nothing of an export was taken for ${limits.idle} s`);
  const tooLong = () => new Error(`an export took longer than ${limits.whole} s`);
  const after = (seconds: number, error: () => Error) =>
    setTimeout(() => body.destroy(error()), seconds * 1000).unref();
  const whole = after(limits.whole, tooLong);
  let next = after(limits.batch, tooSlow);
  const expect = (seconds: number, error: () => Error) => {
    clearTimeout(next);
    next = after(seconds, error);
  };

  let waiting = head;
  let sending: NodeJS.Timeout | undefined;
  const send = () => {
    const text = waiting;
    waiting = "";
    clearTimeout(sending);
    sending = undefined;
    if (text === "" || body.destroyed || body.push(text)) return;
    socket.pause();
    expect(limits.idle, notTaken);
  };
  query.on("row", ([, line]) => {
    if (line !== null) waiting += line + lineEnd;
    if (waiting.length >= chunkSize) send();
    else sending ??= setTimeout(send, linger);
  });
  query.on("end", () => {
    send();
    body.push(null);
  });
  query.on("error", (error) => body.destroy(error));
  client.once("error", (error) => body.destroy(error));
  return body;
}

/** The socket to Postgres, within TLS if it is; node-postgres has it, but does not tell in its types. */
export const socketOf = (client: Client) => (client as unknown as { connection: { stream: Socket } }).connection.stream;
