import { requireBetween, requireSameLength } from "../checks";
import { type RankDraws, rankCounts } from "./rank-draws";

/** How sure a city's rank is. */
export interface RankSummary {
  /** The mean of its ranks, over the draws in which it has one; so are the middle and the interval. */
  expected: number;
  /** The middle of its ranks. */
  median: number;
  /**
   * Best rank of the interval that holds at least the wanted share of the draws, no more than half of the rest left out at
   * each end; and the rank itself, where it is given.
   */
  low: number;
  /** Worst rank of the interval. */
  high: number;
  /** The share of all draws in which it is first, alone or tied; from 0 to 1. Draws that do not rank it count too. */
  first: number;
  /** The share of draws in which it has a rank at all. */
  ranked: number;
}

/**
 * Sums up the ranks each city had.
 *
 * @param rankDraws of `simulateRanks` or `bootstrapConsensus`
 * @param level the share of draws within the interval, above 0 and below 1; by default 0.9
 * @param ranks one a city: the rank that is told beside the interval, null where there is none. Draws can lie to one side
 *   of it, as where the first can only fall; the interval is then widened to hold it
 * @returns one entry a city; null for a city that never has a rank
 * @throws RangeError if the level is out of range, or if there is not one rank a city
 */
export function rankSummaries(
  rankDraws: RankDraws,
  level = 0.9,
  ranks?: readonly (number | null)[],
): (RankSummary | null)[] {
  requireBetween(level, 0, 1, "rankSummaries' level");
  if (ranks) requireSameLength(ranks, { length: rankDraws.cities }, "rankSummaries' ranks");
  return Array.from({ length: rankDraws.cities }, (_, city) => {
    const drawn = summary(rankCounts(rankDraws, city), rankDraws.draws, level);
    const rank = ranks?.[city] ?? null;
    if (drawn === null || rank === null) return drawn;
    return { ...drawn, low: Math.min(drawn.low, rank), high: Math.max(drawn.high, rank) };
  });
}

function summary(counts: Uint32Array, draws: number, level: number): RankSummary | null {
  const ranked = draws - counts[0]!;
  if (ranked === 0) return null;
  let sum = 0;
  for (let rank = 1; rank < counts.length; rank++) sum += rank * counts[rank]!;
  const tail = (1 - level) / 2;
  return {
    expected: sum / ranked,
    median: rankAt(counts, ranked * 0.5),
    low: rankAt(counts, ranked * tail),
    high: rankAt(counts, ranked * (1 - tail)),
    first: counts[1]! / draws,
    ranked: ranked / draws,
  };
}

/** The least rank that at least so many draws do not exceed. */
function rankAt(counts: Uint32Array, wanted: number): number {
  let seen = 0;
  for (let rank = 1; rank < counts.length; rank++) {
    seen += counts[rank]!;
    if (seen > 0 && seen >= wanted - 1e-9) return rank;
  }
  return counts.length - 1;
}
