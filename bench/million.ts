import { type Pool } from "pg";

/** How many observations an export is measured with. */
export const million = 1_000_000;

/**
 * Makes observations until there are a million: cities by indicators by years, straight into their table, without claims.
 * Every tenth has a note with quotes and commas, every source speaks.
 */
export async function addObservations(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("set statement_timeout = 0");
    await client.query(observations, [million]);
    await client.query("vacuum analyze observations");
  } finally {
    client.release(true);
  }
}

const observations = `
  with s as (select array_agg(id order by id) as ids from sources)
  insert into observations (id, source, evidence_status, evidence_disputed, evidence_publishers, evidence_claim,
    recorded_in, subject, indicator, period, value, qualifier, status, note)
  select made.id, made.source, 'SINGLE_SOURCE', '{}', 1, 'Claim:Observation:' || made.id || '@' || made.source,
    (select max(number) from revisions), made.subject, made.indicator, made.year::text,
    (hashtext(made.id) & 16777215) / 100.0, 'EXACTLY', 'MEASURED',
    case when made.n % 10 = 0 then 'The "last" one, revised, by the office of number ' || made.n end
  from (
    select row_number() over () as n, 'City:' || c.id as subject, i.id as indicator, year,
      'City:' || c.id || '/' || i.id || '/' || year as id,
      s.ids[1 + abs(hashtext(c.id || year)) % cardinality(s.ids)] as source
    from s, cities c, indicators i, generate_series(1985, 2024) year
    order by c.id, i.id, year
  ) made
  where not exists (select from observations o where o.id = made.id)
  limit $1::int - (select count(*)::int from observations)`;
