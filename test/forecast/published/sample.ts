import type { PublishedForecast } from "../../../src/forecast";

/** Savings of smart cities, 96 to 249 billion dollars, stated as 158 % growth: the example the project began with. */
export const savings: PublishedForecast = {
  forecaster: "Juniper Research",
  published: 2023,
  indicator: "smart-city-cost-savings",
  unit: "billion USD",
  scope: "world",
  priceYear: null,
  definition: null,
  points: [
    { year: 2023, value: 96 },
    { year: 2028, value: 249 },
  ],
  statedGrowth: "158",
};
