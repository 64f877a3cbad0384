/** What PostGraphile cannot do by itself over these tables, as functions; it writes fields for them. */
export const functions = `
  create schema if not exists beside;
  create or replace function beside.cities_below(most int) returns setof cities language sql stable as $$
    select * from cities where prominence <= most order by prominence desc, id collate "C" desc
  $$;
  create or replace function beside.search_cities(words text) returns setof cities language sql stable as $$
    select c.* from (
      select distinct on (n.thing) n.thing as id, round(((case when n.whole and n.folded = (select fold(words)) then 2
        when n.whole then 1.4 else 1 end)::float8 + log(n.prominence + 10) / 8) * 10000) / 10000 as score
      from names n where n.type = 'City' and n.folded collate "C" >= (select fold(words))
        and n.folded collate "C" < (select fold(words)) || U&'\\+10FFFF'
      order by n.thing, score desc
    ) m join cities c on c.id = m.id order by m.score desc, c.id collate "C"
  $$;
  do $$ begin
    create type beside.measured as (city text, value double precision, period text);
  exception when duplicate_object then null; end $$;
  create or replace function beside.cities_measured(measure text) returns setof beside.measured language sql stable as $$
    select substr(subject, 6), value, period from (
      select distinct on (subject) subject, value, period from observations
      where indicator = measure and subject like 'City:%' order by subject, period collate "C" desc, id desc
    ) o order by value desc, subject collate "C" desc
  $$;
  comment on type beside.measured is '@foreignKey (city) references public.cities (id)';`;

/** A question as PostGraphile is asked it; its answer is Citegraph's but for what `shape` mends, untimed. */
export interface Translation {
  readonly query: string;
  readonly shape?: (data: Data) => unknown;
  /** Whether lists within cities come in another order: by the year of an edition PostGraphile orders nothing. All are taken. */
  readonly isUnordered?: boolean;
}

interface Data {
  readonly cities: { readonly nodes: readonly { value: number; period: string; node: unknown }[] };
  readonly city: object;
  readonly observations: unknown;
}

const named = "{ slug: rowId name }";

const listed = (total: string) => `
  placements: placementsByCity(first: 20) {
    ${total} nodes { rank score edition: rankingEditionByEdition { year title ranking: rankingByRanking ${named} } } }
  wins: winsByCity(first: 20) { nodes { category edition: awardEditionByEdition { year award: awardByAward ${named} } } }
  expoEditions: expoEditionsByCity(first: 20) { nodes { year starts expo: expoByExpo ${named} } }`;

/** By the names that PostGraphile gives to tables and columns. */
export const translations: Readonly<Record<string, Translation>> = {
  Q1: {
    query: `query Q1($slug: String!) { rankingEdition: rankingEditionByRowId(rowId: $slug) { title year
      placements: placementsByEdition(first: 10, orderBy: [RANK_ASC, ROW_ID_ASC]) {
        nodes { rank score city: cityByCity { slug: rowId name country: countryByCountry ${named} } } } } }`,
  },
  Q2: {
    query: `query Q2($most: Int!) { cities: besideCitiesBelow(most: $most, first: 20) {
      nodes { slug: rowId name ${listed("")} } } }`,
    isUnordered: true,
  },
  Q3: {
    query: `query Q3($text: String!) { search: besideSearchCities(words: $text, first: 10) {
      totalCount nodes { slug: rowId name country: countryByCountry { name } } } }`,
  },
  Q4: {
    query: `query Q4($most: Int!) { cities: besideCitiesBelow(most: $most, first: 100) { nodes { slug: rowId name aliases
      prominence recordedIn location externalIds country: countryByCountry { name } } } }`,
  },
  Q5: {
    query: `query Q5($slug: String!, $subject: String!) {
      city: cityByRowId(rowId: $slug) { slug: rowId name aliases prominence location
        country: countryByCountry ${named} ${listed("totalCount")} }
      observations: allObservations(first: 20, condition: { subject: $subject }, orderBy: [PERIOD_DESC, ROW_ID_DESC]) {
        nodes { value period status indicator: indicatorByIndicator { slug: rowId name unit } } } }`,
    shape: ({ city, observations }) => ({ city: { ...city, observations } }),
    isUnordered: true,
  },
  Q6: {
    query: `query Q6($indicator: String!) { cities: besideCitiesMeasured(measure: $indicator, first: 20) {
      nodes { value period node: cityByCity { slug: rowId name country: countryByCountry { name } } } } }`,
    shape: ({ cities }) => ({
      cities: { edges: cities.nodes.map(({ node, ...figure }) => ({ figure, node })) },
    }),
  },
};

/** What PostGraphile takes for the same question. */
export const translated = (variables: Readonly<Record<string, unknown>>) =>
  "slug" in variables ? { ...variables, subject: `City:${String(variables["slug"])}` } : variables;
