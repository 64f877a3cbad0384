import type { Pairwise } from "./pairwise";

/** A majority that an order goes against. */
export interface Overruled {
  /** Ranked above by the order, though most weight says otherwise. */
  upper: number;
  lower: number;
  /** The weight that ranks `lower` above `upper`, and the weight that agrees with the order. */
  against: number;
  agree: number;
}

/**
 * The pairwise majorities that a consensus had to go against, widest lead first.
 *
 * @param ranks one a city, null where it has none; tied cities go against nobody
 * @throws RangeError if there is not one rank a city
 */
export function overruled({ cities, above }: Pairwise, ranks: readonly (number | null)[]): Overruled[] {
  if (ranks.length !== cities)
    throw new RangeError(`overruled expects ${cities} ranks, one a city, got ${ranks.length}`);
  const result: Overruled[] = [];
  for (let upper = 0; upper < cities; upper++) {
    for (let lower = 0; lower < cities; lower++) {
      const [a, b] = [ranks[upper], ranks[lower]];
      if (a == null || b == null || a >= b) continue;
      const [agree, against] = [above[upper * cities + lower]!, above[lower * cities + upper]!];
      if (against > agree) result.push({ upper, lower, against, agree });
    }
  }
  return result.sort((x, y) => y.against - y.agree - (x.against - x.agree));
}
