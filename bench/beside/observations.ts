import { type EntityManager } from "typeorm";
import { type Store } from "../../src/store/store";
import { evidence, single } from "./columns";

type Tell = (message: string) => void;

/**
 * Has the graph hold so many observations: by 25 indicators of cities and by years back from 2024, for one of the best
 * known cities in 500 observations, or for as many cities as there are. Where there are as many, none come.
 *
 * They come as Postgres advises for many rows at once: without the indexes, which are made of them afterwards, and without
 * looking up for each row what it refers to, which is taken from there. All in one transaction: whoever ends it half way
 * has what was there.
 *
 * @see https://www.postgresql.org/docs/current/populate.html
 */
export async function addObservations({ source }: Store, most: number, tell: Tell): Promise<void> {
  const [known] = await source.query<{ cities: number; there: number }[]>(
    "select (select count(*)::int from cities) as cities, (select count(*)::int from observations) as there",
  );
  const { cities: all, there } = known!;
  if (there >= most) return;
  const cities = Math.floor(Math.min(most / 500, all));
  const years = Math.ceil(most / (25 * cities));
  await source.transaction(async (db) => {
    await db.query("set local session_replication_role = replica; set local maintenance_work_mem = '512MB'");
    // What keeps headlines goes on, as it does for whoever records.
    await db.query("alter table observations enable always trigger headlines_insert");
    const indexes = await withoutIndexes(db);
    // City by city, in the order of ids: they come side by side in the one index that stays.
    for (let at = 0; at < cities; at += atOnce) {
      const till = Math.min(at + atOnce, cities);
      const seconds = await timed(() => db.query(observations, [at, till - at, years]));
      tell(`Observations of ${till.toLocaleString("en")} of ${cities.toLocaleString("en")} cities: ${seconds}.`);
    }
    for (const [i, index] of indexes.entries()) {
      const seconds = await timed(() => db.query(index));
      tell(`Index ${i + 1} of ${indexes.length} of observations: ${seconds}.`);
    }
    await db.query("alter table observations enable trigger headlines_insert");
  });
}

/** Of how many cities observations come in one statement. */
const atOnce = 500;

async function timed(work: () => Promise<unknown>): Promise<string> {
  const started = performance.now();
  await work();
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/** Drops all indexes of observations but that of their ids; the statements that make them again. */
async function withoutIndexes(db: EntityManager): Promise<string[]> {
  const indexes = (await db.query(`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made from pg_index i
    where i.indrelid = 'public.observations'::regclass
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`)) as {
    name: string;
    made: string;
  }[];
  for (const { name } of indexes) await db.query(`drop index ${name}`);
  return indexes.map(({ made }) => made);
}

/** For $2 cities from the one at $1 on, of $3 years. */
const observations = `
  with i as (select id from indicators where 'CITY' = any(subjects) order by id limit 25),
    s as (select array_agg(id order by id) as ids from sources where id like 'bench-%'),
    c as (select id from cities order by prominence desc, id offset $1 limit $2)
  insert into observations (id, ${evidence}, subject, indicator, period, value, qualifier, status)
  select id, ${single("Observation", "id", "source")}, subject, indicator, year,
    (hashtext(id) & 16777215) / 100.0, 'EXACTLY', 'MEASURED'
  from (
    select 'City:' || c.id as subject, i.id as indicator, year::text as year,
      'City:' || c.id || '/' || i.id || '/' || year as id,
      s.ids[1 + abs(hashtext(c.id || year)) % cardinality(s.ids)] as source
    from s, c, i, generate_series(2024 - $3::int + 1, 2024) year
    order by id
  ) made
  on conflict (id) do nothing`;
