import { type MigrationInterface, type QueryRunner } from "typeorm";

/**
 * Forecasts tell the terms on which others may be held against them: the year of their prices, what they count, and from
 * which year the growth counts that they state.
 */
export class TermsOfForecasts1700000000030 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await forBoth(db, "add column price_year int, add column definition text, add column stated_from int");
  }

  async down(db: QueryRunner): Promise<void> {
    await forBoth(db, "drop column price_year, drop column definition, drop column stated_from");
  }
}

/** Changes the table and what it remembers alike, and has both read as one again. */
async function forBoth(db: QueryRunner, change: string): Promise<void> {
  for (const schema of ["public", "history"]) await db.query(`alter table ${schema}.forecasts ${change}`);
  await db.query("select history.index_versions('forecasts'), history.unite('forecasts')");
}
