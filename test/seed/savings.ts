import { cited, type SeedClaim, said } from "./claim";

const forecast = (fields: string) => `{ forecast(slug: "juniper-2023-cost-savings") { ${fields} } }`;

const ofSavings = (topic: string) =>
  forecast(`statements(where: { topic: { eq: "${topic}" } }) { nodes { text ...Cited } }`);

/** Claims 18 to 26: what smart cities save. */
export const savings: readonly SeedClaim[] = [
  {
    number: 18,
    says: "smart cities save 96 billion dollars worldwide in 2023",
    asks: forecast("subject { id } indicator { unit } baseYear baseValue ...Cited"),
    facts: [
      cited("CORROBORATED", {
        subject: { id: "Region:world" },
        indicator: { unit: "USD billion" },
        baseYear: 2023,
        baseValue: 96,
      }),
    ],
  },
  {
    number: 19,
    says: "they will save 249 billion in 2028",
    asks: forecast("forecaster { name } targetYear targetValue ...Cited"),
    facts: [cited("CORROBORATED", { forecaster: { name: "Juniper Research" }, targetYear: 2028, targetValue: 249 })],
  },
  {
    number: 20,
    says: "that is a growth of 158 per cent, as stated",
    asks: forecast("points { year value } statedGrowthPercent ...Cited"),
    facts: [
      cited("CORROBORATED", {
        statedGrowthPercent: 158,
        points: [
          { year: 2023, value: 96 },
          { year: 2028, value: 249 },
        ],
      }),
    ],
  },
  {
    number: 21,
    says: "the savings come from less energy and fewer emissions",
    asks: ofSavings("origin-of-the-savings"),
    facts: [said("CORROBORATED", /less use of energy and fewer emissions/)],
  },
  {
    number: 22,
    says: "the first driver is network intelligence, a slip for smart grids",
    asks: ofSavings("driver-smart-grid"),
    facts: [
      said("CORRECTED", /Smart-grid systems are the first driver/, {
        article: /^Not so: Network intelligence is the first driver/,
        rivals: { "cio-tech-asia-shanghai-ranked-worlds-smartest-city-2023": /Smart-grid systems/ },
      }),
    ],
  },
  {
    number: 23,
    says: "the second driver is traffic management",
    asks: ofSavings("driver-traffic-management"),
    facts: [said("CORROBORATED", /Traffic management/)],
  },
  {
    number: 24,
    says: "the third driver is street lighting",
    asks: ofSavings("driver-street-lighting"),
    facts: [said("CORROBORATED", /Street lighting/)],
  },
  {
    number: 25,
    says: "the savings of 2028 are nearly three times the spending on software and hardware",
    asks: `{ indicator(slug: "smart-city-savings-to-spend-ratio") { forecasts { nodes {
      forecaster { slug } points { year value qualifier } ...Cited
    } } } }`,
    facts: [
      cited("SINGLE_SOURCE", {
        forecaster: { slug: "juniper-research" },
        points: [{ year: 2028, value: 3, qualifier: "ABOUT" }],
      }),
    ],
  },
  {
    number: 26,
    says: "the savings drive deployments and show a path to a return by 2028",
    asks: ofSavings("savings-drive-deployments"),
    facts: [said("CORROBORATED", /key driver of smart-city deployments .* return on investment by 2028/)],
  },
];
