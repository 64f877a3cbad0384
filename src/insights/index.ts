import { type Computed } from "../graph/model";
import { type Reckoned } from "../graph/reckoned";
import { citationSdl, citations } from "./citations";
import { compositeFields, compositeInsights, compositeTypes } from "./composite";
import { forecastComputed, forecastInsights, forecastSdl } from "./forecasts";
import { projectionComputed, projectionInsights, projectionSdl } from "./projections";
import { rankingFields, rankingInsights, rankingSdl } from "./rankings";

/** Fields reckoned from what is stored of a row. */
export const computed: readonly Computed[] = [
  ...citations,
  ...rankingFields,
  ...compositeFields,
  ...forecastComputed,
  ...projectionComputed,
];

/** Root fields that are reckoned. */
export const reckoned: readonly Reckoned[] = [
  ...rankingInsights,
  ...compositeInsights,
  ...forecastInsights,
  ...projectionInsights,
];

/** The types that they speak of. */
export const insightsSdl = [citationSdl, rankingSdl, compositeTypes, forecastSdl, projectionSdl].join("\n");
