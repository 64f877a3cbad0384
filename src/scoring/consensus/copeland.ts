import { ranks } from "../ranks/ranks";
import type { Pairwise } from "./pairwise";

/** A city's duels. A duel is won if more weight ranks the city above the other than below. */
export interface CopelandScore {
  wins: number;
  losses: number;
  /** Duels in which as much weight says one as the other; pairs on no common list are no duels. */
  ties: number;
  /** wins - losses. */
  score: number;
  /** (wins + ties / 2) / duels, from 0 to 1; null if there was no duel. */
  share: number | null;
}

/** Copeland's result. */
export interface Copeland {
  scores: CopelandScore[];
  /** By share, so that a city is not punished for duels it did not have; null if it had none. Equal shares tie. */
  ranks: (number | null)[];
}

/**
 * Copeland's method: who wins most duels. With complete lists the order is that of wins - losses.
 *
 * @see A. H. Copeland, A "reasonable" social welfare function, University of Michigan, 1951
 */
export function copeland({ cities, above }: Pairwise): Copeland {
  const scores = Array.from({ length: cities }, (_, i) => {
    let [wins, losses, ties] = [0, 0, 0];
    for (let j = 0; j < cities; j++) {
      const [over, under] = [above[i * cities + j]!, above[j * cities + i]!];
      if (i === j || over + under === 0) continue;
      if (over > under) wins++;
      else if (over < under) losses++;
      else ties++;
    }
    const duels = wins + losses + ties;
    return { wins, losses, ties, score: wins - losses, share: duels === 0 ? null : (wins + ties / 2) / duels };
  });
  return {
    scores,
    ranks: ranks(
      scores.map(({ share }) => share),
      { tolerance: 1e-12 },
    ),
  };
}
