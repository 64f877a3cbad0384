import { type MigrationInterface, type QueryRunner } from "typeorm";

/** Indices kept by name say by which ends outliers are told, and of which cities the mean is taken that is imputed. */
export class GroupsOfIndices1700000000031 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await forBoth(
      db,
      "add column outliers_low double precision, add column outliers_high double precision, add column group_by text not null default 'ALL'",
    );
    // Only what was there before said nothing of groups.
    await db.query("alter table indices alter column group_by drop default");
  }

  async down(db: QueryRunner): Promise<void> {
    await forBoth(db, "drop column outliers_low, drop column outliers_high, drop column group_by");
  }
}

/** Changes the table and what it remembers alike, and has both read as one again. */
async function forBoth(db: QueryRunner, change: string): Promise<void> {
  for (const schema of ["public", "history"]) await db.query(`alter table ${schema}.indices ${change}`);
  await db.query("select history.index_versions('indices'), history.unite('indices')");
}
