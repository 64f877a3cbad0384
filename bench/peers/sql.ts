/** What is asked of Postgres by whoever writes it by hand: by-hand.ts whole, the resolvers of schema.ts part by part. */

export const cityColumns = `c.id as slug, c.name, c.aliases, c.prominence, c.recorded_in as "recordedIn", c.location,
  c.external_ids as "externalIds", c.country`;

/** What a list of cities has beyond their own columns, and from where. */
interface More {
  readonly columns: string;
  readonly join: string;
}

const nothing: More = { columns: "", join: "" };

export const andCountry: More = {
  columns: ', k.id as "countrySlug", k.name as "countryName"',
  join: "join countries k on k.id = c.country",
};

export const citiesBelow = ({ columns, join } = nothing) => `
  select ${cityColumns}${columns} from cities c ${join} where c.prominence <= $1
  order by c.prominence desc, c.id collate "C" desc limit $2`;

/** Cities by the latest figure of an indicator. */
export const citiesByFigure = ({ columns, join } = nothing) => `
  select ${cityColumns}${columns}, o.value, o.period from (
    select distinct on (subject) subject, value, period from observations
    where indicator = $1 and subject like 'City:%' order by subject, period collate "C" desc, id desc
  ) o join cities c on c.id = substr(o.subject, 6) ${join}
  order by o.value desc, c.id collate "C" desc limit $2`;

/** Counts and sorts everything of which a word begins so. */
export const search = ({ columns, join } = nothing) => `
  select ${cityColumns}${columns}, m.total from (
    select id, score, count(*) over ()::int as total from (
      select distinct on (n.thing) n.thing as id, round(((case when n.whole and n.folded = (select fold($1)) then 2
        when n.whole then 1.4 else 1 end)::float8 + log(n.prominence + 10) / 8) * 10000) / 10000 as score
      from names n where n.type = 'City' and n.folded collate "C" >= (select fold($1))
        and n.folded collate "C" < (select fold($1)) || U&'\\+10FFFF'
      order by n.thing, score desc
    ) best
  ) m join cities c on c.id = m.id ${join}
  order by m.score desc, c.id collate "C" limit $2`;

/** Of each of these cities so many rows, the latest first. */
const ofCities = (columns: string, from: string, order: string) => `
  select * from (
    select ${columns}, row_number() over (partition by x.city order by ${order}) as n from ${from} where x.city = any($1)
  ) x where n <= $2 order by city, n`;

export const placementsOfCities = ofCities(
  "x.city, x.rank, x.score, x.edition",
  "placements x join ranking_editions e on e.id = x.edition",
  'e.year desc, x.rank, x.id collate "C" desc',
);

export const winsOfCities = ofCities(
  "x.city, x.category, x.edition",
  "wins x join award_editions e on e.id = x.edition",
  'e.year desc, x.category collate "C", x.id collate "C" desc',
);

export const exposOfCities = ofCities(
  "x.city, x.year, x.starts, x.expo",
  "expo_editions x",
  'x.year desc, x.id collate "C" desc',
);

export const observationsOf = `select id, value, period, status, indicator from observations where subject = 'City:' || $1
  order by period collate "C" desc, id collate "C" desc limit $2`;

export const placementsOfEdition = `select rank, score, city from placements where edition = $1
  order by rank, id collate "C" limit $2`;

export const countPlacements = "select city, count(*)::int as count from placements where city = any($1) group by city";

/** Rows by their ids. */
export const byId = (columns: string, table: string) => `select ${columns} from ${table} where id = any($1)`;

export const named = {
  countries: byId("id as slug, name", "countries"),
  rankings: byId("id as slug, name", "rankings"),
  awards: byId("id as slug, name", "awards"),
  expos: byId("id as slug, name", "expos"),
  indicators: byId("id as slug, name, unit", "indicators"),
  cities: byId(cityColumns, "cities c"),
  rankingEditions: byId("id as slug, year, title, ranking", "ranking_editions"),
  awardEditions: byId("id as slug, year, award", "award_editions"),
};
