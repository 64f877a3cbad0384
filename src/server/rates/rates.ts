import { RateLimiterMemory } from "rate-limiter-flexible";

/** For how long what was asked counts, in seconds. */
export const duration = 60;

/** Counts what each who asks asks for within a minute, by cost. */
export interface Rates {
  /** What one may ask within a minute. */
  readonly most: number;
  /** Counts what somebody asks. Rejects with a `RateLimiterRes` where it is more than they may, with nothing else. */
  count(who: string, cost: number): Promise<unknown>;
  /** Ends the connection over which is counted, where there is one. */
  close(): void;
}

/** Counts in the memory of this process. */
export function ratesInMemory(most: number): Rates {
  const limiter = new RateLimiterMemory({ points: most, duration });
  return { most, count: (who, cost) => limiter.consume(who, cost), close: () => undefined };
}
