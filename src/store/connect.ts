import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { StoreError } from "./store-error";

/** The oldest Postgres that will do, as `server_version_num` counts. */
const oldest = 150_000;

/** How long a server may take to come up, in milliseconds. */
const patience = 30_000;

/**
 * Opens one connection, waiting for a server that is still starting, and asks for its version.
 *
 * @param wait how long to wait for the server, in milliseconds
 * @throws StoreError if the server does not come up in time, refuses us, lacks the database, or is older than Postgres 15
 */
export async function connect(url: string, log: (message: string) => void, wait = patience): Promise<Client> {
  const place = describeUrl(url);
  const start = Date.now();
  let heard = Number.NEGATIVE_INFINITY;
  for (;;) {
    try {
      return await connectOnce(url);
    } catch (error) {
      if (error instanceof StoreError) throw error;
      if (!isPassing(error)) throw explain(error, place);
      const waited = Date.now() - start;
      if (waited >= wait) throw unreachable(error, place, waited);
      if (waited - heard >= 5_000) {
        heard = waited;
        log(`Waiting for Postgres at ${place}: ${reason(error)} (${seconds(waited)} of ${seconds(wait)}).`);
      }
    }
    await pause(Math.min(500, wait));
  }
}

/** Where a connection string leads, without its password. */
export function describeUrl(url: string): string {
  const { protocol, hostname, port, pathname, username } = parse(url);
  if (!/^postgres(ql)?:$/.test(protocol)) throw malformed();
  const user = username ? `${decodeURIComponent(username)}@` : "";
  return `${user}${hostname || "localhost"}:${port || 5432}${pathname}`;
}

function parse(url: string): URL {
  try {
    return new URL(url);
  } catch {
    throw malformed();
  }
}

function malformed(): StoreError {
  // What came is not repeated: it may hold a password.
  return new StoreError(
    "DATABASE_URL expects postgresql://user:password@host:5432/database (special characters percent-encoded), " +
      "got something else.",
  );
}

async function connectOnce(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: "citegraph" });
  // A connection that breaks tells so in the next query; unheard, the event would end the process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; version: string }>(
      "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
    );
    requireVersion(rows[0]!.number, rows[0]!.version);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/**
 * Refuses a server older than Postgres 15.
 *
 * @param number as `server_version_num` says: 150004 is 15.4
 */
export function requireVersion(number: number, version: string): void {
  if (number >= oldest) return;
  throw new StoreError(
    `Citegraph expects Postgres 15 or newer, but the server at DATABASE_URL is ${version}: upgrade it, or unset ` +
      "DATABASE_URL to use the embedded Postgres.",
  );
}

/** Faults that go away when a server, its network or its name comes up. */
const passing = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN", "EPIPE"],
  // A unix socket that is not there yet.
  "ENOENT",
  // Starting up or stopping; too many connections.
  ...["57P01", "57P02", "57P03", "53300"],
]);

function isPassing(error: unknown): boolean {
  return passing.has(codeOf(error)) || /timeout|terminated/i.test(messageOf(error));
}

/** The code of an error, or of what caused it. */
function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as NodeJS.ErrnoException;
  return code ?? (cause ? codeOf(cause) : "");
}

const messageOf = (error: unknown) => (error as Error | null)?.message ?? String(error);
const seconds = (milliseconds: number) => `${Math.round(milliseconds / 1000)} s`;

function reason(error: unknown): string {
  const words: Record<string, string> = {
    ECONNREFUSED: "nothing listens there",
    ENOTFOUND: "no such host",
    EAI_AGAIN: "the host's name cannot be looked up",
    ENOENT: "no such socket",
    "53300": "it has no connection to spare",
  };
  return words[codeOf(error)] ?? messageOf(error);
}

function unreachable(error: unknown, place: string, waited: number): StoreError {
  return new StoreError(
    `Postgres at ${place} was not reached in ${seconds(waited)}: ${reason(error)}. Start it, or mend DATABASE_URL; ` +
      "without DATABASE_URL Citegraph starts a Postgres of its own.",
    { cause: error },
  );
}

/** What to do about a refusal, by the code of Postgres. */
const remedies: Readonly<Record<string, string>> = {
  "28P01": "mend the user or password in DATABASE_URL",
  "28000": "mend the user in DATABASE_URL, or the server's pg_hba.conf",
  "3D000": "create the database, or mend its name in DATABASE_URL",
  "42501": "give the user of DATABASE_URL that right, or let it own the database",
  "25006": "set DATABASE_URL to the primary server, which can be written",
  "53100": "make room on the server's disk",
};

/** A refusal of the server in words; an error that nobody foresaw is handed back as it came. */
export function explain(error: unknown, place: string): unknown {
  if (error instanceof StoreError) return error;
  const remedy = remedies[codeOf(error)];
  if (remedy)
    return new StoreError(`Postgres at ${place} says: ${messageOf(error)}. Please ${remedy}.`, { cause: error });
  if (/SSL|certificate|SASL|password|Invalid URL/i.test(messageOf(error))) {
    return new StoreError(`Cannot connect to Postgres at ${place}: ${messageOf(error)}. Please mend DATABASE_URL.`, {
      cause: error,
    });
  }
  return error;
}
