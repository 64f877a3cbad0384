import { type Store } from "../../src/store/store";
import { evidence, present, single } from "./columns";

/**
 * Makes 20 rankings with 10 editions of 100 placements each, 10 awards with 10 editions of 20 wins, 20 expos with 10
 * editions, each of the 200 ranking editions by a source of its own; straight into their tables, placements with their
 * claims. They speak of the 2,000 best known cities.
 */
export async function addFacts({ source }: Store): Promise<void> {
  for (const text of [
    revision,
    sources,
    rankings,
    editions,
    placements,
    claims,
    awards,
    awardEditions,
    wins,
    expos,
    expoEditions,
  ])
    await source.query(text);
}

const revision = `
  insert into revisions (number, source, added, changed, retracted)
  select max(number) + 1, 'bench', 0, 0, 0 from revisions`;

const years = "generate_series(2015, 2024) year";
const someSource = "'bench-ranking-1-2024'";

const sources = `
  insert into sources (id, kind, title, publisher, authors, licence, licence_class, published, recorded_in)
  select 'bench-ranking-' || n || '-' || year, 'PUBLISHER', 'Ranking ' || n || ', edition of ' || year,
    (select id from organisations order by id offset n limit 1), '{}', 'CC-BY-4.0', 'PERMISSIVE', year::text, ${present}
  from generate_series(1, 20) n, ${years}`;

const rankings = `
  insert into rankings (id, name, aliases, source, recorded_in, publisher, description)
  select 'bench-ranking-' || n, 'Ranking of cities no. ' || n, '{}', ${someSource}, ${present},
    (select id from organisations order by id offset n limit 1), 'Made for measuring.'
  from generate_series(1, 20) n`;

const editions = `
  insert into ranking_editions (id, ${evidence}, ranking, year, title, cities_assessed, dimensions, comparable_with)
  select id, ${single("RankingEdition", "id", "id")}, 'bench-ranking-' || n, year, 'Ranking ' || n || ' of ' || year, 100, '[]', '{}'
  from (select n, year, 'bench-ranking-' || n || '-' || year as id from generate_series(1, 20) n, ${years}) e`;

/** The best known cities, numbered from 0. */
const known = `known as (
  select id, row_number() over (order by prominence desc, id) - 1 as at, least(count(*) over (), 2000) as of
  from (select id, prominence from cities order by prominence desc, id limit 2000) c)`;

// 37 has no divisor in common with 2,000, nor with how many cities a small graph has: no edition ranks a city twice.
const placements = `
  with ${known}
  insert into placements (id, ${evidence}, edition, city, rank, score)
  select id, ${single("Placement", "id", "edition")}, edition, city, rank, 100 - rank * 0.7
  from (
    select e.id as edition, c.id as city, rank, e.id || '/' || c.id as id
    from (select id, row_number() over (order by id) as k from ranking_editions where id like 'bench-%') e
      cross join generate_series(1, 100) rank join known c on c.at = (rank * 37 + e.k * 101) % c.of) p`;

const claims = `
  insert into claims (id, kind, fact, source, text, "values", position, recorded_in)
  select 'Placement:' || id || '@' || source, 'placements', 'Placement:' || id, source, 'rank ' || rank || ', score ' || score,
    jsonb_build_object('city', city, 'rank', rank, 'score', score, 'edition', edition), 1, recorded_in
  from placements where id like 'bench-%'`;

const awards = `
  insert into awards (id, name, aliases, source, recorded_in)
  select 'bench-award-' || n, 'Award no. ' || n, '{}', ${someSource}, ${present} from generate_series(1, 10) n`;

const awardEditions = `
  insert into award_editions (id, ${evidence}, award, year, title)
  select id, ${single("AwardEdition", "id", someSource)}, 'bench-award-' || n, year, 'Award ' || n || ' of ' || year
  from (select n, year, 'bench-award-' || n || '-' || year as id from generate_series(1, 10) n, ${years}) e`;

const wins = `
  with ${known}
  insert into wins (id, ${evidence}, edition, category, city, project)
  select id, ${single("Win", "id", someSource)}, edition, category, city, 'Project of ' || city
  from (
    select e.id as edition, c.id as city, 'Category ' || w as category, e.id || '/category-' || w || '/' || c.id as id
    from (select id, row_number() over (order by id) as k from award_editions where id like 'bench-%') e
      cross join generate_series(1, 20) w join known c on c.at = (w * 37 + e.k * 211) % c.of) p`;

const expos = `
  insert into expos (id, name, aliases, source, recorded_in)
  select 'bench-expo-' || n, 'Expo no. ' || n, '{}', ${someSource}, ${present} from generate_series(1, 20) n`;

const expoEditions = `
  with ${known}
  insert into expo_editions (id, ${evidence}, expo, year, title, starts, ends, city, organisers, audiences, themes)
  select id, ${single("ExpoEdition", "id", someSource)}, 'bench-expo-' || n, year, 'Expo ' || n || ' of ' || year,
    year || '-11-05', year || '-11-07', city, '[]', '{}', '{}'
  from (
    select n, year, c.id as city, 'bench-expo-' || n || '-' || year as id
    from generate_series(1, 20) n cross join ${years} join known c on c.at = (n * 37 + year * 101) % c.of) p`;
