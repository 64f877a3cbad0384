/**
 * A world whose lists are long: hubs that everything else speaks of. Each number brings to each list one row
 * or some, somewhere among the others, of which many are equal by what they are put in order by; it changes none.
 */

/** Things that lists hang on, by type: their global ids. */
export const hubs: Readonly<Record<string, string>> = {
  ...{ City: "City:hub-ch", Country: "Country:ch", Region: "Region:hub", Organisation: "Organisation:hub" },
  ...{ Initiative: "Initiative:hub-hub-ch", Dimension: "Dimension:hub", Indicator: "Indicator:hub" },
  ...{ Ranking: "Ranking:list", Award: "Award:prize", Expo: "Expo:fair", Index: "Index:sum", Forecast: "Forecast:hub" },
  ...{ RankingEdition: "RankingEdition:list-2000", AwardEdition: "AwardEdition:prize-2000" },
  ...{ ExpoEdition: "ExpoEdition:fair-2000", Source: "Source:more-6", Revision: "Revision:2" },
};

/** What an indicator may speak of, by type. */
const subjects = {
  ...{ City: "CITY", Country: "COUNTRY", Region: "REGION", Organisation: "ORGANISATION", Initiative: "INITIATIVE" },
  ...{ RankingEdition: "RANKING_EDITION", AwardEdition: "AWARD_EDITION", ExpoEdition: "EXPO_EDITION" },
} as const;

/** Types whose hubs nobody can measure. */
export const unmeasured = ["Award", "Dimension", "Expo", "Forecast", "Index", "Indicator", "Ranking"].sort();

const source = (slug: string, kind = "PUBLISHER") => ({
  ...{ slug, kind, title: `Source ${slug.length % 3}`, publisher: "hub", licence: "CC0-1.0" },
  licenceClass: "PERMISSIVE",
});

const indicator = (slug: string, name: string) => ({
  ...{ slug, name, definition: "Made.", unit: "points", direction: "HIGHER_IS_BETTER", dimension: "hub" },
  subjects: Object.values(subjects),
});

/** The hubs, on which everything else hangs: a file. */
export const base = JSON.stringify({
  source: source("base"),
  organisations: [{ slug: "hub", name: "Hub" }],
  regions: [{ slug: "hub", name: "Hub" }],
  countries: [{ slug: "ch", name: "Hub", iso2: "CH", iso3: "CHE" }],
  cities: [{ slug: "hub-ch", name: "Hub", country: "ch", prominence: 2 }],
  dimensions: [{ slug: "hub", name: "Hub" }],
  rankings: [{ slug: "list", name: "List", publisher: "hub" }],
  awards: [{ slug: "prize", name: "Prize", organiser: "hub" }],
  expos: [{ slug: "fair", name: "Fair", organiser: "hub" }],
  indicators: [indicator("hub", "Hub"), indicator("mark", "Mark"), indicator("quarrel", "Quarrel")],
  initiatives: [{ slug: "hub-hub-ch", name: "Hub", city: "hub-ch" }],
  indices: [sum("sum")],
  rankingEditions: [{ slug: "list-2000", ranking: "list", year: 2000 }],
  awardEditions: [{ slug: "prize-2000", award: "prize", year: 2000 }],
  expoEditions: [{ slug: "fair-2000", expo: "fair", year: 2000, city: "hub-ch" }],
  forecasts: [forecast("hub", "City:hub-ch")],
});

/** What a number brings: a file, and another that says otherwise. */
export function brought(n: number): string[] {
  const [city, country] = [`town-${n}-ch`, iso(n)];
  const own = {
    ...{ City: city, Country: country.toLowerCase(), Region: `r-${n}`, Organisation: `o-${n}` },
    ...{ Initiative: `i-${n}-hub-ch`, RankingEdition: `list-${2001 + n}`, AwardEdition: `prize-${2001 + n}` },
    ExpoEdition: `fair-${2001 + n}`,
  };
  const name = `Riverton ${n % 4}`;
  const quarrel = (value: number) => ({ ...measured("quarrel", hubs["City"]!, n), period: `${1900 + n}`, value });
  const file = {
    source: { ...source(`more-${n}`, "PRESS"), published: `${2001 + (n % 5)}` },
    organisations: [{ slug: own.Organisation, name, country: "ch" }],
    regions: [{ slug: own.Region, name }],
    countries: [{ slug: own.Country, name, iso2: country, iso3: `${country}X` }],
    cities: [{ slug: city, name, country: "ch", ...(n % 6 > 0 && { prominence: n % 3 }) }],
    dimensions: [{ slug: `d-${n}`, name, ranking: "list" }],
    rankings: [{ slug: `l-${n}`, name, publisher: "hub" }],
    awards: [{ slug: `a-${n}`, name, organiser: "hub" }],
    expos: [{ slug: `e-${n}`, name, organiser: "hub" }],
    indicators: [indicator(`n-${n}`, name)],
    initiatives: [{ slug: own.Initiative, name, city: "hub-ch" }],
    indices: [sum(`s-${n}`)],
    rankingEditions: [{ slug: own.RankingEdition, ranking: "list", year: 2001 + n }],
    awardEditions: [{ slug: own.AwardEdition, award: "prize", year: 2001 + n }],
    expoEditions: [{ slug: own.ExpoEdition, expo: "fair", year: 2001 + n, city: "hub-ch" }],
    placements: [
      { edition: "list-2000", city, rank: 1 + (n % 5) },
      { edition: own.RankingEdition, city: "hub-ch", rank: 1 + (n % 3) },
    ],
    subScores: [{ edition: "list-2000", city, dimension: "hub", score: n % 4 }],
    wins: [
      { edition: "prize-2000", category: `C ${n}`, city: "hub-ch" },
      { edition: "prize-2000", category: `C ${n}`, country: "ch" },
      { edition: "prize-2000", category: `C ${n}`, organisation: "hub" },
    ],
    forecasts: Object.keys(subjects).map((type) => forecast(`f-${type.toLowerCase()}-${n}`, hubs[type]!)),
    statements: Object.entries(hubs)
      .filter(([type]) => !["Source", "Revision"].includes(type))
      .map(([, about]) => ({ about, topic: `t-${n}`, text: `Said ${n % 3}.`, organisation: "hub" })),
    observations: [
      ...Object.keys(subjects).map((type) => ({ ...measured("hub", hubs[type]!, n), period: `${2001 + n}` })),
      // Some have no figure, and come last.
      ...Object.entries(own).flatMap(([type, slug]) => (n % 3 === 0 ? [] : [measured("mark", `${type}:${slug}`, n)])),
      quarrel(9),
    ],
  };
  const other = { source: source(`other-${n}`, "PRESS"), observations: [quarrel(10 + (n % 3))] };
  return [file, other].map((submission) => JSON.stringify(submission));
}

const measured = (slug: string, subject: string, n: number) => ({
  ...{ subject, indicator: slug, period: "2020", value: n < 10 ? n % 4 : n % 15 },
});

function forecast(slug: string, subject: string) {
  const points = [{ year: 2030, value: slug.length }];
  return { slug, forecaster: "hub", indicator: "hub", subject, published: `20${10 + (slug.length % 3)}`, points };
}

function sum(slug: string) {
  return { slug, name: "Sum", version: 1, description: "Made.", parts: [{ name: "hub", indicator: "hub" }] };
}

/** Two letters for a number, by which no country goes. */
const iso = (n: number) => `${"QX"[Math.floor(n / 26) % 2]}${String.fromCharCode(65 + (n % 26))}`;
