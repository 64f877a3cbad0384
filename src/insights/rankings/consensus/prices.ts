import { type Prices } from "../../../graph/price";
import { mostLists } from "./input";

/** How long the lists of a consensus can be. */
export const consensusPrices: Prices = {
  ConsensusRanking: { lists: { rows: mostLists }, leftOut: { rows: 100 } },
  ConsensusPlace: { placements: { rows: mostLists } },
  OverruledMajority: { lists: { rows: mostLists } },
};
