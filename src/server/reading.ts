import { RateLimiterRes } from "rate-limiter-flexible";
import { type Fault } from "./faults";
import { type Rates, ratesInMemory } from "./rates/rates";

/** What a document counts that is refused, besides a point for each character: as much as a hundred rows. */
const ofRefused = 100;

/** A sound document counts for its characters beyond so many: to read a short one takes next to nothing. */
const short = 1_000;

/** Why nothing is read, and in how many seconds something is again. */
export interface Unread {
  readonly fault: Fault;
  readonly seconds: number;
}

/**
 * Has the rate count what it takes to read documents, which is before anybody knows what they cost: up to a fifth of a second for a
 * long one that is wrong. What was read before and is remembered counts nothing.
 */
export interface Reading {
  /** Why nothing is read for whoever asks until the minute is over; undefined where it may be. */
  refused(who: string): Promise<Unread | undefined>;
  /** Counts a document that had to be read. */
  count(who: string, text: string, isSound: boolean): Promise<void>;
}

/** @param rates undefined is without bounds */
export function createReading(rates: Rates | undefined): Reading {
  if (!rates) return { refused: async () => undefined, count: async () => undefined };
  // Looked at without asking anybody else, so that of many that come at once not all are read meanwhile.
  const here = ratesInMemory(rates.most);
  return {
    refused: (who) => here.count(who, 0).then(() => undefined, limitedBy(rates.most)),
    async count(who, { length }, isSound) {
      const points = isSound ? Math.max(0, length - short) : ofRefused + length;
      if (points === 0) return;
      // It has been read: whoever is limited by it is told so with the next.
      await Promise.all([here, rates].map((one) => one.count(who, points).catch(limitedBy(rates.most))));
    },
  };
}

/** Takes the refusal of a rate; what else goes wrong goes on. */
const limitedBy = (most: number) => (error: unknown) => {
  if (error instanceof RateLimiterRes) return unread(most, error);
  throw error;
};

function unread(limit: number, { msBeforeNext }: RateLimiterRes): Unread {
  const seconds = Math.ceil(msBeforeNext / 1_000);
  const message =
    `Reading what you asked within a minute costs more than ${limit.toLocaleString("en")}: a refused document costs ${ofRefused} and ` +
    `its characters; ask again in ${seconds} s, and send values as variables, so that documents stay the same`;
  return { fault: { message, code: "RATE_LIMITED", limit }, seconds };
}
