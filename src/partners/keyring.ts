import { type DataSource } from "typeorm";
import { PartnerFault, requirePartner } from "./book";
import { type Key } from "./key";
import { digestOf, newKey } from "./secret";

/**
 * Makes a key for a partner.
 *
 * @param expires from when on it is refused; null for a key without end
 * @returns the key as its holder is to have it: it cannot be shown again
 * @throws PartnerFault if there is no such partner
 */
export async function addKey(store: DataSource, partner: string, expires: Date | null): Promise<string> {
  await requirePartner(store, partner);
  const { id, secret, text } = newKey();
  await store.query("insert into keys (id, partner, digest, expires_at) values ($1, $2, $3, $4)", [
    id,
    partner,
    digestOf(secret),
    expires,
  ]);
  return text;
}

/** The keys of all partners or of one, the newest first; of their secrets nothing is told. */
export function listKeys(store: DataSource, partner?: string): Promise<Omit<Key, "digest">[]> {
  return store.query(
    `select id, partner, added_at as "addedAt", expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"
      from keys where $1::text is null or partner = $1 order by partner, added_at desc, id`,
    [partner ?? null],
  );
}

/**
 * Revokes a key, by its public part or by the whole of it: it is refused from now on, and stays in lists.
 *
 * @throws PartnerFault if there is none such, or it was revoked before
 */
export async function revokeKey(store: DataSource, key: string): Promise<Pick<Key, "id" | "partner">> {
  const id = key.replace(/^cg_/, "").split("_")[0]!;
  const [rows] = await store.query<[Pick<Key, "id" | "partner">[], number]>(
    "update keys set revoked_at = now() where id = $1 and revoked_at is null returning id, partner",
    [id],
  );
  const [revoked] = rows;
  if (revoked) return revoked;
  const known = await store.query<object[]>("select from keys where id = $1", [id]);
  if (known.length > 0) throw new PartnerFault(`the key cg_${id} was revoked before`);
  throw new PartnerFault(`no key cg_${id}; \`npx citegraph key list\` shows those there are`);
}
