import {
  type CompositeIndex,
  compositeIndex,
  type IndexData,
  type IndexMethod,
  probabilityAbove,
  type RankSensitivity,
  rankProbabilities,
  rankSensitivities,
  rankSummaries,
  requireSimulation,
  type SmallestChange,
  simulateRanks,
  smallestChanges,
  type Uncertainty,
} from "../../scoring";

/** An index to be reckoned, and what is left open in it. */
export interface IndexTask {
  readonly method: IndexMethod;
  readonly data: IndexData;
  readonly uncertainty: Uncertainty;
  /** 0 for no simulation. */
  readonly draws: number;
  readonly level: number;
  readonly seed: number;
}

/**
 * An index reckoned once, as it is defined.
 *
 * @throws RangeError where the numbers do not allow the method, or what its simulation leaves open
 */
export function scoredIndex({ method, data, uncertainty, draws, seed }: IndexTask): CompositeIndex {
  const index = compositeIndex(method, data);
  if (draws > 0) requireSimulation(method, data, { ...uncertainty, draws, seed });
  return index;
}

/** What may be asked of a simulation. */
export type OfSimulation =
  | { readonly what: "summaries" }
  | { readonly what: "chances"; readonly city: number }
  | { readonly what: "above"; readonly pair: readonly [number, number] };

/**
 * All that is asked of one simulation, which is made once: how sure ranks are (null for a city that has none), the ranks
 * that a city has, the best first (null where it never has one), the probability that one ranks above another (null where
 * they never both have a rank).
 *
 * @param ranks one a city as the index has them; intervals hold them
 */
export function simulated({
  asked,
  ranks,
  level,
  method,
  data,
  uncertainty,
  draws,
  seed,
}: IndexTask & { readonly asked: readonly OfSimulation[]; readonly ranks: readonly (number | null)[] }): unknown[] {
  const drawn = simulateRanks(method, data, { ...uncertainty, draws, seed });
  return asked.map((one) => {
    if (one.what === "summaries") return rankSummaries(drawn, level, ranks);
    if (one.what === "above") return probabilityAbove(drawn, ...one.pair);
    const chances = rankProbabilities(drawn, one.city);
    return chances?.flatMap((chance, i): RankChance[] => (chance > 0 ? [{ rank: i + 1, chance }] : [])) ?? null;
  });
}

/** A rank, and how probable it is. */
export interface RankChance {
  readonly rank: number;
  readonly chance: number;
}

/** Which choice moves the ranks most (null), or those of one city: for each that is watched, of one sampling. */
export function choicesThatCount({
  method,
  data,
  uncertainty,
  seed,
  watched,
}: IndexTask & { readonly watched: readonly (number | null)[] }): RankSensitivity[] {
  return rankSensitivities(method, data, { ...uncertainty, seed, samples: 512, resamples: 100 }, watched);
}

/** By how much each indicator would have to change for a city to move up: for each of some cities. */
export function changesUp({
  method,
  data,
  cities,
}: Pick<IndexTask, "method" | "data"> & { readonly cities: readonly number[] }): SmallestChange[][] {
  return cities.map((city) => smallestChanges(method, data, city));
}
