import { bordaShares, copeland, kemeny, pairwise, plackettLuce, type RankList, ranks, schulze } from "../../../scoring";
import { type ConsensusMethod } from "./input";

/** What is told of an order of cities; one entry a city. */
export interface Told {
  readonly ranks: readonly (number | null)[];
  /** Its place in the order that is shown, in which cities that tie in rank still stand one after another. */
  readonly order: readonly (number | null)[];
  readonly scores: readonly (number | null)[];
  readonly scoreIntervals: readonly ({ readonly low: number; readonly high: number } | null)[];
  readonly kemeny: {
    readonly cost: number;
    readonly lowerBound: number;
    readonly gap: number;
    readonly exact: boolean;
    readonly only: boolean | null;
    readonly groups: readonly number[];
  } | null;
  /** The best and the worst place in orders that are as good; null where the method or the lists tell none. */
  readonly places: readonly ({ readonly best: number; readonly worst: number } | null)[];
}

/** What a method makes of lists: one entry a city; what it does not tell is left out. */
export type Once = Pick<Told, "ranks"> & Partial<Told>;

/** Lists to be put together once, all of them or those of a draw. */
export interface Given {
  readonly lists: readonly RankList[];
  readonly weights: readonly number[];
  /** One a list: how many cities it ranks in all, known or not, by printed rank; null where that is not known. */
  readonly sizes: readonly (number | null)[];
  readonly seed: number;
  /** Whether it is the consensus itself, and no draw. */
  readonly isWhole: boolean;
}

type Method = (given: Given) => Once;

/** Steps that the proof of a Kemeny order may take, and those that each draw may: some seconds, and milliseconds. */
const effort = { proof: 5e8, draw: 1e6 } as const;

/** Each method, as `scoring` has it. @throws RangeError where the lists do not allow it */
export const methods: Readonly<Record<ConsensusMethod, Method>> = {
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
