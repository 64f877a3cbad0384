import { createHash } from "node:crypto";
import { type FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { RateLimiterRes } from "rate-limiter-flexible";
import { aFifth, Shares } from "../fair/shares";
import { type AddressOf } from "./address";
import { type Rates } from "./rates/rates";

/** How many operations may be under way at once, where nothing else is set: the last of them waits for about a second. */
const usualUnderWay = 500;

/** What bounds those who ask, each for themselves and all together. */
export interface Allowance {
  /**
   * Runs an operation of this cost for whoever asks; one that is limited is told this advice.
   *
   * @throws GraphQLError RATE_LIMITED, TOO_MANY_AT_ONCE, OVERLOADED
   */
  within<Result>(who: string, cost: number, work: () => Promise<Result>, advice?: string): Promise<Result>;
}

/**
 * @param rates count what is asked within a minute; undefined is without bounds
 * @param underWay how many operations may be under way at once; of one who asks a fifth of them
 */
export function createAllowance(rates: Rates | undefined, underWay = usualUnderWay): Allowance {
  const own = new Shares(aFifth(underWay));
  let now = 0;
  return {
    within: async (who, cost, work, advice = ofQuestions) => {
      if (now >= underWay) throw overloaded();
      if (!own.take(who)) throw tooManyAtOnce(own.each);
      now++;
      try {
        // What costs nothing is answered all the same; whoever asks a lot of it counts.
        await rates?.count(who, Math.max(cost, 1)).catch((error: unknown) => {
          throw error instanceof RateLimiterRes ? limited(rates.most, cost, error, advice) : error;
        });
        return await work();
      } finally {
        now--;
        own.give(who);
      }
    },
  };
}

/** Who asks: a key, or an address. */
export function askerOf({ holder, headers, raw }: FastifyRequest, addressOf: AddressOf): string {
  return holder
    ? createHash("sha256")
        .update(headers.authorization ?? "")
        .digest("base64url")
    : addressOf(raw);
}

const ofQuestions = ", for smaller pages (`first`), or by GET, so that answers that still stand cost nothing";

/** Whether what went wrong is a refusal that tells its status: what is asked for may be asked for later. */
export const isRefusal = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError && error.extensions["http"] !== undefined;

function limited(rate: number, cost: number, { msBeforeNext }: RateLimiterRes, advice: string): GraphQLError {
  const seconds = Math.ceil(msBeforeNext / 1_000);
  const message =
    `What you asked within a minute would cost more than ${rate.toLocaleString("en")} with this, which costs ${cost.toLocaleString("en")}; ` +
    `ask again in ${seconds} s${advice}`;
  return refusal(message, "RATE_LIMITED", 429, seconds, { cost, limit: rate });
}

const overloaded = () => refusal("Too much is being asked at the moment; ask again in a second", "OVERLOADED", 503, 1);

function tooManyAtOnce(each: number): GraphQLError {
  const message =
    `${each} operations of yours are under way, which is as many as one address or key may have at once, so that others are ` +
    "answered too; ask again when one of them is answered";
  return refusal(message, "TOO_MANY_AT_ONCE", 429, 1, { limit: each });
}

function refusal(message: string, code: string, status: number, seconds: number, more = {}): GraphQLError {
  const headers = new Map([["retry-after", String(seconds)]]);
  return new GraphQLError(message, { extensions: { code, ...more, http: { status, headers } } });
}
