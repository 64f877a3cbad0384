import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Forecasts tell from which year the growth counts that they state. */
export class StatedFrom1700000000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query("alter table forecasts add column stated_from int");
    await db.query("alter table history.forecasts add column stated_from int");
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
      await db.query(`alter table ${schema}.forecasts drop column stated_from`);
    await again(db);
  }
}

const again = (db: QueryRunner) => db.query("select history.index_versions('forecasts'), history.unite('forecasts')");
