import {
  type FieldNode,
  type GraphQLInterfaceType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from "graphql";
import { type ModelEdge, type Surroundings } from "../model";
import { type Compile, storedType } from "../read/compile";
import { part } from "../read/object";
import { plainList } from "../read/page";
import { quoted } from "../read/parameters";
import { facetRow, heldBy, partRow, type Row, tableRow } from "../read/row";
import { cellText, jsonText, together } from "./cell";
import { typeOf } from "./columns";
import { type ExportFormat } from "./format";
import { type Branch, type ExportNode, type Leaf } from "./tree";

/** What the lines of an export are written with. */
export interface Lines {
  readonly compile: Compile;
  readonly surroundings: Surroundings;
  /** Whether text that a spreadsheet would take for a formula stands in CSV as it is. */
  readonly isExact: boolean;
  /** Joins the lines need, in order; each finds one row at most, and leaves the order of the rows as it is. */
  readonly joins: string[];
  /** Rows that are joined already, by the alias of the row that names them and the edge. */
  readonly joined: Map<string, Row>;
  /** The same for rows of any type: the aliases of what was found of them. */
  readonly found: Map<string, string>;
}

/** SQL for the line of a row. */
export function lineSql(lines: Lines, row: Row, nodes: readonly ExportNode[], format: ExportFormat): string {
  const written = nodes.map((node) => write(lines, row, node));
  if (format === "jsonl") return jsonOf(written);
  const cells = written.flatMap((each) => each.cells);
  return together(cells.flatMap((cell, i) => (i === 0 ? [cell] : ["','", cell])));
}

interface Written {
  readonly key: string;
  /** SQL for the text of its value in JSON. */
  readonly json: string;
  /** SQL for its cells in CSV. */
  readonly cells: readonly string[];
}

// Texts put together are much faster than `json_build_object`, which looks up the type of each value in each row.
function jsonOf(written: readonly Written[]): string {
  const pairs = written.flatMap(({ key, json }, i) => [quoted(`${i === 0 ? "{" : ","}"${key}":`), json]);
  return together([...pairs, "'}'"]);
}

function write(lines: Lines, row: Row, node: ExportNode): Written {
  if ("by" in node) return branch(lines, row, node);
  const value = valueSql(lines, row, node);
  const type = typeOf(node);
  const isPart = row.from === "";
  const sql = isPart && node.holds.sort === "column" ? `(${row.text(node.holds.column.field)})` : value;
  const isArray = node.holds.sort === "column" && node.holds.column.isList;
  const json = isPart ? `coalesce((${value})::text, 'null')` : jsonText(sql, type, isArray);
  return { key: node.key, json, cells: [cellText(sql, type, isArray, lines.isExact)] };
}

function branch(lines: Lines, row: Row, { key, by, of }: Branch): Written {
  const { compile, joins } = lines;
  const inside = (host: Row, present?: string): Written => {
    const written = of.map((node) => write(lines, host, node));
    const json = jsonOf(written);
    const cells = written.flatMap((each) => each.cells);
    return { key, json: present ? `case when ${present} then ${json} else 'null' end` : json, cells };
  };
  if (by.sort === "facet") return inside(facetRow(compile, row, key, storedType(compile, by.target)));
  if (by.sort === "any") return inside(row, by.edge.nullable ? `${foundRow(lines, row, by.edge)}.found` : undefined);
  if (by.sort === "one") {
    const target = joinedRow(lines, row, key, by.edge);
    return inside(target, `${target.id} is not null`);
  }
  const host = partRow(storedType(compile, by.column.embedded!), compile.alias());
  joins.push(`left join lateral (select ${row.json(by.column)} as v) ${host.alias} on true`);
  return inside(host, `jsonb_typeof(${host.alias}.v) = 'object'`);
}

/** The row that another names. It is looked up row by row: other ways to join would lose the order of the rows. */
function joinedRow({ compile, joins, joined }: Lines, row: Row, field: string, edge: OneEdge): Row {
  const name = `${row.alias}.${field}`;
  const known = joined.get(name);
  if (known) return known;
  const target = tableRow(compile, storedType(compile, edge.target));
  const found = `select * from ${target.from} where ${target.id} = ${row.text(edge.column)} limit 1`;
  joins.push(`left join lateral (${found}) ${target.alias} on true`);
  joined.set(name, target);
  return target;
}

type AnyEdge = Extract<ModelEdge, { shape: "any" }>;
type OneEdge = Extract<ModelEdge, { shape: "one" }>;

/** SQL for the value of a leaf, fit to stand beside an operator. */
function valueSql(lines: Lines, row: Row, { key, holds }: Leaf): string {
  const { compile, surroundings } = lines;
  if (holds.sort === "column") return columnSql(lines, row, holds.column.field) ?? `(${row.value(holds.column)})`;
  if (holds.sort === "computed") return holds.computed.sql!(row.type.name, row.id, surroundings);
  if (holds.sort === "anyName") return `(${foundRow(lines, row, holds.edge)}.name)`;
  if (holds.sort === "anyId") {
    const id = row.text(holds.edge.column);
    return holds.edge.nullable ? `(case when ${foundRow(lines, row, holds.edge)}.found then ${id} end)` : `(${id})`;
  }
  const selection = selectionOf(holds.of);
  if (holds.sort === "parts") return part(compile, row, holds.column, [fieldOf(key, selection)]);
  const { target, column, order } = holds.edge;
  const holder = heldBy(row, holds.edge.holds);
  return plainList(compile, storedType(compile, target), (alias) => `${alias}.${column} = ${holder}`, order, [
    selection,
  ]);
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

/** The alias of what is found of the row, of any type, whose global id a column holds: `found`, whether it is there, and `name`. */
function foundRow({ compile, joins, found }: Lines, row: Row, edge: AnyEdge): string {
  const globalId = row.text(edge.column);
  const known = found.get(globalId);
  if (known) return known;
  const { schema } = compile.document;
  const cases = schema.getPossibleTypes(schema.getType(edge.as) as GraphQLInterfaceType).flatMap(({ name }) => {
    const type = compile.model.types.get(name);
    if (!type?.table) return [];
    const target = tableRow(compile, type);
    const from = `from ${target.from} where ${target.id} = substr(${globalId}, ${name.length + 2})`;
    const when = `when ${quoted(name)} then`;
    return [
      {
        isThere: `${when} exists (select ${from})`,
        name: type.columns.has("name") ? `${when} (select ${target.text("name")} ${from})` : "",
      },
    ];
  });
  const of = (sql: readonly string[]) => `case split_part(${globalId}, ':', 1) ${sql.join(" ")} end`;
  const names = cases.map(({ name }) => name).filter((name) => name !== "");
  const columns = [
    ...(edge.nullable ? [`${of(cases.map(({ isThere }) => isThere))} as found`] : []),
    ...(names.length > 0 ? [`${of(names)} as name`] : []),
  ];
  // With a limit it stays a step of its own, whose results Postgres remembers: many rows speak of one thing.
  const alias = compile.alias();
  joins.push(`left join lateral (select ${columns.join(", ")} limit 1) ${alias} on true`);
  found.set(globalId, alias);
  return alias;
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
