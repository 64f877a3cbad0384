/** A question asked many times with ever other variables, and the SQL that somebody would write by hand for it. */
export interface BenchQuestion {
  readonly name: string;
  readonly query: string;
  /** Variables to ask it with, in turn; each is one slug. */
  readonly variables: readonly { readonly slug: string }[];
  /** Builds the same JSON, as text in a column `data`, from the slug as $1. */
  readonly sql: string;
}

const capitals =
  "shanghai-cn singapore-sg zurich-ch london-gb barcelona-es new-york-us seoul-kr oslo-no helsinki-fi tokyo-jp";

/** What a page about a city, and one about a ranking, would ask first. */
export const questions: readonly BenchQuestion[] = [
  {
    name: "one city",
    query: `query City($slug: Slug!) {
      city(slug: $slug) { slug name aliases prominence location { latitude longitude } country { slug name iso2 } }
    }`,
    variables: capitals.split(" ").map((slug) => ({ slug })),
    sql: `
      select json_build_object('city', json_build_object('slug', c.id, 'name', c.name, 'aliases', c.aliases,
        'prominence', c.prominence,
        'location', case when c.location is not null then
          json_build_object('latitude', c.location->'latitude', 'longitude', c.location->'longitude') end,
        'country', json_build_object('slug', k.id, 'name', k.name, 'iso2', k.iso2)))::text as data
      from cities c join countries k on k.id = c.country where c.id = $1`,
  },
  {
    name: "first ten of an edition",
    query: `query Edition($slug: Slug!) {
      rankingEdition(slug: $slug) {
        title year
        placements(first: 10) { nodes { rank score rating city { slug name country { slug name } } } }
      }
    }`,
    variables: [2020, 2021, 2023, 2024, 2025].map((year) => ({ slug: `imd-smart-city-index-${year}` })),
    sql: `
      select json_build_object('rankingEdition', json_build_object('title', e.title, 'year', e.year,
        'placements', json_build_object('nodes', (
          select coalesce(json_agg(json_build_object('rank', p.rank, 'score', p.score, 'rating', p.rating,
            'city', json_build_object('slug', c.id, 'name', c.name,
              'country', json_build_object('slug', k.id, 'name', k.name)))), '[]')
          from (select * from placements where edition = e.id order by rank, id limit 10) p
          join cities c on c.id = p.city join countries k on k.id = c.country))))::text as data
      from ranking_editions e where e.id = $1`,
  },
];
