import { cited, type SeedClaim, said } from "./claim";

const placeOf = (city: string) =>
  `{ city(slug: "${city}") { placements(where: { edition: { slug: { eq: "juniper-smart-city-2023" } } }) { nodes { rank ...Cited } } } }`;

const dimensions = '{ rankingEdition(slug: "juniper-smart-city-2023") { dimensions { dimension { name } } ...Cited } }';

const weighs = (name: string, own: Record<string, unknown> = {}) => [
  cited(
    "CORROBORATED",
    { dimensions: expect.arrayContaining([{ dimension: { name } }]) as unknown },
    {
      own: {
        dimensions: expect.arrayContaining([{ dimension: name.toLowerCase().replaceAll(" ", "-") }]) as unknown,
        ...own,
      },
    },
  ),
];

/** Claims 1 to 12: Juniper Research's ranking of 2023. */
export const ranking: readonly SeedClaim[] = [
  {
    number: 1,
    says: "Shanghai is ranked the smartest city in the world",
    asks: `{ rankingEdition(slug: "juniper-smart-city-2023") {
      placements(where: { rank: { eq: 1 } }) { nodes { rank city { slug } ...Cited } }
      statements(where: { topic: { eq: "smartest-city-in-the-world" } }) { nodes { text ...Cited } }
    } }`,
    facts: [
      cited("CORROBORATED", { rank: 1, city: { slug: "shanghai-cn" } }),
      said("CONTESTED", /2024 Zurich is first/, {
        article: "Shanghai is the smartest city in the world.",
        rivals: { "imd-smart-city-index-2024-press-release": /^Not so: In the IMD index of 2024 Zurich is first/ },
      }),
    ],
  },
  {
    number: 2,
    says: "it is ranked first for the second year running",
    asks: `{ ranking(slug: "juniper-smart-city") { editions(where: { year: { gte: 2022 } }) { nodes {
      placements(where: { city: { slug: { eq: "shanghai-cn" } } }) { nodes { rank edition { year } ...Cited } }
      statements(where: { topic: { eq: "second-year-running" } }) { nodes { text ...Cited } }
    } } } }`,
    facts: [
      cited("CORROBORATED", { rank: 1, edition: { year: 2023 } }),
      said("CORROBORATED", /second year in a row, 2022 and 2023/),
      cited("CORROBORATED", { rank: 1, edition: { year: 2022 } }),
    ],
  },
  {
    number: 3,
    says: "the study assessed 50 cities",
    asks: '{ rankingEdition(slug: "juniper-smart-city-2023") { citiesAssessed ...Cited } }',
    facts: [cited("CORROBORATED", { citiesAssessed: 50 })],
  },
  {
    number: 4,
    says: "it weighs transport and infrastructure",
    asks: dimensions,
    facts: weighs("Transport and infrastructure"),
  },
  { number: 5, says: "it weighs energy and lighting", asks: dimensions, facts: weighs("Energy and lighting") },
  {
    number: 6,
    says: "it weighs administration and technologies, which the study calls city management and technology",
    asks: dimensions,
    facts: weighs("City management and technology", {
      note: expect.stringMatching(/calls the third group of criteria administration and technologies/) as unknown,
    }),
  },
  { number: 7, says: "it weighs urban connectivity", asks: dimensions, facts: weighs("Urban connectivity") },
  { number: 8, says: "New York is second", asks: placeOf("new-york-us"), facts: [cited("CORROBORATED", { rank: 2 })] },
  { number: 9, says: "Toronto is third", asks: placeOf("toronto-ca"), facts: [cited("CORROBORATED", { rank: 3 })] },
  { number: 10, says: "Seoul is fourth", asks: placeOf("seoul-kr"), facts: [cited("CORROBORATED", { rank: 4 })] },
  { number: 11, says: "Shenzhen is fifth", asks: placeOf("shenzhen-cn"), facts: [cited("CORROBORATED", { rank: 5 })] },
  {
    number: 12,
    says: "the other leading cities use data and connectivity for their residents",
    asks: `{ rankingEdition(slug: "juniper-smart-city-2023") {
      statements(where: { topic: { eq: "other-leading-cities" } }) { nodes { text organisation { slug } ...Cited } }
    } }`,
    facts: [
      cited("CORROBORATED", {
        text: expect.stringMatching(/data and connectivity/) as unknown,
        organisation: { slug: "juniper-research" },
      }),
    ],
  },
];
