import { declared, edgeOf, type Holding, tableOf } from "./declared";
import { expressions } from "./expressions";
import { fail, type Row, type Rows } from "./rows";

/** One object of the graph: a row, a part of one, or another view of one. */
export interface Item {
  /** Its type. */
  readonly name: string;
  readonly row: Row;
  /** The global id of the row; null for a part. */
  readonly globalId: string | null;
  /** The name of the column in which a field stands. */
  column(field: string): string;
}

export function rowItem(name: string, row: Row): Item {
  return { name, row, globalId: `${name}:${row["id"]}`, column: (field) => (field === "slug" ? "id" : snake(field)) };
}

/** A part of a row, kept as JSON under the names of its fields. */
export const partItem = (name: string, row: Row): Item => ({ name, row, globalId: null, column: (field) => field });

/** Another view of a row, whose columns bear a prefix. */
export function facetItem(name: string, field: string, of: Item): Item {
  return { ...of, name, column: (inner) => `${field}_${of.column(inner)}` };
}

export const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What a field without an edge holds, as it is kept: leaves and parts. */
export function kept(rows: Rows, item: Item, field: string): unknown {
  if (declared(item.name).declaration.sql?.[field]) {
    const expression = expressions[`${item.name}.${field}`];
    return expression ? expression(rows, item.row) : fail(`no expression for ${item.name}.${field}`);
  }
  if (field === "id" && item.globalId !== null) return item.globalId;
  return item.row[item.column(field)] ?? null;
}

/** What a leaf shows. */
export function shown(rows: Rows, item: Item, field: string): unknown {
  const value = kept(rows, item, field);
  const isTimestamp = String(declared(item.name).type.getFields()[field]?.type).startsWith("Timestamp");
  return isTimestamp && value !== null ? new Date(String(value)).toISOString() : value;
}

/** The row of a type with this id. */
export function itemBy(rows: Rows, name: string, id: unknown): Item | null {
  const [row] = rows.where(tableOf(name), "id", id);
  return row ? rowItem(name, row) : null;
}

/** The row with this global id. */
export function itemByGlobalId(rows: Rows, id: unknown): Item | null {
  const [name, ...rest] = String(id).split(":");
  const isStored = /^[A-Z]\w*$/.test(name!) && declaredTable(name!);
  return isStored ? itemBy(rows, name!, rest.join(":")) : null;
}

function declaredTable(name: string): boolean {
  try {
    return declared(name).type.getFields()["id"] !== undefined && tableOf(name) !== "";
  } catch {
    return false;
  }
}

/** The row that an edge to one leads to. */
export function target(rows: Rows, item: Item, field: string): Item | null {
  const edge = edgeOf(item.name, field);
  if (edge?.shape === "any") return itemByGlobalId(rows, item.row[item.column(edge.by)]);
  if (edge?.shape !== "one") return fail(`${item.name}.${field} is no edge to one row`);
  return itemBy(rows, edge.target.name, item.row[item.column(edge.by)] ?? null);
}

/** The rows that name an item. */
export function holders(rows: Rows, item: Item, name: string, { on, holds }: Holding): Item[] {
  const held = holds === "globalId" ? item.globalId : item.row[holds === "id" ? "id" : item.column(holds)];
  return rows.where(tableOf(name), snake(on), held ?? null).map((row) => rowItem(name, row));
}
