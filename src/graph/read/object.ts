import {
  type FieldNode,
  getArgumentValues,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
} from "graphql";
import { type Column, type ModelEdge } from "../model";
import { anyRow } from "./any";
import { bindArguments, leaf, type Variables } from "./bound";
import { type Compile, objectType, storedType } from "./compile";
import { Joins } from "./joins";
import {
  type Json,
  jsonGlobalId,
  jsonKnown,
  jsonList,
  jsonObject,
  jsonOrNull,
  jsonSql,
  jsonValue,
  jsonWord,
  textOf,
} from "./json";
import { sourcePair } from "./licences";
import { orderBySql, orderOf } from "./order";
import { connection, plainList } from "./page";
import { quoted } from "./parameters";
import { facetRow, heldBy, partRow, type Row, tableRow } from "./row";
import { below, collect } from "./selection";

/** The JSON of one row as it is asked for. */
export function object(compile: Compile, row: Row, selectionSets: readonly SelectionSetNode[], joins: Joins): Json {
  const fields = collect(compile.document, objectType(compile, row.type), selectionSets);
  const pairs = [...fields].map(([key, nodes]) => [key, value(compile, row, nodes, joins)] as const);
  return jsonObject(compile.tellsLicences ? [...pairs, ...sourcePair(row)] : pairs);
}

function value(compile: Compile, row: Row, nodes: readonly FieldNode[], joins: Joins): Json {
  const node = nodes[0]!;
  const field = node.name.value;
  if (field === "__typename") return jsonWord(row.type.name);
  const column = row.type.columns.get(field);
  if (column) return column.embedded ? part(compile, row, column, nodes) : leafJson(compile, row, column, joins);
  if (row.type.computed.has(field)) return calculation(compile, row, nodes, joins);
  const edge = row.type.edges.get(field);
  if (!edge) throw new TypeError(`${row.type.name}.${field} is neither stored nor computed`);
  if (edge.shape === "facet") {
    return compile.object(facetRow(compile, row, field, storedType(compile, edge.target)), below(nodes), joins);
  }
  if (edge.shape === "any") return jsonOrNull(anyRow(compile, row.text(edge.column), edge.as, below(nodes)));
  if (edge.shape === "one") {
    const target = joins.one(compile, storedType(compile, edge.target), row.text(edge.column));
    const sql = compile.object(target, below(nodes), joins);
    return edge.nullable ? jsonSql(`case when ${target.id} is not null then ${textOf(sql)} else 'null' end`) : sql;
  }
  const target = storedType(compile, edge.target);
  if (edge.shape === "list") {
    const list = (holder: string) =>
      plainList(compile, target, (alias) => `${alias}.${edge.column} = ${holder}`, edge.order, below(nodes));
    const { shared } = row;
    if (!shared || edge.holds !== "globalId") return list(heldBy(row, edge.holds));
    const asked = [row.type.name, field, ...below(nodes).map(print)].join(" ");
    return jsonSql(shared.column(asked, () => textOf(list(shared.globalId))));
  }
  const holder = heldBy(row, edge.holds);
  if (edge.shape === "pick") return picked(compile, row, edge, nodes, holder);
  const condition = (alias: string) => `${alias}.${edge.column} = ${holder}`;
  const definition = objectType(compile, row.type).getFields()[field]!;
  return connection(compile, {
    list: `${row.type.name}.${field}`,
    target,
    condition,
    order: edge.order,
    definition,
    nodes,
  });
}

/** What a part of a row holds is JSON, whatever its type. */
function leafJson(compile: Compile, row: Row, column: Column, joins: Joins): Json {
  const expression = row.type.declaration.sql?.[column.field];
  const value = row.value(column, (edge) => alongSql(compile, row, edge, joins));
  if (value === row.globalId) return jsonGlobalId(row.type.name, row.id);
  const sql = `(${value})`;
  if (row.from === "") return jsonValue(sql, "JSON");
  return expression === undefined && !column.nullable
    ? jsonKnown(sql, column.leaf, column.isList)
    : jsonValue(sql, column.leaf, column.isList);
}

