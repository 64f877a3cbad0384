/** Begins what waits for a turn. */
type Waiting = () => void;

/**
 * Gives out places so that nobody takes all of them. One who asks a lot has some at most; where several wait, the next
 * place goes to whoever has the fewest, and where they have as many they take turns.
 */
export class Turns {
  private taken = 0;
  private readonly of = new Map<string, number>();
  /** In the order of their turns. */
  private readonly waiting = new Map<string, Waiting[]>();

  /**
   * @param places how many there are
   * @param each how many one asker may have
   */
  constructor(
    private readonly places: number,
    private readonly each: number,
  ) {}

  /** How many wait; of one who asks, or of all. */
  waitingOf(who?: string): number {
    if (who !== undefined) return this.waiting.get(who)?.length ?? 0;
    let all = 0;
    for (const { length } of this.waiting.values()) all += length;
    return all;
  }

  /**
   * Takes a place, which is to be given back. Undefined where there is one at once; else the place comes when the promise
   * is kept.
   *
   * @param patience how long it may take, in milliseconds; then the promise is broken, and nothing is to be given back
   * @param gone tells that nobody waits for it any more; the promise is broken as well
   */
  take(who: string, patience: number, gone?: AbortSignal): Promise<void> | undefined {
    if (this.taken < this.places && this.countOf(who) < this.each) {
      this.begin(who);
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const over = () => {
        clearTimeout(late);
        gone?.removeEventListener("abort", giveUp);
      };
      const giveUp = () => {
        over();
        this.leave(who, waiting);
        reject(new Error("no turn came"));
      };
      const waiting = () => {
        over();
        resolve();
      };
      const late = setTimeout(giveUp, patience);
      gone?.addEventListener("abort", giveUp);
      this.waiting.set(who, [...(this.waiting.get(who) ?? []), waiting]);
    });
  }

  give(who: string): void {
    this.taken--;
    const left = this.countOf(who) - 1;
    if (left > 0) this.of.set(who, left);
    else this.of.delete(who);
    const next = this.next();
    if (next === undefined) return;
    const [first, ...rest] = this.waiting.get(next)!;
    // Their next turn comes after those of all others.
    this.waiting.delete(next);
    if (rest.length > 0) this.waiting.set(next, rest);
    this.begin(next);
    first!();
  }

  private begin(who: string): void {
    this.taken++;
    this.of.set(who, this.countOf(who) + 1);
  }

  private leave(who: string, gone: Waiting): void {
    const left = this.waiting.get(who)!.filter((one) => one !== gone);
    if (left.length > 0) this.waiting.set(who, left);
    else this.waiting.delete(who);
  }

  /** Whose turn it is; undefined where nobody waits who may have another. */
  private next(): string | undefined {
    let best: string | undefined;
    let fewest = this.each;
    for (const who of this.waiting.keys()) {
      const count = this.countOf(who);
      if (count >= fewest) continue;
      best = who;
      fewest = count;
    }
    return best;
  }

  private countOf(who: string): number {
    return this.of.get(who) ?? 0;
  }
}
