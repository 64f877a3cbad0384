import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Partners and their keys; of a key only a digest is kept. */
export class Partners1700000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table partners (
        slug text primary key,
        name text not null,
        organisation text not null references organisations deferrable initially deferred,
        cities text[] not null,
        added_at timestamptz not null default now()
      )`);
    await db.query("create index on partners (organisation)");
    await db.query(`
      create table keys (
        id text primary key,
        partner text not null references partners on delete cascade,
        digest bytea not null,
        added_at timestamptz not null default now(),
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz
      )`);
    await db.query("create index on keys (partner)");
    // A source belongs to who first recorded it.
    await db.query("create index on revisions (source, number)");
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("drop index revisions_source_number_idx");
    await db.query("drop table keys, partners");
  }
}
