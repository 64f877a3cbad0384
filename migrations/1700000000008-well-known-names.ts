import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Names of well-known things have indexes of their own: a search reads them first, and mostly no others. */
export class WellKnownNames1700000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await weigh(db, 50_000);
    await db.query("drop index names_folded_idx1, history.names_folded_idx1");
    for (const table of ["names", "history.names"]) {
      await db.query(`create index on ${table} (folded collate "C") where prominence >= 50000`);
      await db.query(`create index on ${table} using gin (folded gin_trgm_ops) where whole and prominence >= 50000`);
      await db.query(`create index on ${table} using gin (folded gin_trgm_ops) where whole and prominence < 50000`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    for (const schema of ["public", "history"]) {
      await db.query(`drop index ${[1, 2, 3].map((i) => `${schema}.names_folded_idx${i}`).join(", ")}`);
      await db.query(`create index on ${schema}.names using gin (folded gin_trgm_ops) where whole`);
    }
    await weigh(db, 10_000);
  }
}

/** Says how well known things other than cities are. No source said so: no revision comes of it, in the past neither. */
async function weigh(db: QueryRunner, prominence: number): Promise<void> {
  await db.query("alter table names disable trigger remember");
  for (const table of ["names", "history.names"]) {
    await db.query(`update ${table} set prominence = $1 where type <> 'City'`, [prominence]);
  }
  await db.query("alter table names enable trigger remember");
}
