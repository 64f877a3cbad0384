import { quoted } from "./parameters";

/**
 * SQL for JSON as text, in pieces: words that are known, and SQL for the others. It is never null. Texts put together
 * are much faster than `json_build_object`, which looks up the type of each value in each row.
 */
export type Json = readonly Piece[];

type Piece = { readonly word: string } | { readonly sql: string };

/** JSON that is known. */
export const jsonWord = (value: string | number | boolean | null): Json => [{ word: JSON.stringify(value) }];

/** JSON that `sql` writes: text, never null, and fit to stand beside an operator. */
export const jsonSql = (sql: string): Json => [{ sql }];

/** JSON that `sql` writes, null where it is null. */
export const jsonOrNull = (sql: string): Json => jsonSql(`coalesce(${sql}, 'null')`);

/** The JSON of a value; `type` and `isArray` are those of `jsonText`. */
export const jsonValue = (sql: string, type: string, isArray = false): Json => jsonSql(jsonText(sql, type, isArray));

/** The JSON of a value that is never null, which Postgres need not look for; words without signs are put between quotes that are known. */
export function jsonKnown(sql: string, type: string, isArray = false): Json {
  if (!isArray && bare.has(type)) return jsonSql(`${sql}::text`);
  // Ids are words that hold no signs.
  if (!isArray && (type === "ID" || !freeTypes.has(type))) return [{ word: '"' }, { sql }, { word: '"' }];
  return jsonSql(freeText(sql, type, isArray));
}

/** The JSON of a global id: ids are words, and hold no signs. */
export const jsonGlobalId = (type: string, id: string): Json => [{ word: `"${type}:` }, { sql: id }, { word: '"' }];

/** A JSON object of these pairs of key and value; keys are names, or signs that need no escape. */
export function jsonObject(pairs: readonly (readonly [key: string, value: Json])[]): Json {
  const inner = pairs.flatMap(([key, value], i) => [{ word: `${i === 0 ? "" : ", "}"${key}" : ` }, ...value]);
  return [{ word: "{" }, ...inner, { word: "}" }];
}

/** A JSON array of `each` of the rows of a group; `filter` is SQL behind the aggregate. */
export function jsonList(each: Json, order: string, filter = ""): Json {
  const items = `string_agg(${textOf(each)}, ', ' order by ${order}) ${filter}`;
  return [{ word: "[" }, { sql: `coalesce(${items}, '')` }, { word: "]" }];
}

/** SQL for the text of it. */
export function textOf(json: Json): string {
  const pieces: string[] = [];
  let words = "";
  const endWords = () => {
    if (words !== "") pieces.push(quoted(words));
    words = "";
  };
  for (const piece of json) {
    if ("word" in piece) {
      words += piece.word;
      continue;
    }
    endWords();
    pieces.push(piece.sql);
  }
  endWords();
  // A word alone would have no type.
  return pieces.length === 1 ? `${pieces[0]}::text` : together(pieces);
}

/** Numbers and truths, which JSON writes without quotes. */
const bare = new Set(["Int", "Float", "Boolean", "Year", "Rank", "Share", "Latitude", "Longitude"]);

/** Values of these scalars may hold quotes, commas or breaks of line; those of the others, and of enums, do not. */
export const freeTypes: ReadonlySet<string> = new Set(["String", "ID", "Url", "JSON"]);

/**
 * SQL for the text of a value in JSON.
 *
 * @param type the scalar or enum it is of; JSON for what is JSON already, or an array
 */
export function jsonText(sql: string, type: string, isArray: boolean): string {
  if (!isArray && bare.has(type)) return `coalesce(${sql}::text, 'null')`;
  if (!isArray && !freeTypes.has(type)) return `coalesce('"' || ${sql} || '"', 'null')`;
  return `coalesce(${freeText(sql, type, isArray)}, 'null')`;
}

const freeText = (sql: string, type: string, isArray: boolean) =>
  `${type === "JSON" && !isArray ? sql : `to_json(${sql})`}::text`;

/** SQL for texts one after the other: put together in halves, so that none is copied more than a few times. */
export function together(texts: readonly string[]): string {
  if (texts.length === 1) return texts[0]!;
  const half = Math.ceil(texts.length / 2);
  return `(${together(texts.slice(0, half))} || ${together(texts.slice(half))})`;
}
