import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Licences that as many sources carry come in the order of their letters, on every server alike. */
export class LicencesInOrder1700000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await define(db, 'licence collate "C"');
  }

  async down(db: QueryRunner): Promise<void> {
    await define(db, "licence");
  }
}

async function define(db: QueryRunner, licence: string): Promise<void> {
  const licences = (sources: string) => `
    (select coalesce(jsonb_agg(jsonb_build_object('licence', licence, 'licenceClass', licence_class, 'sources', count)
        order by count desc, ${licence}, licence_class), '[]')
      from (select licence, licence_class, count(*) from ${sources} group by licence, licence_class) l)`;
  await db.query(`
    create or replace view graph as select
      (select coalesce(max(number), 0) from revisions) as revision,
      (select recorded_at from revisions order by number desc limit 1) as recorded_at,
      evidence_rule() as evidence_rule, ${licences("sources")} as licences`);
  await db.query(`
    create or replace function as_of.graph(r int) returns setof public.graph language sql stable as $$
      select r, (select recorded_at from revisions where number = r), evidence_rule(), ${licences("as_of.sources(r)")}
    $$`);
}
