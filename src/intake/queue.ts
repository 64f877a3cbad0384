import { GraphQLError } from "graphql";

/** How much may wait. */
export interface QueueLimits {
  /** How many works. */
  readonly works: number;
  /** How heavy they may be together; one alone may be of any weight. */
  readonly weight: number;
}

/** A hundred submissions; of the longest, 8 MB each, eight. A submission takes several times its length of memory. */
const usual: QueueLimits = { works: 100, weight: 64 * 2 ** 20 };

/** How long whoever is turned away should wait, in seconds. */
const later = 30;

/** Runs a work of some weight when its turn comes. */
export type Queue = <Result>(work: () => Promise<Result>, weight?: number) => Promise<Result>;

/**
 * Lets works through one after another, in the order in which they came: they would only wait for each other's lock, each
 * with a connection of its own.
 *
 * @throws GraphQLError BUSY (503 over HTTP) if too many wait already, or too much
 */
export function createQueue({ works, weight: heaviest }: QueueLimits = usual): Queue {
  let last: Promise<unknown> = Promise.resolve();
  let [waiting, waitingWeight] = [0, 0];
  return async (work, weight = 0) => {
    if (waiting >= works || (waiting > 0 && waitingWeight + weight > heaviest)) throw busy(waiting);
    waiting++;
    waitingWeight += weight;
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      waiting--;
      waitingWeight -= weight;
    }
  };
}

const busy = (waiting: number) =>
  new GraphQLError(`${waiting} submissions are waiting to be recorded already; try again in ${later} seconds`, {
    extensions: { code: "BUSY", http: { status: 503, headers: new Map([["retry-after", String(later)]]) } },
  });

/** About how many bytes a value takes as JSON, however deep it is. */
export function weightOf(value: unknown): number {
  let weight = 0;
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === "string") weight += next.length + 3;
    else if (typeof next !== "object" || next === null) weight += 6;
    else {
      weight += 3;
      for (const [name, part] of Object.entries(next)) {
        if (!Array.isArray(next)) weight += name.length + 3;
        left.push(part);
      }
    }
  }
  return weight;
}
