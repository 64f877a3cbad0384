/** A file of rankings: by slug of an edition, the cities on it, best first. Each ranking has a publisher of its name. */
export function rankingsFile(editions: Readonly<Record<string, readonly string[]>>, subject = "smart cities"): string {
  const slugs = Object.keys(editions);
  const rankings = [...new Set(slugs.map(rankingOf))];
  const publishers = [...new Set(rankings.map(publisherOf))];
  const cities = [...new Set(Object.values(editions).flat())].sort();
  return `
source: { slug: gazette, title: Gazette, publisher: gazette, kind: COMPILATION, licence: CC0-1.0, licenceClass: PERMISSIVE }
organisations: [{ slug: gazette, name: Gazette }, ${publishers.map((slug) => `{ slug: ${slug}, name: ${slug.toUpperCase()} }`)}]
countries: [{ slug: ch, name: Switzerland, iso2: CH, iso3: CHE }]
cities: [${cities.map((name) => `{ slug: ${name}-ch, name: ${name}, country: ch }`)}]
rankings: [${rankings.map((slug) => `{ slug: ${slug}, name: ${slug}, publisher: ${publisherOf(slug)}, subject: ${subject} }`)}]
rankingEditions: [${slugs.map((slug) => `{ slug: ${slug}, ranking: ${rankingOf(slug)}, year: ${slug.slice(-4)} }`)}]
placements: [${slugs.flatMap((slug) => editions[slug]!.map((city, i) => `{ edition: ${slug}, city: ${city}-ch, rank: ${i + 1} }`))}]`;
}

const rankingOf = (edition: string) => edition.slice(0, -5);

/** What stands before the first hyphen: `atlas-cities` and `atlas` are of one publisher. */
const publisherOf = (ranking: string) => ranking.split("-")[0]!;
