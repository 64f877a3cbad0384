import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Forecasts tell the terms on which others may be held against them: the year of their prices, and what they count. */
export class TermsOfForecasts1700000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query("alter table forecasts add column price_year int, add column definition text");
    await db.query("alter table history.forecasts add column price_year int, add column definition text");
    // What is remembered is inserted by the order of its columns, the revision it was recorded until after all others.
    await db.query("alter table history.forecasts rename column recorded_until to until");
    await db.query("alter table history.forecasts add column recorded_until int");
    await db.query("update history.forecasts set recorded_until = until");
    await db.query("alter table history.forecasts drop column until");
    await db.query("alter table history.forecasts alter column recorded_until set not null");
    await again(db);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const schema of ["public", "history"])
      await db.query(`alter table ${schema}.forecasts drop column price_year, drop column definition`);
    await again(db);
  }
}

const again = (db: QueryRunner) => db.query("select history.index_versions('forecasts'), history.unite('forecasts')");
