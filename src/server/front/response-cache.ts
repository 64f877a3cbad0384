import { LRUCache } from "lru-cache";
import { asKept, type Sent } from "./sent";

/** An answer as it is kept. */
export interface Kept extends Sent {
  /** The revision it was read at. */
  readonly revision: number;
  /** Whether it is of a time gone by, and so the same for ever. */
  readonly isPast: boolean;
}

/** What came of a question: an answer to keep, nothing to keep, or nothing at all, since whoever asked went away. */
export type Outcome = Kept | "nothing" | "gone";

/** Whoever is the first to ask; tells what came of it. */
export type Lead = (outcome: Outcome) => void;

/** What an entry weighs beyond what it says, in bytes. */
const overhead = 1_000;

/**
 * Whole answers by all that decides them. An answer is served as long as no later revision has been heard of, one of a
 * time gone by for ever; while revisions are not heard of, only those are served.
 */
export class ResponseCache {
  private readonly kept: LRUCache<string, Kept>;
  private readonly underWay = new Map<string, Promise<Outcome>>();

  /**
   * @param bytes how much may be kept, with what it takes to find it; what takes more than a sixteenth is not kept
   * @param latest the latest revision that was heard of; undefined while nobody listens
   */
  constructor(
    bytes: number,
    private readonly latest: () => number | undefined,
  ) {
    this.kept = new LRUCache({
      maxSize: bytes,
      maxEntrySize: Math.ceil(bytes / 16),
      // A text takes up to two bytes a character; compressed it takes less than its length.
      sizeCalculation: ({ body, length }, key) =>
        (typeof body === "string" ? 2 * body.length : length) + length + 2 * key.length + overhead,
    });
  }

  /** The answer that is kept, if it still is the one. */
  find(key: string): Kept | undefined {
    const kept = this.kept.get(key);
    return kept && this.isCurrent(kept) ? kept : undefined;
  }

  /**
   * Has equal questions that come at once run once: to the first `lead` is given, the others get what comes of it,
   * "nothing" where they must ask for themselves.
   */
  join(key: string, lead: (done: Lead) => void): Promise<Outcome> | undefined {
    const known = this.underWay.get(key);
    const since = this.latest() ?? Number.POSITIVE_INFINITY;
    if (known) return known.then((came) => (isKept(came) && !came.isPast && came.revision < since ? "nothing" : came));
    let done: Lead = () => undefined;
    const coming = new Promise<Outcome>((resolve) => {
      done = (came) => {
        if (this.underWay.get(key) === coming) this.underWay.delete(key);
        if (isKept(came)) this.kept.set(key, asKept(came));
        resolve(came);
      };
    });
    this.underWay.set(key, coming);
    lead(done);
    return undefined;
  }

  private isCurrent({ isPast, revision }: Kept): boolean {
    return isPast || revision >= (this.latest() ?? Number.POSITIVE_INFINITY);
  }
}

const isKept = (outcome: Outcome): outcome is Kept => typeof outcome === "object";
