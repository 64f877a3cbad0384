import { type OperationDefinitionNode, parse } from "graphql";
import { type StoredType, type Surroundings } from "../model";
import { asOfSql, type Time } from "../read/as-of";
import { askedOrder, stepsOf } from "../read/asked-order";
import { bindArguments, type Variables } from "../read/bound";
import { type Compile } from "../read/compile";
import { conditionCounter } from "../read/conditions";
import { filterSql } from "../read/filter";
import { isThere, type Known } from "../read/known";
import { object } from "../read/object";
import { orderBySql } from "../read/order";
import { Parameters } from "../read/parameters";
import { askedSql } from "../read/root";
import { tableRow } from "../read/row";
import { type Document } from "../read/selection";
import { type Graph } from "../schema";
import { type ExportFormat } from "./format";
import { joinsSql } from "./join";
import { type Lines, lineSql } from "./line";
import { type Parameter } from "./parameters";
import { type ExportNode } from "./tree";

/** An export to write. */
export interface AskedExport {
  readonly type: StoredType;
  readonly nodes: readonly ExportNode[];
  readonly parameters: readonly Parameter[];
  readonly variables: Variables;
  readonly format: ExportFormat;
}

/** Statements of an export. */
export interface ExportStatement {
  /** Rows of two columns: the revision read (null if there is none such), and the line of one row; null if there are no rows. */
  readonly lines: Sql;
  /** The same revision, alone. */
  readonly revision: Sql;
  /** The time gone by that it reads; undefined where it reads the graph as it is. */
  readonly time: Time | undefined;
  /** What conditions and orders go by, such as an indicator; a row answers whether each is there. */
  readonly names: readonly { readonly type: StoredType; readonly slug: string; readonly known: Known }[];
  readonly found: Sql;
  /** Revisions that conditions name, by their parameters: each must be there. */
  readonly revisions: ReadonlyMap<string, number>;
}

/** A statement with the values of its parameters. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * Compiles an export into one statement, by the same filters and orders as the graph's own list.
 *
 * @throws GraphQLError where a parameter cannot be right, such as a day that is not over
 */
export function compileExport(graph: Graph, asked: AskedExport, surroundings: Surroundings): ExportStatement {
  const { variables, type } = asked;
  const operation = variables["revision"] != null || variables["date"] != null ? past : present;
  const document = { schema: graph.schema, fragments: {}, variables };
  const parameters = new Parameters();
  const asOf = asOfSql(document, operation, parameters);
  const revision = { text: `select r from ${asOf.revision}`, values: valuesOf(parameters, variables) };
  let aliases = 0;
  const names: { type: StoredType; slug: string; known: Known }[] = [];
  const revisions = new Map<string, number>();
  const compile: Compile = {
    document,
    model: graph.model,
    parameters,
    relation: asOf.relation,
    isPast: asOf.time !== undefined,
    calculations: [],
    tellsLicences: false,
    countCondition: conditionCounter(),
    require: (named, slug, known = isThere) => names.push({ type: named, slug: String(slug.read(variables)), known }),
    requireRevision: (parameter, number) => revisions.set(parameter, Number(number.read(variables))),
    alias: () => `t${aliases++}`,
    object: (row, selectionSets, joins) => object(compile, row, selectionSets, joins),
  };
  const row = tableRow(compile, type);
  const lines: Lines = {
    compile,
    surroundings,
    format: asked.format,
    isExact: variables["exact"] === true,
    joins: [],
    joined: new Map(),
    found: new Map(),
  };
  const line = lineSql(lines, row, asked.nodes);
  const args = bindArguments(argumentsOf(variables), asked.parameters.map(asArgument), variables);
  const order = askedOrder(compile, row, stepsOf(compile, type, args.get("orderBy"), type.declaration.order ?? []));
  const { condition, lookedUp } = askedSql(compile, type.declaration.roots?.asked, args);
  const where = [condition(row.alias), filterSql(compile, row, args.get("where"))];
  const from = lookedUp ? `${lookedUp} cross join ${row.from}` : row.from;
  const limit = variables["first"] == null ? "all" : parameters.add((given) => given["first"], "bigint");
  const keys = order.keys.map((key, i) => ({ ...key, sql: `${row.alias}.k${i}_` }));
  const held = order.keys.map(({ sql, cast }, i) => `${cast === "text" ? `${sql} collate "C"` : sql} as k${i}_`);
  // Rows are put in order first, and only then what belongs to them is looked up and their lines are written: a sort
  // holds rows, not lines, and an index in the order of the list needs no sort at all.
  const ordered = `select ${row.alias}.*, ${held.join(", ")} from ${from} ${order.joins.sql}
    where ${where.join(" and ")} order by ${orderBySql(order.keys, false)} limit ${limit}`;
  const rows = `select ${line} as line from (${ordered}) ${row.alias} ${joinsSql(lines.joins)} order by ${orderBySql(keys, false)}`;
  const text = `select asof.r, x.line from ${asOf.revision} left join lateral (${rows}) x on true`;
  return {
    lines: { text, values: valuesOf(parameters, variables) },
    revision,
    time: asOf.time?.(variables),
    names,
    found: foundSql(names, document, operation),
    revisions,
  };
}

function foundSql(names: ExportStatement["names"], document: Document, operation: OperationDefinitionNode): Sql {
  const parameters = new Parameters();
  const asOf = asOfSql(document, operation, parameters);
  const found = names.map(({ type, slug, known }) =>
    known(
      type,
      parameters.add(() => slug, "text"),
      asOf.relation,
    ),
  );
  const text = `select array[${found.join(", ")}]::boolean[] as found from ${asOf.revision}`;
  return { text, values: valuesOf(parameters, document.variables) };
}

const valuesOf = (parameters: Parameters, variables: Variables) => parameters.values.map((read) => read(variables));

const operation = (text: string) => parse(text, { noLocation: true }).definitions[0] as OperationDefinitionNode;

const present = operation("{ __typename }");
const past = operation("query ($revision: Int, $date: Moment) @asOf(revision: $revision, date: $date) { __typename }");

/** The values as arguments of a field that are all variables. */
function argumentsOf(variables: Variables) {
  const given = Object.keys(variables).map((name) => `${name}: $${name}`);
  const field = operation(`{ list${given.length > 0 ? `(${given.join(", ")})` : ""} }`).selectionSet.selections[0]!;
  if (field.kind !== "Field") throw new TypeError("expected a field");
  return field;
}

const asArgument = ({ name, type, description }: Parameter) => ({
  name,
  type,
  description,
  defaultValue: undefined,
  deprecationReason: undefined,
  extensions: {},
  astNode: undefined,
});
