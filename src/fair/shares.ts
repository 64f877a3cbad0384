/** Counts what each has of something that nobody is to have all of. */
export class Shares {
  private readonly of = new Map<string, number>();

  /** @param each how many one may have */
  constructor(readonly each: number) {}

  /** Whether there was one more, which is to be given back. */
  take(who: string): boolean {
    const count = this.of.get(who) ?? 0;
    if (count >= this.each) return false;
    this.of.set(who, count + 1);
    return true;
  }

  give(who: string): void {
    const left = (this.of.get(who) ?? 0) - 1;
    if (left > 0) this.of.set(who, left);
    else this.of.delete(who);
  }
}

/** What one may have of so many: a fifth. */
export const aFifth = (all: number): number => Math.max(1, Math.ceil(all / 5));
