import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Composite indices that are kept by name. */
export class Indices1700000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table indices (
        id text primary key, name text not null, aliases text[] not null, source text not null, recorded_in int not null,
        description text not null, version int not null, gaps text[] not null, parts jsonb not null,
        weights text not null, aggregate text not null, power double precision, normalise text not null,
        outliers text not null, missing text not null, coverage double precision not null,
        coverage_each boolean not null, country_values boolean not null, since int
      )`);
    await db.query(`create index on indices (fold(name) collate "C", id collate "C")`);
    await db.query("create index on indices (recorded_in)");
    await db.query("select remember('indices')");
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("drop function as_of.indices");
    await db.query("drop table history.indices");
    await db.query("drop table indices");
  }
}
