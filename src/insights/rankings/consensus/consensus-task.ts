import {
  bootstrapConsensus,
  bordaShares,
  connectedParts,
  copeland,
  kemeny,
  kendallDistance,
  overruled,
  pairwise,
  plackettLuce,
  publisherWeights,
  type RankList,
  rankSummaries,
  ranks,
  schulze,
  stretchedRanks,
} from "../../../scoring";
import { type ConsensusMethod } from "./input";

/** Lists over one universe of cities, and how they are put together. */
export interface ConsensusTask {
  readonly lists: readonly RankList[];
  /** One a list. */
  readonly publishers: readonly string[];
  /** One a list: how many cities it ranks in all, known or not, by printed rank; null where that is not known. */
  readonly sizes: readonly (number | null)[];
  readonly method: ConsensusMethod;
  readonly draws: number;
  readonly level: number;
  readonly seed: number;
}

/** What came of it; cities and lists are named by their places. */
export interface ConsensusResult {
  readonly ranks: readonly (number | null)[];
  /** By city: its place in the order that is shown, in which cities that tie in rank still stand one after another. */
  readonly order: readonly (number | null)[];
  readonly scores: readonly (number | null)[];
  readonly scoreIntervals: readonly ({ readonly low: number; readonly high: number } | null)[];
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
  readonly kemeny: {
    readonly cost: number;
    readonly lowerBound: number;
    readonly gap: number;
    readonly exact: boolean;
    readonly only: boolean | null;
    readonly groups: readonly number[];
  } | null;
  /** By city: the best and the worst place in orders that are as good; null where the method or the lists tell none. */
  readonly places: readonly ({ readonly best: number; readonly worst: number } | null)[];
  /** The cities that lists connect, by part, the largest first: one part, unless no list tells how parts stand to each other. */
  readonly parts: readonly (readonly number[])[];
}

/** Steps that the proof of a Kemeny order may take, and those that each draw may: some seconds, and milliseconds. */
const effort = { proof: 5e8, draw: 1e6 } as const;

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
    summaries: drawn ? rankSummaries(drawn, level, once.ranks) : once.ranks.map(() => null),
    weights,
    distances: lists.map((list) => distance(list, once.order ?? once.ranks)),
    overruled: overruled(pairwise(lists, { weights }), once.order ?? once.ranks),
    parts: connectedParts(lists),
  };
}

type Once = Pick<ConsensusResult, "ranks"> &
  Partial<Pick<ConsensusResult, "order" | "scores" | "scoreIntervals" | "kemeny" | "places">>;

/** Lists to be put together once, all of them or those of a draw. */
interface Given {
  readonly lists: readonly RankList[];
  readonly weights: readonly number[];
  readonly sizes: readonly (number | null)[];
  readonly seed: number;
  /** Whether it is the consensus itself, and no draw. */
  readonly isWhole: boolean;
}
type Method = (given: Given) => Once;

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

const methods: Readonly<Record<ConsensusMethod, Method>> = {
  KEMENY: ({ lists, weights, seed, isWhole }) => {
    const options = isWhole ? { seed, effort: effort.proof } : { seed, effort: effort.draw, prove: false };
    const found = kemeny(pairwise(lists, { weights }), options);
    const { ranks: tied, places, cost, lowerBound, gap, exact, only } = found;
    const groups = found.groups.map(({ length }) => length);
    const order = new Array<number | null>(tied.length).fill(null);
    found.order.forEach((city, place) => {
      order[city] = place + 1;
    });
    return { ranks: tied, order, places, kemeny: { cost, lowerBound, gap, exact, only, groups } };
  },
  SCHULZE: ({ lists, weights }) => {
    const counted = pairwise(lists, { weights });
    const { ranks: order } = schulze(counted, "ratio");
    const listed = copeland(counted).ranks;
    // A city that is compared with no other is beaten by none, and would come first.
    const places = order.map((rank, city) => (listed[city] === null ? null : rank));
    return { ranks: ranks(places, { best: "least" }) };
  },
  COPELAND: ({ lists, weights }) => {
    const { scores, ranks: order } = copeland(pairwise(lists, { weights }));
    return { ranks: order, scores: scores.map(({ share }) => share) };
  },
  BORDA: ({ lists, weights, sizes }) => {
    const shares = bordaShares(lists, { weights, sizes }).map((borda) => borda?.share ?? null);
    return { ranks: ranks(shares, { tolerance: 1e-12 }), scores: shares };
  },
  PLACKETT_LUCE: ({ lists, weights }) => {
    const { cities, ranks: order } = plackettLuce(lists, { weights, pseudo: 0.5 });
    const worths = cities.map((city) => city?.worth ?? null);
    return {
      ranks: order,
      scores: worths,
      scoreIntervals: cities.map(
        (city) =>
          city && {
            low: city.worth * Math.exp(city.low - city.log),
            high: city.worth * Math.exp(city.high - city.log),
          },
      ),
    };
  },
};

function distance(list: RankList, order: Once["ranks"]): ConsensusResult["distances"][number] {
  const common = list.filter((rank, city) => rank !== null && order[city] != null).length;
  if (common < 2) return null;
  const { share, pairs } = kendallDistance(list, order);
  return { share, pairs };
}
