import { type Computed } from "../graph/model";
import { type Reckoned } from "../graph/reckoned";
import { citationSdl, citations } from "./citations";
import { rankingInsights, rankingSdl } from "./rankings";

/** Fields reckoned from what is stored of a row. */
export const computed: readonly Computed[] = [...citations];

/** Root fields that are reckoned. */
export const reckoned: readonly Reckoned[] = [...rankingInsights];

/** The types that they speak of. */
export const insightsSdl = [citationSdl, rankingSdl].join("\n");
