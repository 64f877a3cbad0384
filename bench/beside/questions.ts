/** A question that all servers are asked, with ever other variables. */
export interface Question {
  readonly name: string;
  readonly about: string;
  /** As Citegraph and all who have its schema are asked. */
  readonly query: string;
  /** SQL for what it is asked with: a column `given` of objects, in an order of which any part is like another. */
  readonly variables: string;
  /**
   * Asked of everybody over two connections, three times as long: whoever looks through all observations takes a fifth of
   * a second for an answer, and on one core would not answer sixteen at once within a round.
   */
  readonly isSlow?: boolean;
}

const listed = `placements(first: 20) { nodes { rank score edition { year title ranking { slug name } } } }
  wins(first: 20) { nodes { category edition { year award { slug name } } } }
  expoEditions(first: 20) { nodes { year starts expo { slug name } } }`;

// Cities from which on down nobody has more placements than are listed, whether in order or, by one who cannot order them, all.
const middling = `
  select id, prominence from (
    select id, prominence, row_number() over (order by prominence desc, id) as n, max(placed) over below as most from (
      select id, prominence, (select count(*) from placements p where p.city = c.id) as placed from cities c
      order by prominence desc limit 2000
    ) c window below as (order by prominence desc, id rows between 5 preceding and 30 following)
  ) c where n between 300 and 1900 and most <= 20 order by md5(id) limit 60`;

export const questions: readonly Question[] = [
  {
    name: "Q1",
    about: "the first ten of an edition, with city and country",
    query: `query Q1($slug: Slug!) { rankingEdition(slug: $slug) { title year
      placements(first: 10) { nodes { rank score city { slug name country { slug name } } } } } }`,
    variables:
      "select json_build_object('slug', id) as given from ranking_editions where id like 'bench-%' order by md5(id) limit 60",
  },
  {
    name: "Q2",
    about: "twenty cities, each with placements, editions, rankings, wins and expos",
    query: `query Q2($most: Int!) { cities(first: 20, where: { prominence: { lte: $most } }) { nodes { slug name ${listed} } } }`,
    variables: `select json_build_object('most', prominence) as given from (${middling}) c`,
  },
  {
    name: "Q3",
    about: "search, a page and a total",
    query: `query Q3($text: String!) { search(text: $text, kinds: [City], first: 10) {
      totalCount nodes { ... on City { slug name country { name } } } } }`,
    variables: `select json_build_object('text', text) as given
      from unnest('{san,new,sa,ba,ma,la,port,santa,mon,al,el,saint,vi,north,lo,ch,gr,river,ka,wes}'::text[]) text
      where (select count(distinct thing) from names where type = 'City' and folded ^@ text) >= 10`,
  },
  {
    name: "Q4",
    about: "a hundred cities with eight fields",
    query: `query Q4($most: Int!) { cities(first: 100, where: { prominence: { lte: $most } }) { nodes { slug name aliases
      prominence recordedIn location { latitude longitude } externalIds { scheme id } country { name } } } }`,
    variables: `select json_build_object('most', prominence) as given from (${middling}) c`,
  },
  {
    name: "Q5",
    about: "a city page",
    query: `query Q5($slug: Slug!) { city(slug: $slug) { slug name aliases prominence location { latitude longitude }
      country { slug name } ${listed.replace("first: 20) {", "first: 20) { totalCount")}
      observations(first: 20, orderBy: { field: PERIOD, direction: DESC }) {
        nodes { value period status indicator { slug name unit } } } } }`,
    variables: `select json_build_object('slug', id) as given from (${middling}) c`,
  },
  {
    name: "Q6",
    about: "twenty cities ordered by an indicator",
    isSlow: true,
    query: `query Q6($indicator: Slug!) { cities(first: 20, orderBy: { indicator: $indicator, direction: DESC }) {
      edges { figure { value period } node { slug name country { name } } } } }`,
    variables: `select json_build_object('indicator', id) as given
      from (select id from indicators where 'CITY' = any(subjects) order by id limit 25) i`,
  },
];

/** The question as of a revision: the same answer shape, another time. */
export const asOf = ({ query }: Question, revision: number): string =>
  query.replace(/\) \{/, `) @asOf(revision: ${revision}) {`);
