import { type DataSource } from "typeorm";
import { type Key, opens } from "./key";
import { type Partner } from "./partner";
import { digestOf, isSecretOf, readKey } from "./secret";

/** Who sent a request, by the key that came with it. */
export interface Holder {
  /** The public part of the key. */
  readonly key: string;
  /** The slug of the partner. */
  readonly partner: string;
}

/** A key that opens nothing; the message says why, and tells nothing to who does not hold its secret. */
export class KeyRefused extends Error {
  override readonly name = "KeyRefused";
}

/**
 * Who holds a key. Notes that it was used, once a minute at most.
 *
 * @throws KeyRefused if it is no key, or one that has expired or was revoked
 */
export async function identify(store: DataSource, text: string): Promise<Holder> {
  const parts = readKey(text);
  if (!parts) throw new KeyRefused("expected a key such as `cg_0123456789_...`, as `npx citegraph key add` printed it");
  const [key] = await store.query<Row[]>(keySql, [parts.id]);
  // A key that is not there takes as long as one that is.
  const isRight = isSecretOf(key?.digest ?? nobody, parts.secret);
  if (!key || !isRight) throw new KeyRefused("no such key; it may have been mistyped, or its partner removed");
  if (key.revokedAt) throw new KeyRefused(`the key cg_${key.id} was revoked on ${dayOf(key.revokedAt)}`);
  if (key.isOver) throw new KeyRefused(`the key cg_${key.id} expired on ${dayOf(key.expiresAt!)}; ask for a new one`);
  if (key.isStale) await store.query(usedSql, [key.id]);
  return { key: key.id, partner: key.partner };
}

/** The partner behind a key that still opens, as it stands now; undefined where there is none any more. */
export async function partnerBehind(
  ask: (sql: string, values: unknown[]) => Promise<Record<string, unknown>[]>,
  { key }: Holder,
): Promise<Partner | undefined> {
  const [partner] = await ask(
    `select p.slug, p.name, p.organisation, p.cities, p.added_at as "addedAt"
      from partners p join keys k on k.partner = p.slug where k.id = $1 and ${opens("k")}`,
    [key],
  );
  return partner as Partner | undefined;
}

type Row = Pick<Key, "id" | "partner" | "digest" | "expiresAt" | "revokedAt"> & { isOver: boolean; isStale: boolean };

const keySql = `
  select id, partner, digest, expires_at as "expiresAt", revoked_at as "revokedAt",
    coalesce(expires_at <= now(), false) as "isOver",
    last_used_at is null or last_used_at < now() - interval '1 minute' as "isStale"
  from keys where id = $1`;

const usedSql = `
  update keys set last_used_at = now()
  where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute')`;

const nobody = digestOf("");

const dayOf = (date: Date) => date.toISOString().slice(0, 10);
