/** A question that is asked of the present and of the past: `@time` stands where the directive stands. */
interface TimeQuestion {
  readonly name: string;
  readonly query: string;
  readonly variables: readonly Readonly<Record<string, unknown>>[];
}

const cities = ["shanghai-cn", "zurich-ch", "london-gb"];

/** What pages and searches ask, and lists of several sorts. */
export const timeQuestions: readonly TimeQuestion[] = [
  {
    name: "one city",
    query:
      "query ($slug: Slug!) @time { city(slug: $slug) { slug name aliases prominence country { slug name iso2 } } }",
    variables: cities.map((slug) => ({ slug })),
  },
  {
    name: "first ten of an edition",
    query: `query ($slug: Slug!) @time { rankingEdition(slug: $slug) { title year
      placements(first: 10) { nodes { rank score rating city { slug name country { slug name } } } } } }`,
    variables: [2021, 2023, 2024].map((year) => ({ slug: `imd-smart-city-index-${year}` })),
  },
  {
    name: "a city with its evidence",
    query: `query ($slug: Slug!) @time { city(slug: $slug) { name
      placements(first: 20) { totalCount nodes { rank edition { year ranking { name } } evidence { status claims { text source { title } } } } }
      observations(first: 20) { nodes { text indicator { name } evidence { status } source { title } } }
      wins { nodes { category edition { award { name } } } } statements { nodes { text } } } }`,
    variables: cities.map((slug) => ({ slug })),
  },
  {
    name: "a filtered and ordered list",
    query: `query ($year: Int!) @time { placements(first: 20, where: { year: { eq: $year }, rank: { eq: 1 } }, orderBy: { field: CITY_NAME }) {
      totalCount nodes { city { name } edition { ranking { name } } } } }`,
    variables: [{ year: 2023 }, { year: 2024 }],
  },
  {
    name: "cities by an indicator",
    query: `query ($slug: Slug!) @time { cities(first: 20, orderBy: { indicator: $slug, direction: DESC }) { edges { rank figure { text } node { name } } } }`,
    variables: [{ slug: "pm25-annual-mean" }, { slug: "population-urban-centre" }],
  },
  {
    name: "fifty cities, three placements each",
    query: `query ($first: Int!) @time { cities(first: $first) { totalCount nodes { name country { name } placements(first: 3) { nodes { rank } } } } }`,
    variables: [{ first: 50 }],
  },
  {
    name: "search",
    query: "query ($text: String!) @time { search(text: $text, first: 10) { totalCount nodes { name } } }",
    variables: [{ text: "shang" }, { text: "barcelna" }, { text: "smart city" }],
  },
  {
    name: "what is contested",
    query: `query ($about: ID!) @time { contested(about: $about, first: 20) { totalCount nodes { spread fact { id } claims { text source { title } } } } }`,
    variables: [{ about: "City:shanghai-cn" }, { about: "Country:cn" }],
  },
  {
    name: "sources with their claims",
    query: `query ($first: Int!) @time { sources(first: $first) { nodes { title publisher { name } claims(first: 5) { totalCount nodes { text } } } } }`,
    variables: [{ first: 20 }],
  },
  {
    name: "counts of all kinds",
    query: "query @time { graph { revision counts { kind count } licences { licence sources } } }",
    variables: [{}],
  },
];
