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
 * SQL for the rows `(holder, id, value)`: of each row of `of` that has it, by its id, the figure that the edge answers.
 * The latest are kept as they stand; those of a year and of times gone by are found by one pass over the figures of their
 * name. The name is looked for, so that a misspelt one is told.
 */
export function figuresSql(compile: Compile, of: StoredType, edge: MeasureEdge, { by, year }: AskedMeasure): string {
  const figure = tableRow(compile, storedType(compile, edge.target));
  const name = figure.type.edges.get(edge.measure.by);
  if (name?.shape !== "one") throw new TypeError(`${figure.type.name}.${edge.measure.by} is no edge to one row`);
  compile.require(storedType(compile, name.target), by);
  const { alias } = figure;
  const holder = figure.text(edge.column);
  const isGlobal = edge.holds === "globalId";
  // By its bare id, so that Postgres may begin with the figures and look their rows up.
  const id = isGlobal ? `substr(${holder}, ${of.name.length + 2})` : holder;
  const columns = `${id} as holder, ${figure.id} as id, ${figure.text(valueColumn(figure, edge))} as value`;
  const conditions = [`${figure.text(name.column)} = ${compile.parameters.leaf(by, "text")}`];
  if (isGlobal) conditions.push(`starts_with(${holder}, ${quoted(`${of.name}:`)})`);
  if (!year && !compile.isPast)
    return `select ${columns} from ${edge.measure.kept} ${alias} where ${conditions.join(" and ")}`;
  if (year) {
    const start = compile.parameters.add((variables) => String(year.read(variables)), "text");
    conditions.push(`left(${figure.text(edge.measure.period)}, 4) = ${start}`);
  }
  const { keys, joins } = orderOf(compile, figure, edge.order);
  return `select distinct on (${holder}) ${columns}
    from ${figure.from} ${joins.sql} where ${conditions.join(" and ")} order by ${holder}, ${orderBySql(keys, false)}`;
}

const valueColumn = (figure: Row, { measure }: MeasureEdge) => figure.type.columns.get(measure.value)!.column;

/** SQL for what the rows of `figuresSql` name a row by. */
export const holderOf = (row: Row, { holds }: MeasureEdge) => (holds === "globalId" ? row.id : heldBy(row, holds));
