import { cited, type SeedClaim, said } from "./claim";

const ofChina = (topic: string) => `statements(where: { topic: { eq: "${topic}" } }) { nodes { text ...Cited } }`;

/** Claims 27 to 29: China. */
export const china: readonly SeedClaim[] = [
  {
    number: 27,
    says: "China has entered a new stage of smart-city development",
    asks: `{ country(slug: "cn") { ${ofChina("new-stage-of-smart-cities")} } }`,
    facts: [said("SINGLE_SOURCE", /entered a new stage/)],
  },
  {
    number: 28,
    says: "80 per cent of China will live in cities within twenty years",
    asks: `{ country(slug: "cn") {
      ${ofChina("urban-share-outlook")}
      forecasts(where: { indicator: { slug: { eq: "urban-population-share" } }, targetValue: { eq: 80 } }) {
        nodes { targetYear targetValue ...Cited }
      }
    } }`,
    facts: [
      said("CONTESTED", /70\.12 per cent in 2030/, {
        article: /^80 per cent .* within twenty years/,
        rivals: {
          "reuters-china-expects-urbanisation-rate-near-70-next-five-years-2024": /^Not so: .* close to 70 per cent/,
          "journal-of-geographical-sciences-new-type-urbanization-china-2017": /^Not so: .* 70\.12 per cent in 2030/,
          "china-daily-china-urbanization-rate-reach-50-2020-2010": /^Not so: .* 75 per cent in 2050/,
        },
      }),
      cited("SINGLE_SOURCE", { targetYear: 2043, targetValue: 80 }),
    ],
  },
  {
    number: 29,
    says: "more than 900 Chinese cities have pilot projects, more than China has cities",
    asks: `{ country(slug: "cn") {
      figure(indicator: "cities-with-smart-city-pilots") { value qualifier note ...Cited }
      ${ofChina("smart-city-pilot-cities")}
    } }`,
    facts: [
      cited("SINGLE_SOURCE", {
        value: 900,
        qualifier: "AT_LEAST",
        note: expect.stringContaining("694 cities") as unknown,
      }),
      said("CONTESTED", /694 cities at the end of 2023/, {
        article: /^More than 900 Chinese cities/,
        rivals: {
          "xinhua-china-sees-rising-urbanisation-rate-over-past-75-years-2024": /^Not so: .* 694 cities/,
          "yicai-global-hangzhou-takes-smart-traffic-lights-citywide-curb-2018": /^Not so: Nearly 600 cities/,
          "pti-china-has-highest-number-smart-city-pilot-projects-report-2018": /^Not so: About 500/,
        },
      }),
    ],
  },
];
