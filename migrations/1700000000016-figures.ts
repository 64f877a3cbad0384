import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Lists that go by the figures of an indicator begin with these, latest first, instead of looking at every row. */
export class Figures1700000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index on observations (indicator, subject, period collate "C" desc, id collate "C" desc)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("drop index observations_indicator_subject_period_id_idx");
  }
}
