import { cited, type SeedClaim, said } from "./claim";

const ofExpo = (topic: string) =>
  `{ expo(slug: "scesh") { statements(where: { topic: { eq: "${topic}" } }) { nodes { text ...Cited } } } }`;

const ofEdition = (topic: string) =>
  `{ expoEdition(slug: "scesh-2023") { statements(where: { topic: { eq: "${topic}" } }) { nodes { text note ...Cited } } } }`;

const edition = (fields: string) => `{ expoEdition(slug: "scesh-2023") { ${fields} ...Cited } }`;

/** The figure of the edition of 2023, and what was announced for the edition of 2022. */
const figure = (field: string) =>
  `{ expo(slug: "scesh") { editions(where: { year: { in: [2022, 2023] } }) { nodes { ${field} { text status ...Cited } } } } }`;

const shine = "shine-smart-city-expo-shanghai-be-held-october-next-year-2021";

const plans = (text: string, before: string) => [
  cited("PLANNED", { text, status: "PLANNED" }),
  cited("PLANNED", { text: before, status: "PLANNED" }, { saidBy: shine }),
];

/** Who organises the edition of 2023, and who organised those before it. */
const organisers = `{ expo(slug: "scesh") { editions(where: { year: { in: [2021, 2022, 2023] } }) { nodes {
  year organisers { role organisation { slug } } ...Cited
} } } }`;

const organises = (slug: string, role: string, before: { organiserOf: readonly (2021 | 2022)[] }) => {
  const organised = (year: 2021 | 2022, status: "PLANNED" | "SINGLE_SOURCE", saidBy: string) => {
    const one = { role: "ORGANISER", organisation: slug };
    const shown = { role: "ORGANISER", organisation: { slug } };
    const [all, own] = before.organiserOf.includes(year)
      ? [expect.arrayContaining([shown]), expect.arrayContaining([one])]
      : [expect.not.arrayContaining([shown]), expect.not.arrayContaining([one])];
    return cited(status, { year, organisers: all as unknown }, { saidBy, own: { organisers: own as unknown } });
  };
  return [
    cited(
      "PLANNED",
      { year: 2023, organisers: expect.arrayContaining([{ role, organisation: { slug } }]) as unknown },
      { own: { organisers: expect.arrayContaining([{ role, organisation: slug }]) as unknown } },
    ),
    organised(2022, "PLANNED", shine),
    organised(2021, "SINGLE_SOURCE", "fira-de-barcelona-doors-smart-city-expo-shanghai-2021-open"),
  ];
};

