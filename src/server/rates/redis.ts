import { setTimeout as pause } from "node:timers/promises";
import { type Redis } from "ioredis";

/** How long Redis may take to connect, to say nothing while something is asked, and to take leave, in milliseconds. */
const patience = { connection: 2_000, silence: 2_000, leave: 500 };

/** A connection to Redis, which is opened again whenever it breaks. */
export interface RedisLink {
  readonly client: Redis;
  /** Where it leads, without its password. */
  readonly place: string;
  /** What last went wrong with the connection, in words. */
  reason(): string;
}

/** A Redis that was reached and does not take us, as whoever set its address can mend it. */
export class RedisRefusal extends Error {
  override readonly name = "RedisRefusal";
}

/**
 * Connects to Redis. One that cannot be reached is sought again and again, while whoever asks goes on; the link is not
 * ready then.
 *
 * @param wait how long each command may wait for its answer, in milliseconds
 * @throws RedisRefusal if it refuses us: a wrong password or database, or something that is no Redis
 */
export async function linkToRedis(url: string, wait: number): Promise<RedisLink> {
  // Loaded by those who ask for it alone.
  const { Redis } = require("ioredis") as typeof import("ioredis");
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: patience.connection,
    commandTimeout: wait,
    socketTimeout: patience.silence,
    disconnectTimeout: patience.leave,
    keepAlive: 30_000,
    connectionName: "citegraph",
    disableClientInfo: true,
    // What cannot be asked now is counted otherwise: to ask it later would count it twice.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(times * 200, 5_000),
  });
  const place = placeOf(url);
  let last: Error | undefined;
  let refusal: Error | undefined;
  client.on("error", (error: Error) => {
    last = error;
    // What comes of a refusal, such as the end of the connection, follows it.
    if (isRefusal(error)) refusal ??= error;
  });
  await Promise.race([
    client.connect().catch(() => undefined),
    pause(patience.connection + 500, undefined, { ref: false }),
  ]);
  if (refusal) {
    client.disconnect();
    throw refusedBy(place, refusal);
  }
  return { client, place, reason: () => (last ? inWords(last) : lost) };
}

/** The refusal of a Redis that answers so. */
export const refusedBy = (place: string, { message }: Error) =>
  new RedisRefusal(
    `Redis at ${place} says: ${message.replace(/\.?( Please report this\.)?$/, ".")} Mend CITEGRAPH_REDIS (redis://user:password@host:6379/0), or unset it: then each instance counts for itself.`,
  );

/** Whether Redis was reached and does not want us, for a reason that does not pass by itself. */
export function isRefusal(error: Error): boolean {
  return error.name === "ParserError" || (error.name === "ReplyError" && !passing.test(error.message));
}

/** What a Redis says that starts, has too much to do, or hands over to another. */
const passing =
  /\b(LOADING|BUSY|OOM|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|MISCONF|NOREPLICAS|max number of clients)\b/;

/** What went wrong, as whoever runs the server reads it. */
export function inWords({ message, code = "" }: Error & { code?: string }): string {
  const words: Readonly<Record<string, string>> = {
    ECONNREFUSED: "nothing listens there",
    ENOTFOUND: "no such host",
    EAI_AGAIN: "the host's name cannot be looked up",
    ETIMEDOUT: "it does not answer",
  };
  if (message.startsWith("Stream isn't writeable")) return lost;
  if (message.endsWith("Command timed out")) return "it takes too long to answer";
  return words[code] ?? message;
}

const lost = "the connection was lost";

function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
