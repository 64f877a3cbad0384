import { type Column, type StoredType } from "../model";
import { follow } from "../path";
import { ordersOf } from "../sdl";
import { type Bound, leaf } from "./bound";
import { type Compile } from "./compile";
import { type Row, tableRow } from "./row";

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
  readonly joins: readonly string[];
  /** The order in words, which a cursor of the list remembers. */
  readonly words: readonly string[];
}

/** The order asked for by `orderBy`, or else the list's own; ties are broken by id, in the direction of the first key. */
export function orderOf(compile: Compile, row: Row, asked: Bound | undefined, usual: readonly string[]): Order {
  const words = asked?.kind === "list" && asked.items.length > 0 ? askedWords(compile, row.type, asked.items) : usual;
  const joins: string[] = [];
  const keys = words.map((word) => keyOf(compile, row, word, joins));
  const descending = keys[0]?.descending ?? false;
  return { keys: [...keys, { sql: row.id, cast: "text", nullable: false, descending }], joins, words };
}

function askedWords({ model }: Compile, type: StoredType, items: readonly Bound[]): string[] {
  const paths = ordersOf(model, type);
  return items.flatMap((item) => {
    if (item.kind !== "fields") return [];
    const path = paths.get(String(leaf(item.entries, "field")?.now));
    return path ? [`${path} ${leaf(item.entries, "direction")?.now === "DESC" ? "desc" : "asc"}`] : [];
  });
}

function keyOf(compile: Compile, from: Row, word: string, joins: string[]): Key {
  const [path, direction] = word.split(" ") as [string, string | undefined];
  const { edges, ...end } = follow(compile.model, from.type, path);
  if (!("column" in end)) throw new TypeError(`${word} ends at an edge; an order needs a column`);
  let row = from;
  for (const edge of edges) {
    const next = tableRow(compile, compile.model.types.get(edge.target)!);
    joins.push(`left join ${next.from} on ${next.id} = ${row.text(edge.column)}`);
    row = next;
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

const collated = (sql: string, cast: string) => (cast === "text" ? `${sql} collate "C"` : sql);

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