/** Claims 34 to 55: Smart City Expo Shanghai. */
export const expo: readonly SeedClaim[] = [
  {
    number: 34,
    says: "Shanghai hosts Smart City Expo Shanghai in 2023",
    asks: `{ city(slug: "shanghai-cn") { expoEditions(where: { expo: { slug: { eq: "scesh" } }, year: { eq: 2023 } }) { nodes {
      slug status ...Cited statements(where: { topic: { eq: "host-city" } }) { nodes { text ...Cited } }
    } } } }`,
    facts: [
      cited("PLANNED", { slug: "scesh-2023", status: "PLANNED" }),
      said("CORROBORATED", /Shanghai/, {
        rivals: { "ahk-parana-com-apoio-da-ahk-parana-smart-city-expo-curitiba-2023": /Shanghai is one of the cities/ },
      }),
    ],
  },
  {
    number: 35,
    says: "it is an exhibition and conference platform open to the public",
    asks: ofExpo("platform"),
    facts: [said("SINGLE_SOURCE", /open to the public/)],
  },
  {
    number: 36,
    says: "it serves governments and businesses",
    asks: edition("audiences"),
    facts: [cited("PLANNED", { audiences: ["G2G", "G2B", "B2B"] })],
  },
  {
    number: 37,
    says: "it is held every year in Shanghai",
    asks: ofExpo("frequency"),
    facts: [
      said("CORROBORATED", /every year in Shanghai, from 2023/, { rivals: { [shine]: /yearly .* already in 2021/ } }),
    ],
  },
  {
    number: 38,
    says: "it wants to advance smart cities, exchange and solutions",
    asks: ofExpo("aims"),
    facts: [said("SINGLE_SOURCE", /exchange of business and knowledge/)],
  },
  {
    number: 39,
    says: "its keynote is the Global Summit on Smart Cities Cooperation and Development",
    asks: ofEdition("keynote"),
    facts: [
      cited("SINGLE_SOURCE", {
        text: expect.stringMatching(/Global Summit on Smart Cities Cooperation and Development/) as unknown,
        note: expect.stringMatching(/stood alone in Shanghai on 8 November 2022/) as unknown,
      }),
    ],
  },
  {
    number: 40,
    says: "the keynote turns to ecological development and digital transformation",
    asks: ofEdition("keynote-focus"),
    facts: [said("SINGLE_SOURCE", /ecological urban development and to digital transformation/)],
  },
  {
    number: 41,
    says: "it invites ten prominent cities",
    asks: `{ expoEdition(slug: "scesh-2023") {
      cities { value status ...Cited } statements(where: { topic: { eq: "invited-cities" } }) { nodes { text ...Cited } }
    } }`,
    facts: [
      cited("PLANNED", { value: 10, status: "PLANNED" }),
      said("SINGLE_SOURCE", /municipal leaders and businesses present/),
    ],
  },
  {
    number: 42,
    says: "its exhibition is to cover 20,000 square metres",
    asks: figure("areaSquareMetres"),
    facts: plans("20,000 m², planned", "20,000 m², planned"),
  },
  {
    number: 43,
    says: "more than 200 exhibitors are expected",
    asks: figure("exhibitors"),
    facts: plans("more than 200 exhibitors, planned", "about 300 exhibitors, planned"),
  },
  {
    number: 44,
    says: "zones show real cases",
    asks: ofEdition("zones"),
    facts: [said("SINGLE_SOURCE", /real cases/)],
  },
  {
    number: 45,
    says: "more than 20 forums and sessions are planned",
    asks: figure("forums"),
    facts: plans("more than 20 forums, planned", "about 20 forums, planned"),
  },
  {
    number: 46,
    says: "lectures, an online portal and side events carry it",
    asks: ofEdition("channels"),
    facts: [said("SINGLE_SOURCE", /online portal and side events/)],
  },
  {
    number: 47,
    says: "the Council for the Promotion of International Trade Shanghai is a co-sponsor",
    asks: organisers,
    facts: organises("ccpit-shanghai", "CO_SPONSOR", { organiserOf: [2022] }),
  },
  {
    number: 48,
    says: "Fira de Barcelona is a co-sponsor",
    asks: organisers,
    facts: organises("fira-de-barcelona", "CO_SPONSOR", { organiserOf: [2021, 2022] }),
  },
  {
    number: 49,
    says: "Shanghai Intex Exhibition is a joint organiser",
    asks: organisers,
    facts: organises("shanghai-intex-exhibition", "CO_ORGANISER", { organiserOf: [2021] }),
  },
  {
    number: 50,
    says: "Smart City Expo World Congress is a joint organiser",
    asks: organisers,
    facts: organises("smart-city-expo-world-congress", "CO_ORGANISER", { organiserOf: [2022] }),
  },
  {
    number: 51,
    says: "the edition of 2023 is the first; the organiser counted a second in 2021",
    asks: `{ expoEdition(slug: "scesh-2023") {
      label ...Cited statements(where: { topic: { eq: "first-edition" } }) { nodes { text stance ...Cited } }
    } }`,
    facts: [
      cited("PLANNED", { label: "first edition (as the article calls it)" }),
      cited(
        "CONTESTED",
        { stance: "DENIES", text: expect.stringMatching(/October 2021 in Shanghai the second edition/) as unknown },
        {
          article: "The event of 2023 is the inaugural edition.",
          rivals: { "fira-de-barcelona-doors-smart-city-expo-shanghai-2021-open": /^Not so: .* the second edition/ },
        },
      ),
    ],
  },
  {
    number: 52,
    says: "it is the only event of the World Congress in Asia; Kyoto, Doha and Hangzhou held others",
    asks: ofExpo("only-event-in-asia"),
    facts: [
      said("CONTESTED", /./, {
        article: /^It is the only event that the World Congress plans in Asia/,
        rivals: {
          "kyoto-prefecture-international-affairs-smart-city-expo-kyoto-2014": /^Not so: Kyoto .* 26 and 27 March 2014/,
          "consulate-of-qatar-in-hong-kong-smart-city-expo-doha-concludes-2019": /^Not so: Doha, .* in October 2019/,
          "media-outreach-2024-smart-city-expo-world-congress-hangzhou-stage": /^Not so: Hangzhou .* September 2024/,
        },
      }),
    ],
  },
  {
    number: 53,
    says: "it starts on 12 October 2023",
    asks: edition('starts statements(where: { topic: { eq: "opening" } }) { nodes { text ...Cited } }'),
    facts: [
      cited("PLANNED", { starts: "2023-10-12" }),
      said("SINGLE_SOURCE", /opened on 12 October/, {
        saidBy: "jsilva-construcoes-com-smart-city-expo-shanghai-opens-12-october",
      }),
    ],
  },
  {
    number: 54,
    says: "it ends on 14 October 2023",
    asks: edition("ends"),
    facts: [cited("PLANNED", { ends: "2023-10-14" })],
  },
  {
    number: 55,
    says: "it is held at the Shanghai New International Expo Center",
    asks: edition('venue statements(where: { topic: { eq: "opening" } }) { nodes { text ...Cited } }'),
    facts: [
      cited("PLANNED", { venue: "Shanghai New International Expo Center" }),
      said("SINGLE_SOURCE", /opened .* at the Shanghai New International Expo Center/, {
        saidBy: "jsilva-construcoes-com-smart-city-expo-shanghai-opens-12-october",
      }),
    ],
  },
];
