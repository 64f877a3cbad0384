import { type FieldNode, type OperationDefinitionNode, parse, type SelectionSetNode } from "graphql";
import { type Surroundings } from "../model";
import { type Compile, storedType } from "../read/compile";
import { jsonObject, part } from "../read/object";
import { plainList } from "../read/page";
import { quoted } from "../read/parameters";
import { facetRow, heldBy, partRow, type Row, tableRow } from "../read/row";
import { typeOf } from "./columns";
import { type ExportFormat } from "./format";
import { type Branch, type ExportNode, type Leaf } from "./tree";

/** What the lines of an export are written with. */
export interface Lines {
  readonly compile: Compile;
  readonly surroundings: Surroundings;
  /** Whether text that a spreadsheet would take for a formula stands in CSV as it is. */
  readonly isExact: boolean;
}

/** SQL for the line of a row; joins it needs are added to `joins`. */
export function lineSql(
  lines: Lines,
  row: Row,
  nodes: readonly ExportNode[],
  format: ExportFormat,
  joins: string[],
): string {
  const written = nodes.map((node) => write(lines, row, node, joins));
  return format === "csv" ? written.flatMap(({ cells }) => cells).join(" || ',' || ") : `${jsonOf(written)}::text`;
}

interface Written {
  readonly key: string;
  /** SQL for its value in JSON. */
  readonly json: string;
  /** SQL for its cells in CSV. */
  readonly cells: readonly string[];
}

const jsonOf = (written: readonly Written[]) => jsonObject(written.map(({ key, json }) => `${quoted(key)}, ${json}`));

function write(lines: Lines, row: Row, node: ExportNode, joins: string[]): Written {
  if ("by" in node) return branch(lines, row, node, joins);
  const value = valueSql(lines, row, node);
  return { key: node.key, json: value, cells: [cell(value, typeOf(node), row, node, lines.isExact)] };
}

function branch(lines: Lines, row: Row, { key, by, of }: Branch, joins: string[]): Written {
  const { compile } = lines;
  const inside = (host: Row, present?: string): Written => {
    const written = of.map((node) => write(lines, host, node, joins));
    const json = jsonOf(written);
    const cells = written.flatMap((each) => each.cells);
    return { key, json: present ? `case when ${present} then ${json} end` : json, cells };
  };
  if (by.sort === "facet") return inside(facetRow(compile, row, key, storedType(compile, by.target)));
  if (by.sort === "any") return inside(row);
  if (by.sort === "one") {
    const target = tableRow(compile, storedType(compile, by.edge.target));
    joins.push(`left join ${target.from} on ${target.id} = ${row.text(by.edge.column)}`);
    return inside(target, `${target.id} is not null`);
  }
  const host = partRow(storedType(compile, by.column.embedded!), compile.alias());
  joins.push(`left join lateral (select ${row.json(by.column)} as v) ${host.alias} on true`);
  return inside(host, `jsonb_typeof(${host.alias}.v) = 'object'`);
}

function valueSql({ compile, surroundings }: Lines, row: Row, { key, holds }: Leaf): string {
  if (holds.sort === "column") return row.value(holds.column);
  if (holds.sort === "computed") return holds.computed.sql!(row.globalId, surroundings);
  if (holds.sort === "anyId") return row.text(holds.edge.column);
  if (holds.sort === "anyName") return nameSql(compile, row.text(holds.edge.column), holds.edge.as);
  const selection = selectionOf(holds.of);
  if (holds.sort === "parts") return part(compile, row, holds.column, [fieldOf(key, selection)]);
  const { target, column, order } = holds.edge;
  const holder = heldBy(row, holds.edge.holds);
  return plainList(compile, storedType(compile, target), (alias) => `${alias}.${column} = ${holder}`, order, [
    selection,
  ]);
}

/** SQL for the name of the row, of any type of an interface, whose global id is `globalId`. */
function nameSql(compile: Compile, globalId: string, as: string): string {
  const { schema } = compile.document;
  const cases = schema.getPossibleTypes(schema.getType(as) as never).flatMap(({ name }) => {
    const type = compile.model.types.get(name);
    if (!type?.table || !type.columns.has("name")) return [];
    const row = tableRow(compile, type);
    const id = `substr(${globalId}, ${name.length + 2})`;
    return [`when ${quoted(name)} then (select ${row.text("name")} from ${row.from} where ${row.id} = ${id})`];
  });
  return cases.length === 0 ? "null::text" : `case split_part(${globalId}, ':', 1) ${cases.join(" ")} end`;
}

/** The nodes as a selection, for lists that are written as the graph would answer them. */
function selectionOf(nodes: readonly ExportNode[]): SelectionSetNode {
  const text = (of: readonly ExportNode[]): string =>
    `{ ${of.map((node) => ("of" in node ? `${node.key} ${text(node.of)}` : node.key)).join(" ")} }`;
  return (parse(text(nodes), { noLocation: true }).definitions[0] as OperationDefinitionNode).selectionSet;
}

const fieldOf = (field: string, selectionSet: SelectionSetNode): FieldNode => ({
  kind: "Field" as FieldNode["kind"],
  name: { kind: "Name" as FieldNode["name"]["kind"], value: field },
  selectionSet,
});

/** Values of these scalars hold neither quotes nor commas nor breaks of line; enums do not either. */
const needsQuotes = new Set(["String", "ID", "Url", "JSON"]);

function cell(value: string, type: string, row: Row, { holds }: Leaf, isExact: boolean): string {
  const text = holds.sort === "column" && row.from === "" ? row.text(holds.column.field) : `(${value})`;
  if (!needsQuotes.has(type)) return `coalesce(${text}::text, '')`;
  if (type !== "JSON") return quotedCell(type === "String" && !isExact ? guarded(text) : text);
  return quotedCell(holds.sort === "column" && holds.column.isList ? `to_json(${text})::text` : `${text}::text`);
}

const quotedCell = (text: string) => `coalesce('"' || replace(${text}, '"', '""') || '"', '')`;

/** Text that a spreadsheet would take for a formula, with an apostrophe before it; taking one away gives the text again. */
const guarded = (text: string) => `regexp_replace(${text}, '^(?=''*[=+@\\t\\r-])', '''')`;
