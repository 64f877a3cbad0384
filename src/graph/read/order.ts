import { type Column } from "../model";
import { follow } from "../path";
import { type Compile } from "./compile";
import { Joins } from "./joins";
import { quoted } from "./parameters";
import { type Row } from "./row";

/** One of the values a list is ordered by. */
export interface Key {
  readonly sql: string;
  readonly cast: string;
  readonly nullable: boolean;
  readonly descending: boolean;
}

/** The order of a list: its keys, the last of which is the id, and the joins they need. */
export interface Order {
  readonly keys: readonly Key[];
  readonly joins: Joins;
}

/** The order of these words, such as `["edition.year desc", "rank"]`; ties are broken by id, in the direction of the first. */
export function orderOf(compile: Compile, row: Row, words: readonly string[], joins = new Joins()): Order {
  const keys = words.map((word) => pathKey(compile, row, word, joins));
  return { keys: withId(row, keys), joins };
}

/** The keys with the id behind them, which no two rows share. */
export function withId(row: Row, keys: readonly Key[]): Key[] {
  return [...keys, { sql: row.id, cast: "text", nullable: false, descending: keys[0]?.descending ?? false }];
}

/**
 * The key of a word such as `edition.year desc`, or of `source.kind=PARTNER,PRESS`: rows with one of these values come
 * last. The joins it needs are added to `joins`.
 */
export function pathKey(compile: Compile, from: Row, word: string, joins: Joins): Key {
  const [way, direction] = word.split(" ") as [string, string | undefined];
  const [path, last] = way.split("=") as [string, string | undefined];
  const { edges, ...end } = follow(compile.model, from.type, path);
  if (!("column" in end)) throw new TypeError(`${word} ends at an edge; an order needs a column`);
  let row = from;
  for (const edge of edges) {
    row = joins.one(compile, compile.model.types.get(edge.target)!, row.text(edge.column));
  }
  if (last !== undefined) {
    const values = last.split(",").map(quoted).join(", ");
    const sql = `(coalesce(${row.value(end.column)} in (${values}), false))`;
    return { sql, cast: "boolean", nullable: false, descending: direction === "desc" };
  }
  return {
    sql: sortable(row, end.column),
    cast: end.column.sqlType === "id" ? "text" : end.column.sqlType,
    nullable: end.column.nullable || edges.some(({ nullable }) => nullable),
    descending: direction === "desc",
  };
}

/** Names sort without regard to case and accents, other text by its letters: alike on every server, whatever its locale. */
export function sortable(row: Row, column: Column): string {
  const sql = column.sqlType === "timestamptz" ? row.text(column.column) : row.value(column);
  return column.field === "name" ? `fold(${sql})` : sql;
}

/** SQL for `order by`; rows without a value come last. `backwards` turns all of it around. */
export function orderBySql(keys: readonly Key[], backwards: boolean): string {
  return keys
    .map(({ sql, cast, nullable, descending }) => {
      const direction = descending !== backwards ? "desc" : "asc";
      const nulls = nullable ? ` nulls ${backwards ? "first" : "last"}` : "";
      return `${collated(sql, cast)} ${direction}${nulls}`;
    })
    .join(", ");
}

/** SQL for text that sorts by its letters; other values sort as they are. */
export const collated = (sql: string, cast: string) => (cast === "text" ? `${sql} collate "C"` : sql);

/** The keys as a subquery holds them, in the columns `k0_`, `k1_` and so on, under this alias. */
export const heldKeys = (keys: readonly Key[], alias: string): Key[] =>
  keys.map((key, i) => ({ ...key, sql: `${alias}.k${i}_` }));

/** SQL that holds for rows strictly after (or before) the row at which `values` stand. Never null. */
export function beyondSql(keys: readonly Key[], values: readonly string[], side: "after" | "before"): string {
  const plain = keys.every(({ nullable, descending }) => !nullable && descending === keys[0]!.descending);
  const forwards = side === "after";
  if (plain) {
    const [left, right] = [keys.map(({ sql, cast }) => collated(sql, cast)), values];
    return `(${left.join(", ")}) ${keys[0]!.descending === forwards ? "<" : ">"} (${right.join(", ")})`;
  }
  return keys.reduceRight((rest, { sql, cast, nullable, descending }, i) => {
    const value = values[i]!;
    const key = collated(sql, cast);
    const beyond = `${key} ${descending === forwards ? "<" : ">"} ${value}`;
    if (!nullable) return `(${beyond} or (${key} = ${value} and ${rest}))`;
    const nulls = forwards ? `(${sql} is null and ${value} is not null)` : `(${sql} is not null and ${value} is null)`;
    return `(coalesce(${beyond}, ${nulls}) or (${sql} is not distinct from ${value} and ${rest}))`;
  }, "false");
}
