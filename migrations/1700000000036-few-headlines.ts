import { type MigrationInterface, type QueryRunner } from "typeorm";
import { execute, giveWay, goesBefore, keeping, standFor } from "./1700000000032-headlines";

/** Of the rows that come, those that stand behind the headline of their thing are left out before the others are put in order. */
export class FewHeadlines1700000000036 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await replace(db, `left join headlines h using (indicator, subject) where h.id is null or ${goesBefore("o", "h")}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await replace(db, "");
  }
}

async function replace(db: QueryRunner, those: string): Promise<void> {
  const stand = execute(standFor("come", those));
  await db.query(keeping("insert", stand));
  await db.query(keeping("update", `${giveWay}; ${stand}`));
}
