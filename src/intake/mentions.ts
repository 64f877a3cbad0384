import { getMetadataArgsStorage } from "typeorm";
import { type Class } from "../graph/edge";
import { kinds, tableOf } from "../knowledge";
import { type Kind } from "../knowledge/kind";
import { type Fault } from "./fault";
import { type Arrival, type GivenRow, type ReadSubmission } from "./submission";

/** Asks the database. */
export type Ask = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;

/** The faults of rows that name what neither they nor the graph know, with the nearest ids that are known. */
export async function unknownMentions(
  ask: Ask,
  { arrivals, unread = [] }: Pick<ReadSubmission, "arrivals" | "unread">,
  alsoKnown: ReadonlySet<string>,
): Promise<Fault[]> {
  const arriving = new Set(arrivals.map(({ fact }) => fact));
  const mentions = [...arrivals, ...unread].flatMap(mentionsOf);
  const open = mentions.filter(({ id }) => !arriving.has(id) && !alsoKnown.has(id));
  const known = await knownIds(ask, new Set(open.map(({ id }) => id)));
  const unknown = open.filter(({ id }) => !known.has(id));
  const hints = new Map<string, Hint>();
  for (const id of new Set(unknown.slice(0, mostHints).map((mention) => mention.id)))
    hints.set(id, await hint(ask, id, [...arriving, ...alsoKnown]));
  return unknown.map(({ path, id, isGlobal }) => {
    const { words = "", nearest = [] } = hints.get(id) ?? {};
    const [written] = /^\w+:/.exec(id) ?? [""];
    const known = kindLike(written.slice(0, -1));
    const type = known ? `${known.entity.name}:` : written;
    return {
      path,
      message: `no ${inWords(id)}${words}`,
      code: "UNKNOWN",
      expected: `the ${isGlobal ? "global id" : "slug"} of a ${type.slice(0, -1) || "subject"} that is known`,
      nearest: isGlobal ? nearest.map((slug) => `${type}${slug}`) : nearest,
    };
  });
}

/** Near ids are sought for so many faults; who has more of them does not read on. */
const mostHints = 200;

interface Hint {
  readonly words: string;
  /** The slugs that are nearest. */
  readonly nearest: readonly string[];
}

const inWords = (id: string) => (id.includes(":") ? `${id.replace(":", " `")}\`` : `\`${id}\``);

/** A global id that a row names. */
export interface MentionAt {
  readonly path: string;
  readonly id: string;
  /** Whether it stands there with its type, as subjects do, and not as a slug alone. */
  readonly isGlobal: boolean;
}

/** The global ids a row names: by its columns with a foreign key, and by its parts. */
export function mentionsOf({ kind, path, row }: GivenRow): MentionAt[] {
  const own = foreignKeys(kind).flatMap(({ field, target }) => {
    if (row[field] === undefined) return [];
    return [{ path: `${path}.${field}`, id: `${target}:${row[field]}`, isGlobal: false }];
  });
  const parts = (kind.mentions?.(row) ?? []).map((mention) => {
    return { path: `${path}.${mention.path}`, id: mention.id, isGlobal: row[mention.path] === mention.id };
  });
  // A row with faults may lack what its kind names.
  return [...own, ...parts.filter(({ id }) => id !== undefined)];
}

/** The global ids a row names. */
export function mentionedBy({ kind, row }: Arrival): string[] {
  const own = foreignKeys(kind).flatMap(({ field, target }) =>
    row[field] === undefined ? [] : [`${target}:${row[field]}`],
  );
  return kind.mentions ? [...own, ...kind.mentions(row).map(({ id }) => id)] : own;
}

const foreignKeysByKind = new Map<Kind, { field: string; target: string }[]>();

function foreignKeys(kind: Kind): { field: string; target: string }[] {
  const known = foreignKeysByKind.get(kind);
  if (known) return known;
  const keys = getMetadataArgsStorage()
    .filterForeignKeys(kind.entity)
    .map(({ propertyName, type }) => ({ field: propertyName!, target: (type as () => Class)().name }));
  foreignKeysByKind.set(kind, keys);
  return keys;
}

async function knownIds(ask: Ask, ids: ReadonlySet<string>): Promise<Set<string>> {
  if (ids.size === 0) return new Set();
  const wanted = kinds.map(({ entity: { name } }) =>
    [...ids].filter((id) => id.startsWith(`${name}:`)).map((id) => id.slice(name.length + 1)),
  );
  return new Set((await ask(knownSql(), wanted)).map(({ id }) => String(id)));
}

/** One statement of all kinds, whichever are named: it is prepared once. */
const knownSql = () =>
  kinds
    .map(
      (kind, i) => `select '${kind.entity.name}:' || id as id from ${tableOf(kind)} where id = any($${i + 1}::text[])`,
    )
    .join(" union all ");

/** The kind whose type a word names, whatever its case. */
const kindLike = (word: string) => kinds.find(({ entity }) => entity.name.toLowerCase() === word.toLowerCase());

async function hint(ask: Ask, id: string, arriving: readonly string[]): Promise<Hint> {
  const [written, slug] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
  const kind = kindLike(written);
  if (!kind) {
    const types = kinds.map(({ entity }) => entity.name).join(", ");
    return { words: `; expected a global id such as \`City:shanghai-cn\`, of ${types}`, nearest: [] };
  }
  const type = kind.entity.name;
  const also = arriving.filter((known) => known.startsWith(`${type}:`)).map((known) => known.slice(type.length + 1));
  const rows = await ask(
    `select id from (select id from ${tableOf(kind)} union select unnest($2::text[])) known
      where similarity(id, $1) > 0.3 order by id <-> $1, id limit 3`,
    [slug, also],
  );
  const nearest = rows.map((row) => String(row["id"]));
  const words =
    nearest.length > 0
      ? `; did you mean ${nearest.map((word) => `\`${type === written ? "" : `${type}:`}${word}\``).join(" or ")}?`
      : `; add it to the catalogue of ${kind.name}, or mend the spelling`;
  return { words, nearest };
}
