import { type Reckoned } from "../../graph/reckoned";
import { compareRankings } from "./compare/compare";
import { comparisonSdl } from "./compare/compare.sdl";

/** Root fields about what rankings say together. */
export const rankingInsights: readonly Reckoned[] = [compareRankings];

/** The types that they speak of. */
export const rankingSdl = [comparisonSdl].join("\n");
