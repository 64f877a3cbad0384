/** A row of an answer: its fields as they were asked for, and the name of its type as `__typename`. */
export interface Row {
  readonly [field: string]: unknown;
}

export const isRow = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The text in a field; undefined when it is null or was not asked for. */
export function textOf(row: Row | undefined, field: string): string | undefined {
  const value = row?.[field];
  return value === null || value === undefined ? undefined : String(value);
}

/** The row in a field. */
export function rowOf(row: Row | undefined, field: string): Row | undefined {
  const value = row?.[field];
  return isRow(value) ? value : undefined;
}

/** The rows in a field, whether it is a connection or a plain list. */
export function rowsOf(row: Row | undefined, field: string): readonly Row[] {
  const value = row?.[field];
  const list = isRow(value) ? value["nodes"] : value;
  return Array.isArray(list) ? list.filter(isRow) : [];
}

export const typeOf = (row: Row): string => String(row["__typename"]);

export const idOf = (row: Row): string => String(row["id"]);

/** Every row of an answer that has a global id, with the one it stands in; the outer come before the inner. */
export function* allRows(value: unknown, home?: Row): Generator<readonly [row: Row, home: Row | undefined]> {
  if (Array.isArray(value)) for (const item of value) yield* allRows(item, home);
  if (!isRow(value)) return;
  if (isNode(value)) yield [value, home];
  const inner = isNode(value) ? value : home;
  for (const [field, part] of Object.entries(value)) if (!isAsSubmitted(value, field)) yield* allRows(part, inner);
}

// What a claim says, as it was submitted: no rows are in it.
const isAsSubmitted = (row: Row, field: string) => field === "values" && row["__typename"] === "Claim";

/** Whether a row is one of the graph's own, not a part of one such as an external id. */
export const isNode = (value: unknown): value is Row =>
  isRow(value) && typeof value["id"] === "string" && value["id"].startsWith(`${String(value["__typename"])}:`);
