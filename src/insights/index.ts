import { type Computed } from "../graph/model";
import { type Reckoned } from "../graph/reckoned";
import { citationSdl, citations } from "./citations";
import { forecastComputed, forecastInsights, forecastSdl } from "./forecasts";
import { rankingInsights, rankingSdl } from "./rankings";

/** Fields reckoned from what is stored of a row. */
export const computed: readonly Computed[] = [...citations, ...forecastComputed];

/** Root fields that are reckoned. */
export const reckoned: readonly Reckoned[] = [...rankingInsights, ...forecastInsights];

/** The types that they speak of. */
export const insightsSdl = [citationSdl, rankingSdl, forecastSdl].join("\n");
