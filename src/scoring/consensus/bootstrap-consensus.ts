import { requireWhole } from "../checks";
import { type Random, randomFrom } from "../random/random";
import type { RankDraws } from "../ranks/rank-draws";

/** How the lists are drawn anew. */
export interface BootstrapOptions {
  readonly seed: number;
  /** By default 1,000. */
  readonly draws?: number;
  /** One name a list. If given, publishers are drawn, each with all its lists; if not, lists. */
  readonly publishers?: readonly (string | number)[];
  /** One a list, by which each copy of it counts; by default 1. */
  readonly weights?: readonly number[];
}

/**
 * How far a consensus hangs on which lists happen to exist: the lists (or their publishers) are drawn anew with
 * replacement, and the consensus is reckoned each time.
 *
 * Several editions of one publisher are not independent: with `publishers` they come and go together, and the intervals
 * are wider, as they should be. With fewer than about five publishers they say little.
 *
 * @param lists how many lists there are
 * @param cities how many cities there are
 * @param consensus ranks by city for weights by list (0 for a list that was not drawn); null for a city without one
 * @returns the ranks of all draws, read with `rankSummaries` and `probabilityAbove`
 * @throws RangeError if a count is out of range or names or weights are not one a list
 * @see A. C. Davison and D. V. Hinkley, Bootstrap Methods and their Application, Cambridge, 1997, section 3.8
 */
export function bootstrapConsensus(
  lists: number,
  cities: number,
  consensus: (weights: readonly number[]) => readonly (number | null)[],
  options: BootstrapOptions,
): RankDraws {
  const { seed, draws = 1_000 } = options;
  requireWhole(lists, 1, 1e6, "bootstrapConsensus' lists");
  requireWhole(draws, 1, Math.floor(1e8 / Math.max(1, cities)), "bootstrapConsensus' draws");
  const { publishers = Array.from({ length: lists }, (_, l) => l), weights = publishers.map(() => 1) } = options;
  if (publishers.length !== lists || weights.length !== lists) {
    throw new RangeError(
      `bootstrapConsensus expects one publisher and one weight a list (${lists}), got ${publishers.length} and ${weights.length}`,
    );
  }
  const random = randomFrom(seed);
  const names = [...new Set(publishers)];
  const ranks = new Uint32Array(cities * draws);
  for (let draw = 0; draw < draws; draw++) {
    const copies = copiesOf(names, random);
    const drawn = consensus(publishers.map((publisher, l) => (copies.get(publisher) ?? 0) * weights[l]!));
    if (drawn.length !== cities)
      throw new RangeError(`a consensus expects ${cities} ranks, one a city, got ${drawn.length}`);
    drawn.forEach((rank, city) => {
      ranks[draw * cities + city] = rank ?? 0;
    });
  }
  return { cities, draws, ranks };
}

function copiesOf<Name>(names: readonly Name[], random: Random): Map<Name, number> {
  const copies = new Map<Name, number>();
  for (let k = 0; k < names.length; k++) {
    const name = names[Math.floor(random() * names.length)]!;
    copies.set(name, (copies.get(name) ?? 0) + 1);
  }
  return copies;
}
