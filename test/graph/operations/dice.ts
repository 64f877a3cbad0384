import { type Random } from "fast-check";

/** Chance, as fast-check deals it: a seed gives the same throws again. */
export class Dice {
  constructor(private readonly random: Random) {}

  /** A whole number from `least` to `most`. */
  int(least: number, most: number): number {
    return this.random.nextInt(least, most);
  }

  /** Whether something that happens so many times in a hundred happens now. */
  chance(percent: number): boolean {
    return this.int(1, 100) <= percent;
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.int(0, items.length - 1)]!;
  }

  /** So many items, in any order; all where there are fewer. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const left = [...items];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.int(0, left.length - 1), 1)[0]!);
  }
}
