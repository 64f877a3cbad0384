import { freeTypes } from "../read/json";

/** SQL for a cell of CSV: empty for null; in quotes wherever there might be a need for them, so that no text is empty. */
export function cellText(sql: string, type: string, isArray: boolean, isExact: boolean): string {
  if (!freeTypes.has(type)) return `coalesce(${sql}::text, '')`;
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
