import { type MeasureEdge } from "../measure";
import { type StoredType } from "../model";
import { type Bound, type Leaf, leaf } from "./bound";
import { type Compile, storedType } from "./compile";
import { orderBySql, orderOf } from "./order";
import { quoted } from "./parameters";
import { heldBy, type Row, tableRow } from "./row";

/** What is asked for by name: whose figures, of which year; the latest where none is given. */
export interface AskedMeasure {
  readonly by: Leaf;
  readonly year: Leaf | undefined;
}

/** Reads what is asked for; undefined where nothing is. */
export function askedMeasure(edge: MeasureEdge, entries: ReadonlyMap<string, Bound>): AskedMeasure | undefined {
  const by = leaf(entries, edge.measure.by) ?? leaf(entries, "slug");
  return by && { by, year: leaf(entries, "year") };
}

/**
 * SQL for the rows `(holder, id, value)`: of each row of `of` that has it, by its id, the figure that the edge answers,
 * found by one pass over the figures of its name. Their name is looked for, so that a misspelt one is told.
 */
export function figuresSql(compile: Compile, of: StoredType, edge: MeasureEdge, { by, year }: AskedMeasure): string {
  const figure = tableRow(compile, storedType(compile, edge.target));
  const name = figure.type.edges.get(edge.measure.by);
  if (name?.shape !== "one") throw new TypeError(`${figure.type.name}.${edge.measure.by} is no edge to one row`);
  compile.require(storedType(compile, name.target), by);
  const conditions = [`${figure.text(name.column)} = ${compile.parameters.leaf(by, "text")}`];
  if (year) {
    const start = compile.parameters.add((variables) => String(year.read(variables)), "text");
    conditions.push(`left(${figure.text(edge.measure.period)}, 4) = ${start}`);
  }
  const holder = figure.text(edge.column);
  const isGlobal = edge.holds === "globalId";
  // By its bare id, so that Postgres may begin with the figures and look their rows up.
  const id = isGlobal ? `substr(${holder}, ${of.name.length + 2})` : holder;
  if (isGlobal) conditions.push(`starts_with(${holder}, ${quoted(`${of.name}:`)})`);
  const { keys, joins } = orderOf(compile, figure, edge.order);
  return `select distinct on (${holder}) ${id} as holder, ${figure.id} as id, ${valueSql(figure, edge)} as value
    from ${figure.from} ${joins.sql} where ${conditions.join(" and ")} order by ${holder}, ${orderBySql(keys, false)}`;
}

const valueSql = (figure: Row, { measure }: MeasureEdge) => figure.value(figure.type.columns.get(measure.value)!);

/** SQL for what the rows of `figuresSql` name a row by. */
export const holderOf = (row: Row, { holds }: MeasureEdge) => (holds === "globalId" ? row.id : heldBy(row, holds));
