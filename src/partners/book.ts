import { type DataSource } from "typeorm";
import { opens } from "./key";
import { type Partner } from "./partner";

/** A partner with how many keys of theirs open, and how many revisions they made. */
export interface PartnerListed extends Partner {
  readonly keys: number;
  readonly revisions: number;
}

/** What whoever runs the graph asked for and cannot be done; the message says what to do. */
export class PartnerFault extends Error {
  override readonly name = "PartnerFault";
}

/**
 * Adds a partner, or sets what is known of one.
 *
 * @throws PartnerFault if the organisation or a city is not in the graph, naming all that are not
 */
export async function setPartner(store: DataSource, partner: Omit<Partner, "addedAt">): Promise<void> {
  const { slug, name, organisation, cities } = partner;
  const wrong = [
    ...(await unknown(store, "organisations", "organisation", [organisation])),
    ...(await unknown(store, "cities", "city", cities)),
  ];
  if (wrong.length > 0) throw new PartnerFault(wrong.join("\n"));
  await store.query(
    `insert into partners (slug, name, organisation, cities) values ($1, $2, $3, $4)
      on conflict (slug) do update set name = excluded.name, organisation = excluded.organisation, cities = excluded.cities`,
    [slug, name, organisation, cities],
  );
}

/**
 * Throws PartnerFault if a slug is a partner's, or was one's: what a partner has said goes by its slug, and is nobody
 * else's afterwards.
 */
export async function requireNew(store: DataSource, slug: string): Promise<void> {
  if ((await listPartners(store, slug)).length > 0)
    throw new PartnerFault(`there is a partner \`${slug}\` already; \`citegraph partner change\` changes it`);
  const [{ count }] = await store.query("select count(*)::int from revisions where partner = $1", [slug]);
  if (count === 0) return;
  const made = count === 1 ? "a revision, which stays its own" : `${count} revisions, which stay its own`;
  throw new PartnerFault(`a partner \`${slug}\` that was removed has made ${made}; add the new one by another slug`);
}

/** All partners, or those with a slug. */
export function listPartners(store: DataSource, slug?: string): Promise<PartnerListed[]> {
  return store.query(
    `select slug, name, organisation, cities, added_at as "addedAt",
      (select count(*)::int from keys k where partner = p.slug and ${opens("k")}) as keys,
      (select count(*)::int from revisions where partner = p.slug) as revisions
      from partners p where $1::text is null or slug = $1 order by slug`,
    [slug ?? null],
  );
}

/**
 * Removes a partner and their keys. What they have said stays in the graph, and stays theirs.
 *
 * @throws PartnerFault if there is none such
 */
export async function removePartner(store: DataSource, slug: string): Promise<void> {
  await requirePartner(store, slug);
  await store.query("delete from partners where slug = $1", [slug]);
}

/** Throws PartnerFault, with the near ones, if there is no partner with a slug. */
export async function requirePartner(store: DataSource, slug: string): Promise<void> {
  const [fault] = await unknown(store, "partners", "partner", [slug], "slug");
  if (fault) throw new PartnerFault(fault);
}

async function unknown(store: DataSource, table: string, what: string, slugs: readonly string[], id = "id") {
  const rows: { word: string; near: string[] }[] = await store.query(
    `select word, array(select ${id} from ${table} where similarity(${id}, word) > 0.3 order by ${id} <-> word, ${id} limit 3) as near
      from unnest($1::text[]) word where not exists (select from ${table} where ${id} = word)`,
    [slugs],
  );
  return rows.map(({ word: slug, near }) => {
    const hint = near.length > 0 ? `did you mean ${near.map((word) => `\`${word}\``).join(" or ")}?` : remedies[table];
    return `no ${what} \`${slug}\`; ${hint}`;
  });
}

const remedies: Readonly<Record<string, string>> = {
  organisations: "add it with a data file: `npx citegraph load <file>`",
  cities: "add it with a data file: `npx citegraph load <file>`",
  partners: "`npx citegraph partner list` shows those there are",
};
