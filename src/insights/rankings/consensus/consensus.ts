import { type Asking, type Reckoned } from "../../../graph/reckoned";
import { consensusAnswer } from "./answer";
import { type ConsensusQuestion, settled } from "./input";
import { consensusPrices } from "./prices";
import { together } from "./together";

/** What several lists say together. */
export const consensusRanking: Reckoned = {
  field: "consensusRanking",
  cost: 3_000,
  pricesWithin: consensusPrices,
  sdl: '("Which lists are put together, and how." input: ConsensusInput! = {}): ConsensusRanking',
  description:
    "What several lists of cities say together, though none of them ranks all cities: an order, how sure each rank is, how far each list is from it, and which majorities it had to go against. Null, with an error, where there is too little to put together.",
  reckon: (async ({ input }: { input: ConsensusQuestion }, asking: Asking) =>
    consensusAnswer(await together(asking, settled(input)), asking)) as Reckoned["reckon"],
};
