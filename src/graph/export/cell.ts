/** Numbers and truths, which JSON writes without quotes. */
const bare = new Set(["Int", "Float", "Boolean", "Year", "Rank", "Share", "Latitude", "Longitude"]);

/** Values of these scalars may hold quotes, commas or breaks of line; those of the others, and of enums, do not. */
const free = new Set(["String", "ID", "Url", "JSON"]);

/**
 * SQL for the text of a value in JSON.
 *
 * @param type the scalar or enum it is of; JSON for what is JSON already, or an array
 */
export function jsonText(sql: string, type: string, isArray: boolean): string {
  if (bare.has(type)) return `coalesce(${sql}::text, 'null')`;
  if (!free.has(type)) return `coalesce('"' || ${sql} || '"', 'null')`;
  return `coalesce(${type === "JSON" && !isArray ? sql : `to_json(${sql})`}::text, 'null')`;
}

/** SQL for a cell of CSV: empty for null; in quotes wherever there might be a need for them, so that no text is empty. */
export function cellText(sql: string, type: string, isArray: boolean, isExact: boolean): string {
  if (!free.has(type)) return `coalesce(${sql}::text, '')`;
  if (type === "JSON") return quotedCell(isArray ? `to_json(${sql})::text` : `${sql}::text`);
  return quotedCell(type === "String" && !isExact ? guarded(sql) : sql);
}

const quotedCell = (text: string) => `coalesce('"' || replace(${text}, '"', '""') || '"', '')`;

/** Text that a spreadsheet would take for a formula, with an apostrophe before it; taking one away gives the text again. */
function guarded(sql: string): string {
  const guard = `regexp_replace(${sql}, '^(?=''*[=+@\\t\\r-])', '''')`;
  // Most text begins with a letter, which is found out much faster; but only what is at hand is worth looking at twice.
  return /^\(\w+\.\w+\)$/.test(sql) ? `case when ${sql} < 'A' collate "C" then ${guard} else ${sql} end` : guard;
}

/** SQL for texts one after the other: put together in halves, so that none is copied more than a few times. */
export function together(texts: readonly string[]): string {
  if (texts.length === 1) return texts[0]!;
  const half = Math.ceil(texts.length / 2);
  return `(${together(texts.slice(0, half))} || ${together(texts.slice(half))})`;
}
