import {
  bootstrapConsensus,
  connectedParts,
  kendallDistance,
  overruled,
  pairwise,
  publisherWeights,
  type RankList,
  rankSummaries,
  stretchedRanks,
} from "../../../scoring";
import { type ConsensusMethod } from "./input";
import { type Given, methods, type Once, type Told } from "./methods";

/** Lists over one universe of cities, and how they are put together. */
export interface ConsensusTask extends Pick<Given, "lists" | "sizes" | "seed"> {
  /** One a list. */
  readonly publishers: readonly string[];
  readonly method: ConsensusMethod;
  readonly draws: number;
  readonly level: number;
}

/** What came of it; cities and lists are named by their places. */
export interface ConsensusResult extends Told {
  readonly summaries: readonly ({
    readonly low: number;
    readonly high: number;
    readonly median: number;
    readonly expected: number;
    readonly first: number;
  } | null)[];
  readonly weights: readonly number[];
  readonly distances: readonly ({ readonly share: number; readonly pairs: number } | null)[];
  readonly overruled: readonly {
    readonly upper: number;
    readonly lower: number;
    readonly against: number;
    readonly agree: number;
  }[];
  /** The cities that lists connect, by part, the largest first: one part, unless no list tells how parts stand to each other. */
  readonly parts: readonly (readonly number[])[];
}

/** Lists put together. @throws RangeError where they do not allow the method */
export function consensus(task: ConsensusTask): ConsensusResult {
  const { lists, publishers, sizes, method, draws, level, seed } = task;
  const weights = publisherWeights(publishers);
  const once = methods[method]({ lists, weights, sizes, seed, isWhole: true });
  const cities = lists[0]!.length;
  const all = once.ranks.filter((rank) => rank !== null).length;
  const drawnRanks = (drawnWeights: readonly number[]) =>
    stretchedRanks(ranksOf(method, { lists, weights: drawnWeights, sizes, seed, isWhole: false }), all);
  // One publisher drawn anew is that publisher again: it would look sure, and nothing would be known.
  const isDrawn = draws > 0 && new Set(publishers).size > 1;
  const drawn = isDrawn
    ? bootstrapConsensus(lists.length, cities, drawnRanks, { seed, draws, publishers, weights })
    : null;
  return {
    scores: once.ranks.map(() => null),
    scoreIntervals: once.ranks.map(() => null),
    kemeny: null,
    places: once.ranks.map(() => null),
    order: once.ranks,
    ...once,
    summaries: drawn ? ofSeveral(task, rankSummaries(drawn, level, once.ranks)) : once.ranks.map(() => null),
    weights,
    distances: lists.map((list) => distance(list, once.order ?? once.ranks)),
    overruled: overruled(pairwise(lists, { weights }), once.order ?? once.ranks),
    parts: connectedParts(lists),
  };
}

/** The summaries of cities that several publishers rank: draws of a single one say the same each time, and would look sure. */
const ofSeveral = ({ lists, publishers }: ConsensusTask, summaries: ConsensusResult["summaries"]) =>
  summaries.map((summary, city) => {
    const ranking = new Set(publishers.filter((_, l) => (lists[l]![city] ?? null) !== null));
    return ranking.size > 1 ? summary : null;
  });

/** A draw may leave too little to go by: then it ranks nobody. */
function ranksOf(method: ConsensusMethod, { lists, weights, sizes, ...rest }: Given): Once["ranks"] {
  const isDrawn = (_: unknown, l: number) => weights[l]! > 0;
  const drawn = { lists: lists.filter(isDrawn), weights: weights.filter(isDrawn), sizes: sizes.filter(isDrawn) };
  try {
    return methods[method]({ ...drawn, ...rest }).ranks;
  } catch (error) {
    if (error instanceof RangeError) return lists[0]!.map(() => null);
    throw error;
  }
}

function distance(list: RankList, order: Once["ranks"]): ConsensusResult["distances"][number] {
  const common = list.filter((rank, city) => rank !== null && order[city] != null).length;
  if (common < 2) return null;
  const { share, pairs } = kendallDistance(list, order);
  return { share, pairs };
}
