import { snakeCase } from "typeorm/util/StringUtils";
import { type Along, type Column, type Relation, type StoredType } from "../model";
import { quoted } from "./parameters";
import { type Shared } from "./shared";

/** A row of a statement that is being written: how SQL names what it holds. */
export interface Row {
  readonly type: StoredType;
  readonly alias: string;
  /** SQL for `from`: the relation it is read from, and its alias; empty where the row is a part of another. */
  readonly from: string;
  /** SQL for its global id, such as `City:shanghai-cn`. */
  readonly globalId: string;
  /** SQL for its id; null where the row is a part of another. */
  readonly id: string;
  /** What it shares with rows of other types that may stand in its place; left out where its type is known. */
  readonly shared?: Shared;
  /** SQL for a field, as the answer shows it. */
  value(column: Column, along?: Along): string;
  /** SQL for a column as text, for joins. */
  text(column: string): string;
  /** SQL for a column as jsonb. */
  json(column: Column): string;
}

/** How a statement calls its rows and relations. */
export interface Names {
  readonly relation: Relation;
  alias(): string;
}

/** A row of a table. */
export function tableRow(names: Names, type: StoredType, alias = names.alias()): Row {
  return rowOf(names, type, alias, (column) => `${alias}.${column}`);
}

/** Whether columns are all that rows of a type are read by: none of its fields is computed by the alias of its row. */
export const canBeHeld = ({ declaration }: StoredType): boolean => Object.keys(declaration.sql ?? {}).length === 0;

/**
 * A row of a table that a subquery has read, for those who read from the subquery.
 *
 * @param type one that can be held
 * @param alias the alias of the subquery
 * @param hold SQL for a column of the row, which the subquery is to hold from now on
 */
export const heldRow = (names: Names, type: StoredType, alias: string, hold: (column: string) => string): Row =>
  rowOf(names, type, alias, hold);

function rowOf(names: Names, type: StoredType, alias: string, at: (column: string) => string): Row {
  const id = at("id");
  const globalId = `(${quoted(`${type.name}:`)} || ${id})`;
  const raw = ({ field, column }: Column, along?: Along) =>
    type.declaration.sql?.[field]?.(alias, names.relation, along) ?? at(column);
  return {
    type,
    alias,
    from: `${names.relation(type.table!)} ${alias}`,
    globalId,
    id,
    value: (column, along) => {
      if (column.sqlType === "id") return globalId;
      const sql = raw(column, along);
      return column.sqlType === "timestamptz" ? timestamp(sql) : sql;
    },
    text: at,
    json: raw,
  };
}

/** A part of a row that is kept as jsonb, here under `alias.v`. */
export function partRow(type: StoredType, alias: string): Row {
  return {
    type,
    alias,
    from: "",
    globalId: "null",
    id: "null",
    value: ({ field }) => `${alias}.v->${quoted(field)}`,
    text: (field) => `${alias}.v->>${quoted(field)}`,
    json: ({ field }) => `${alias}.v->${quoted(field)}`,
  };
}

/** Another view of a row, whose columns stand there under a prefix: `evidence_status`. */
export function facetRow({ relation }: Names, host: Row, field: string, type: StoredType): Row {
  const raw = (column: Column) =>
    type.declaration.sql?.[column.field]?.(host.alias, relation) ?? host.text(`${field}_${column.column}`);
  return { ...host, type, value: raw, json: raw, text: (column) => host.text(`${field}_${column}`) };
}

/** SQL for a moment as the graph writes it. */
export const timestamp = (value: string) => `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** SQL for what other rows hold of this one. */
export function heldBy(row: Row, holds: string): string {
  if (holds === "globalId") return row.globalId;
  return holds === "id" ? row.id : row.text(snakeCase(holds));
}
