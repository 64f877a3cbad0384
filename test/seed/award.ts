import { cited, type SeedClaim, said } from "./claim";

/** Claims 30 to 33: the World Smart City Awards. */
export const award: readonly SeedClaim[] = [
  {
    number: 30,
    says: "Shanghai won the City category of the World Smart City Awards 2020",
    asks: `{ city(slug: "shanghai-cn") { wins(where: { award: { slug: { eq: "wsca" } }, year: { eq: 2020 } }) {
      nodes { category edition { award { name } } ...Cited }
    } } }`,
    facts: [cited("CORROBORATED", { category: "City", edition: { award: { name: "World Smart City Awards" } } })],
  },
  {
    number: 31,
    says: "350 cities competed",
    asks: '{ awardEdition(slug: "wsca-2020") { entrantCities { value unit ...Cited } } }',
    facts: [cited("SINGLE_SOURCE", { value: 350, unit: "cities" })],
  },
  {
    number: 32,
    says: "48 countries were represented; the organiser says 46",
    asks: '{ awardEdition(slug: "wsca-2020") { entrantCountries { value unit ...Cited } } }',
    facts: [
      cited(
        "CONTESTED",
        { value: 46, unit: "countries" },
        {
          article: "48",
          rivals: {
            "fira-de-barcelona-world-smart-city-awards-2020": "46",
            "fira-de-barcelona-shanghai-chosen-smart-city-2020-smart-city-live": "46",
          },
        },
      ),
    ],
  },
  {
    number: 33,
    says: "the award is known as the Oscar of its sector",
    asks: '{ award(slug: "wsca") { statements(where: { text: { contains: "oscar" } }) { nodes { text ...Cited } } } }',
    facts: [
      said("CORROBORATED", /Oscar/, {
        article: "The award is known as the Oscar of its sector.",
        rivals: { "pr-newswire-2025-region-china-smart-city-awards-announced": /Oscars of the smart-city field/ },
      }),
    ],
  },
];
