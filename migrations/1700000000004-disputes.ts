import { type MigrationInterface, type QueryRunner } from "typeorm";

/** The book of disputes: every fact that is contested, with how far apart its claims are. */
export class Disputes1700000000004 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table disputes (
        id text primary key,
        kind text not null,
        fields text[] not null,
        spread double precision not null,
        publishers int not null,
        about text[] not null,
        recorded_in int not null
      )`);
    await db.query('create index on disputes (spread desc, publishers desc, id collate "C")');
    await db.query("create index on disputes using gin (about)");
    await db.query("select remember('disputes')");
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query("drop function as_of.disputes");
    await db.query("drop table history.disputes");
    await db.query("drop table disputes");
  }
}
