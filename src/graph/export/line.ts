import { type FieldNode, Kind, type OperationDefinitionNode, parse, type SelectionSetNode } from "graphql";
import { type Surroundings } from "../model";
import { storedType } from "../read/compile";
import { type Json, jsonGlobalId, jsonKnown, jsonSql, jsonValue, textOf, together } from "../read/json";
import { part } from "../read/object";
import { plainList } from "../read/page";
import { facetRow, heldBy, partRow, type Row } from "../read/row";
import { cellText } from "./cell";
import { columnsOf, typeOf } from "./columns";
import { type ExportFormat } from "./format";
import { foundRow, type Joins, joinedRow } from "./join";
import { type Branch, type ExportNode, type Leaf } from "./tree";

/** What the lines of an export are written with. */
export interface Lines extends Joins {
  readonly surroundings: Surroundings;
  readonly format: ExportFormat;
  /** Whether text that a spreadsheet would take for a formula stands in CSV as it is. */
  readonly isExact: boolean;
}

/** SQL for the line of a row, or of a part of it. */
export function lineSql(lines: Lines, row: Row, nodes: readonly ExportNode[]): string {
  if (lines.format === "csv") {
    const cells = nodes.map((node) => ("by" in node ? branch(lines, row, node) : cell(lines, row, node)));
    return together(cells.flatMap((sql, i) => (i === 0 ? [sql] : ["','", sql])));
  }
  const pairs = nodes.flatMap((node, i): Json => {
    const value = "by" in node ? jsonSql(branch(lines, row, node)) : leafJson(lines, row, node);
    return [{ word: `${i === 0 ? "{" : ","}"${node.key}":` }, ...value];
  });
  return textOf([...pairs, { word: "}" }]);
}

/** SQL for a value's cell in CSV. */
function cell(lines: Lines, row: Row, node: Leaf): string {
  const { holds } = node;
  const isPart = row.from === "" && holds.sort === "column";
  const sql = isPart ? `(${row.text(holds.column.field)})` : valueSql(lines, row, node);
  return cellText(sql, typeOf(node), holds.sort === "column" && holds.column.isList, lines.isExact);
}

/** The JSON of a value. */
function leafJson(lines: Lines, row: Row, node: Leaf): Json {
  const { holds } = node;
  const sql = valueSql(lines, row, node);
  if (row.from === "") return jsonValue(sql, "JSON");
  const isThere = holds.sort === "computed" || (holds.sort === "anyId" && !holds.edge.nullable);
  if (isThere) return jsonKnown(sql, typeOf(node));
  if (holds.sort !== "column") return jsonValue(sql, typeOf(node));
  const { column } = holds;
  if (row.value(column) === row.globalId) return jsonGlobalId(row.type.name, row.id);
  const isKnown = !column.nullable && !row.type.declaration.sql?.[column.field];
  return isKnown ? jsonKnown(sql, column.leaf, column.isList) : jsonValue(sql, column.leaf, column.isList);
}

function branch(lines: Lines, row: Row, { key, by, of }: Branch): string {
  const { compile, joins, format } = lines;
  const ifThere = (present: string, line: string) =>
    format === "csv" ? line : `case when ${present} then ${line} else 'null' end`;
  if (by.sort === "facet") return lineSql(lines, facetRow(compile, row, key, storedType(compile, by.target)), of);
  if (by.sort === "any") {
    const join = foundRow(lines, row, by.edge);
    const line = lineSql({ ...lines, joins: join.joins }, row, of);
    join.line = by.edge.nullable ? ifThere(`${join.alias}.found`, line) : line;
    return `${join.alias}.line_`;
  }
  if (by.sort === "one") {
    const join = joinedRow(lines, row, key, by.edge);
    join.line = lineSql({ ...lines, joins: join.joins }, join.row, of);
    return `coalesce(${join.alias}.line_, '${format === "csv" ? ",".repeat(columnsOf(of).length - 1) : "null"}')`;
  }
  const host = partRow(storedType(compile, by.column.embedded!), compile.alias());
  joins.push({ alias: host.alias, from: `(select ${row.json(by.column)} as v) ${host.alias}`, where: "", joins: [] });
  return ifThere(`jsonb_typeof(${host.alias}.v) = 'object'`, lineSql(lines, host, of));
}

/** SQL for the value of a leaf, fit to stand beside an operator. */
function valueSql(lines: Lines, row: Row, { key, holds }: Leaf): string {
  const { compile, surroundings } = lines;
  if (holds.sort === "column") return columnSql(lines, row, holds.column.field) ?? `(${row.value(holds.column)})`;
  if (holds.sort === "computed") return holds.computed.sql!(row.type.name, row.id, surroundings);
  if (holds.sort === "anyName") return `(${foundRow(lines, row, holds.edge).alias}.name)`;
  if (holds.sort === "anyId") {
    const id = row.text(holds.edge.column);
    return holds.edge.nullable
      ? `(case when ${foundRow(lines, row, holds.edge).alias}.found then ${id} end)`
      : `(${id})`;
  }
  const selection = selectionOf(holds.of);
  if (holds.sort === "parts") return textOf(part(compile, row, holds.column, [fieldOf(key, selection)]));
  const { target, column, order } = holds.edge;
  const holder = heldBy(row, holds.edge.holds);
  const condition = (alias: string) => `${alias}.${column} = ${holder}`;
  return textOf(plainList(compile, storedType(compile, target), condition, order, [selection]));
}

/** A field that is an expression over rows, which are joined for it. */
function columnSql(lines: Lines, row: Row, field: string): string | undefined {
  const expression = row.type.declaration.sql?.[field];
  if (!expression || row.type.table === null || row.type.columns.get(field)?.sqlType === "timestamptz")
    return undefined;
  const along = (name: string): string => {
    const edge = row.type.edges.get(name);
    if (edge?.shape !== "one")
      throw new TypeError(`${row.type.name}.${field} goes along ${name}, which is no edge to one row`);
    return joinedRow(lines, row, name, edge).alias;
  };
  return `(${expression(row.alias, lines.compile.relation, along)})`;
}

/** The nodes as a selection, for lists that are written as the graph would answer them. */
function selectionOf(nodes: readonly ExportNode[]): SelectionSetNode {
  const text = (of: readonly ExportNode[]): string =>
    `{ ${of.map((node) => ("of" in node ? `${node.key} ${text(node.of)}` : node.key)).join(" ")} }`;
  return (parse(text(nodes), { noLocation: true }).definitions[0] as OperationDefinitionNode).selectionSet;
}

const fieldOf = (field: string, selectionSet: SelectionSetNode): FieldNode => ({
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: field },
  selectionSet,
});
