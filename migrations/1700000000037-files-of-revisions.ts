import { type MigrationInterface, type QueryRunner } from "typeorm";

/** A revision names the data file that it was loaded from; of those before it is not known. */
export class FilesOfRevisions1700000000037 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query("alter table revisions add column file text");
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("alter table revisions drop column file");
  }
}
