import { type FastifyBaseLogger } from "fastify";
import { type ServerParts } from "../parts";
import { ratesInRedis } from "./in-redis";
import { type Rates, ratesInMemory } from "./rates";

/** Counts as it is set: not at all, in this process, or in Redis; whoever opens it closes it. @throws RedisRefusal */
export async function openRates(
  { rate = 0, redisUrl }: Pick<ServerParts["settings"], "rate" | "redisUrl">,
  log: FastifyBaseLogger,
): Promise<Rates | undefined> {
  if (rate === 0) return undefined;
  return redisUrl === undefined ? ratesInMemory(rate) : ratesInRedis(redisUrl, rate, log);
}
