import type { Random } from "./random";

/** Puts the items in random order, in place; every order is equally likely (Fisher and Yates). */
export function shuffle(items: { length: number; [index: number]: number }, random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = items[i]!;
    items[i] = items[j]!;
    items[j] = kept;
  }
}
