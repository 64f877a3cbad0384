import type { Pairwise } from "./pairwise";

/** How strong a won duel is: the weight of those who agree (`winning`), their lead, or their ratio to the others. */
export type Strength = "winning" | "margin" | "ratio";

/** By `ratio`, a duel that nobody is against counts so many times the weight that won it. */
const uncontested = 1e200;

/** Schulze's result. */
export interface Schulze {
  /** 1 + the number of cities that beat it; cities of which none beats the other tie. */
  ranks: number[];
  /**
   * `paths[i * cities + j]`: the strength of the strongest path from i to j, that of its weakest duel; 0 if none. By `ratio`,
   * 1e200 x the weight where nobody is against.
   */
  paths: Float64Array;
}

/**
 * Schulze's method: i beats j if the strongest chain of won duels from i to j is stronger than any from j to i.
 *
 * The winner of all duels comes first, a clone of a city changes nothing, and it takes n^3 steps. With partial lists the
 * strength matters, for some duels are fought on many lists and others on few: `ratio` does not favour the former.
 *
 * @param pairwise n cities; up to a few hundred
 * @param strength by default `winning`
 * @see M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election
 *   method, Social Choice and Welfare 36, 2011
 */
export function schulze({ cities: n, above }: Pairwise, strength: Strength = "winning"): Schulze {
  const paths = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) paths[i * n + j] = strengthOf(above[i * n + j]!, above[j * n + i]!, strength);
  }
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      const first = paths[i * n + k]!;
      if (i === k || first === 0) continue;
      for (let j = 0; j < n; j++) {
        const via = Math.min(first, paths[k * n + j]!);
        if (j !== i && via > paths[i * n + j]!) paths[i * n + j] = via;
      }
    }
  }
  const ranks = Array.from({ length: n }, (_, i) => {
    let beaten = 0;
    for (let j = 0; j < n; j++) if (paths[j * n + i]! > paths[i * n + j]!) beaten++;
    return beaten + 1;
  });
  return { ranks, paths };
}

function strengthOf(over: number, under: number, strength: Strength): number {
  if (over <= under) return 0;
  // Of duels that nobody is against the one that more weight won is the stronger, and each is stronger than any other.
  const ratio = under === 0 ? over * uncontested : over / under;
  return { winning: over, margin: over - under, ratio }[strength];
}
