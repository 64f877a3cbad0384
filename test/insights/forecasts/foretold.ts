import { type StoredForecast } from "../../../src/insights/forecasts/stored";
import { Qualifier } from "../../../src/knowledge/qualifier";

/** A forecast by its values of years, as the graph stores it, which says nothing else. */
export const foretold = (
  values: Readonly<Record<number, number>>,
  more: Partial<StoredForecast> = {},
): StoredForecast => ({
  id: "Forecast:lamps",
  slug: "lamps",
  published: null,
  points: Object.entries(values).map(([year, value]) => ({
    year: Number(year),
    value,
    qualifier: Qualifier.EXACTLY,
    roundedTo: null,
  })),
  statedGrowthPercent: null,
  statedCagrPercent: null,
  statedFrom: null,
  priceYear: null,
  definition: null,
  forecaster: { id: "Organisation:one", name: "One" },
  indicator: { slug: "lamps", unit: "lamps", minimum: null, maximum: null },
  subject: { id: "Region:world", name: "World" },
  ...more,
});
