import { type MigrationInterface, type QueryRunner } from "typeorm";

/** The first rows of an edition, and the latest of what is known of a thing, are read in their order, and no others. */
export class PagesInOrder1700000000033 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index on placements (edition, rank, id collate "C")');
    await db.query("drop index placements_edition_rank_idx");
    // Those of one indicator are found by the index that begins with it.
    await db.query('create index on observations (subject, period collate "C" desc, id collate "C" desc)');
    await db.query("drop index observations_subject_indicator_period_idx");
    await db.query(indexHistory);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('create index on observations (subject, indicator, period collate "C" desc)');
    await db.query("drop index observations_subject_period_id_idx");
    await db.query("create index on placements (edition, rank)");
    await db.query("drop index placements_edition_rank_id_idx");
    await db.query(indexHistory);
  }
}

const indexHistory = "select history.index_versions('placements'), history.index_versions('observations')";