/** The alias of the one row that an edge of a row leads to. */
function alongSql(compile: Compile, row: Row, name: string, joins: Joins): string {
  const edge = row.type.edges.get(name);
  if (edge?.shape !== "one") throw new TypeError(`${row.type.name}.${name} is no edge to one row`);
  return joins.joined(compile, storedType(compile, edge.target), row.text(edge.column)).alias;
}

/** The first row, in the edge's order, that has the values fixed and asked for. */
function picked(compile: Compile, row: Row, edge: PickEdge, nodes: readonly FieldNode[], holder: string): Json {
  const node = nodes[0]!;
  const definition = objectType(compile, row.type).getFields()[node.name.value]!;
  const args = bindArguments(node, definition.args, compile.document.variables);
  const asked = Object.entries(edge.asked).flatMap(([name, column]) => {
    const value = leaf(args, name);
    return value ? [[column, compile.parameters.leaf(value, "text")] as const] : [];
  });
  const fixed = Object.entries(edge.fixed).map(([column, value]) => [column, quoted(value)] as const);
  const target = tableRow(compile, storedType(compile, edge.target));
  const named = edge.measure && leaf(args, edge.measure.by);
  const name = edge.measure && target.type.edges.get(edge.measure.by);
  if (named && name?.shape === "one") compile.require(storedType(compile, name.target), named);
  const conditions = [[edge.column, holder] as const, ...fixed, ...asked].map(
    ([column, sql]) => `${target.text(column)} = ${sql}`,
  );
  const order = orderOf(compile, target, edge.order);
  const rows = `select ${target.alias}.* from ${target.from} ${order.joins.sql}
    where ${conditions.join(" and ")} order by ${orderBySql(order.keys, false)} limit 1`;
  const joins = new Joins();
  const sql = textOf(compile.object(target, below(nodes), joins));
  return jsonOrNull(`(select ${sql} from (${rows}) ${target.alias} ${joins.sql})`);
}

type PickEdge = Extract<ModelEdge, { shape: "pick" }>;

/** A part kept as jsonb: one object, or a list of them in its own order. */
export function part(compile: Compile, row: Row, column: Column, nodes: readonly FieldNode[]): Json {
  const alias = compile.alias();
  const joins = new Joins();
  const sql = compile.object(partRow(storedType(compile, column.embedded!), alias), below(nodes), joins);
  const json = row.json(column);
  if (!column.isList) {
    const rows = `(select ${json} as v) ${alias} ${joins.sql} where jsonb_typeof(${alias}.v) = 'object'`;
    return jsonOrNull(`(select ${textOf(sql)} from ${rows})`);
  }
  const rows = `jsonb_array_elements(${json}) with ordinality ${alias}(v, n)`;
  return jsonSql(`(select ${textOf(jsonList(sql, `${alias}.n`))} from ${rows} ${joins.sql})`);
}

/** The place of a field that Node reckons: what it needs, under a number and a key that no answer can have. */
function calculation(compile: Compile, row: Row, nodes: readonly FieldNode[], joins: Joins): Json {
  const node = nodes[0]!;
  const computed = row.type.computed.get(node.name.value)!;
  const definition = objectType(compile, row.type).getFields()[node.name.value]!;
  const args = (variables: Variables) => getArgumentValues(definition, node, variables);
  const number = compile.calculations.push({ computed, type: definition.type, nodes, args }) - 1;
  return jsonObject([
    ["@", jsonWord(number)],
    ["row", compile.object(row, [parseSelection(computed.needs)], joins)],
  ]);
}

function parseSelection(selection: string): SelectionSetNode {
  return (parse(selection, { noLocation: true }).definitions[0] as OperationDefinitionNode).selectionSet;
}
