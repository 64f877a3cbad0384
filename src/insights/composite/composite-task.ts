import {
  type CompositeIndex,
  compositeIndex,
  type IndexData,
  type IndexMethod,
  probabilityAbove,
  type RankSensitivity,
  type RankSummary,
  rankProbabilities,
  rankSensitivity,
  rankSummaries,
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

/** An index, and how sure the ranks are; null for a city that has none, and without draws. */
export interface IndexResult {
  readonly index: CompositeIndex;
  readonly summaries: readonly (RankSummary | null)[];
}

/** @throws RangeError where the numbers do not allow the method */
export function scoredIndex(task: IndexTask): IndexResult {
  const { method, data, draws, level } = task;
  const index = compositeIndex(method, data);
  const summaries = draws === 0 ? index.ranks.map(() => null) : rankSummaries(drawn(task), level, index.ranks);
  return { index, summaries };
}

const drawn = ({ method, data, uncertainty, draws, seed }: IndexTask) =>
  simulateRanks(method, data, { ...uncertainty, draws, seed });

/** The probability that one city ranks above another, for pairs of cities; null where they never both have a rank. */
export function chancesAbove({
  pairs,
  ...task
}: IndexTask & { readonly pairs: readonly (readonly [number, number])[] }): (number | null)[] {
  const ranks = drawn(task);
  return pairs.map(([a, b]) => probabilityAbove(ranks, a, b));
}

/** The ranks that each of some cities has, with their probabilities, the best first; null for one that never has a rank. */
export function chancesOfRanks({
  cities,
  ...task
}: IndexTask & { readonly cities: readonly number[] }): (RankChance[] | null)[] {
  const ranks = drawn(task);
  return cities.map((city) => {
    const chances = rankProbabilities(ranks, city);
    return chances?.flatMap((chance, i) => (chance > 0 ? [{ rank: i + 1, chance }] : [])) ?? null;
  });
}

/** A rank, and how probable it is. */
export interface RankChance {
  readonly rank: number;
  readonly chance: number;
}

/** Which choice moves the ranks most, or those of one city. */
export function choicesThatCount({
  method,
  data,
  uncertainty,
  seed,
  city,
}: IndexTask & { readonly city: number | null }): RankSensitivity {
  const options = { ...uncertainty, seed, samples: 512, resamples: 100 };
  return rankSensitivity(method, data, city === null ? options : { ...options, city });
}

/** By how much each indicator would have to change for a city to move up: for each of some cities. */
export function changesUp({
  method,
  data,
  cities,
}: Pick<IndexTask, "method" | "data"> & { readonly cities: readonly number[] }): SmallestChange[][] {
  return cities.map((city) => smallestChanges(method, data, city));
}
