import { LRUCache } from "lru-cache";
import { type Plan } from "./plan";

/** How much room plans of all documents have together, in bytes; one that takes more than a sixteenth of it is not kept. */
const room = 64_000_000;

/** Where something is kept: in which document's plans, and under which word. */
class Place {
  constructor(
    // A document that nobody holds any more goes, and its plans with it, though they still count here for a while.
    readonly kept: WeakRef<Map<string, unknown>>,
    readonly word: string,
  ) {}
}

/** What is kept of a document for one shape of its variables. */
export interface Planned {
  readonly plan: Plan;
}

/**
 * Bounds what is kept of documents for the shapes of their variables by what it takes in memory, all documents together:
 * what has not been asked for the longest goes first.
 */
export class PlanRoom<Kept extends Planned> {
  private readonly places: LRUCache<Place, number>;
  private readonly placeOf = new WeakMap<Kept, Place>();

  constructor(bytes = room) {
    this.places = new LRUCache({
      maxSize: bytes,
      maxEntrySize: Math.floor(bytes / 16),
      sizeCalculation: (size) => size,
      dispose: (_size, { kept, word }) => kept.deref()?.delete(word),
    });
  }

  /** What is kept under a word. */
  find(kept: ReadonlyMap<string, Kept>, word: string): Kept | undefined {
    const found = kept.get(word);
    const place = found && this.placeOf.get(found);
    if (place) this.places.get(place);
    return found;
  }

  /** Keeps what was made for a word, unless it is too large. */
  keep(kept: Map<string, Kept>, word: string, made: Kept): void {
    const place = new Place(new WeakRef(kept), word);
    this.places.set(place, bytesOf(word, made));
    if (!this.places.has(place)) return;
    kept.set(word, made);
    this.placeOf.set(made, place);
  }
}

/** As measured: ten bytes for each character of a statement, and eight hundred for each of its values. */
const bytesOf = (word: string, { plan: { text, values } }: Planned): number =>
  word.length + 10 * text.length + 800 * values.length;
