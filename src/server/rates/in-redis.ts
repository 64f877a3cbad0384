import { type FastifyBaseLogger } from "fastify";
import { RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { duration, type Rates, ratesInMemory } from "./rates";
import { inWords, isRefusal, linkToRedis, type RedisLink, refusedBy } from "./redis";

/** How long Redis may take to count, and how long it is left alone when it did not, in milliseconds. */
const usualPatience: Patience = { wait: 200, rest: 2_000 };

/** How long is waited for Redis. */
export interface Patience {
  readonly wait: number;
  readonly rest: number;
}

/**
 * Counts in Redis, where all instances count together. While it cannot be asked, or takes too long, each instance counts in
 * its own memory, so that nobody is refused for it; that is told in the log when it begins and when it ends.
 *
 * @param url `redis://` or `rediss://`
 * @throws RedisRefusal if it refuses us
 */
export async function ratesInRedis(
  url: string,
  most: number,
  log: FastifyBaseLogger,
  { wait, rest }: Patience = usualPatience,
): Promise<Rates> {
  const link = await linkToRedis(url, wait);
  const { client, place } = link;
  const here = ratesInMemory(most);
  const limiter = new RateLimiterRedis({
    storeClient: client,
    points: most,
    duration,
    keyPrefix: "citegraph-rate",
    // Who has asked for all they may is refused without asking Redis again.
    inMemoryBlockOnConsumed: most,
  });
  let isAway = false;
  let restsUntil = 0;
  let isClosed = false;

  const away = (reason: string) => {
    if (isAway || isClosed) return;
    isAway = true;
    log.warn(
      `Redis at ${place} does not count what is asked (${reason}): until it does, each instance counts for itself. Should it never, look at CITEGRAPH_REDIS.`,
    );
  };
  const back = () => {
    if (!isAway) return;
    isAway = false;
    log.info(`Redis at ${place} counts what is asked again, for all instances together.`);
  };

  const count: Rates["count"] = async (who, cost) => {
    if (performance.now() < restsUntil) return here.count(who, cost);
    if (client.status !== "ready") {
      away(link.reason());
      return here.count(who, cost);
    }
    try {
      const counted = await limiter.consume(who, cost);
      back();
      return counted;
    } catch (error) {
      if (error instanceof RateLimiterRes) throw error;
      restsUntil = performance.now() + rest;
      away(inWords(error as Error));
      return here.count(who, cost);
    }
  };
  const close = () => {
    isClosed = true;
    client.disconnect();
  };
  await tryOut(link, limiter, away).catch((error: unknown) => {
    close();
    throw error;
  });
  return { most, count, close };
}

/** Counts once at the start, so that a Redis that would not count is told of at once. @throws RedisRefusal */
async function tryOut({ client, place, reason }: RedisLink, limiter: RateLimiterRedis, away: (reason: string) => void) {
  if (client.status !== "ready") return away(reason());
  try {
    await limiter.consume("start", 0);
  } catch (error) {
    if (error instanceof RateLimiterRes) return;
    if (isRefusal(error as Error)) throw refusedBy(place, error as Error);
    away(inWords(error as Error));
  }
}
