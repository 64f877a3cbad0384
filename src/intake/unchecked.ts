import { type Ask } from "./mentions";

/**
 * Inserts rows whose foreign keys are known to lead somewhere, where the database account may tell Postgres not to look: row
 * by row, Postgres looks as long as it took to insert them, twice over. Other accounts have it look.
 */
export async function unchecked(ask: Ask, insert: () => Promise<void>): Promise<void> {
  const [account] = await ask("select has_parameter_privilege('session_replication_role', 'set') as may");
  if (!account!["may"]) return insert();
  // Should the insert fail, the transaction is over, and this with it. What counts rows goes on; no table that is filled so has other triggers on inserts.
  await ask("set local session_replication_role = replica");
  await insert();
  await ask("set local session_replication_role = origin");
}
