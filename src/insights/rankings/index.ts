import { type Computed } from "../../graph/model";
import { type Reckoned } from "../../graph/reckoned";
import { compareRankings } from "./compare/compare";
import { comparisonSdl } from "./compare/compare.sdl";
import { consensusRanking } from "./consensus/consensus";
import { consensusSdl } from "./consensus/consensus.sdl";
import { standing } from "./consensus/standing";

/** Root fields about what rankings say together. */
export const rankingInsights: readonly Reckoned[] = [compareRankings, consensusRanking];

/** The same of a row. */
export const rankingFields: readonly Computed[] = [standing];

/** The types that they speak of. */
export const rankingSdl = [comparisonSdl, consensusSdl].join("\n");
