import { snakeCase } from "typeorm/util/StringUtils";
import { type Class, type Edge } from "./edge";
import { measureEdgeSdl, measureFilterSdl, measureOrderSdl, measureSdl } from "./measure";
import { type Column, type Computed, type Model, type Roots, type StoredType } from "./model";
import { follow } from "./path";

/** Rows a page holds when neither `first` nor `last` is given, and at most. */
export const pageSize = { usual: 50, most: 500 } as const;

/** The part of the schema that follows from the model: edges, connections, filters, orders and root fields, in SDL. */
export function modelSdl(model: Model): string {
  const types = [...model.types.values()];
  const listed = types.filter(({ name, declaration }) => declaration.roots || isListed(model, name));
  const facets = new Set(model.edges.flatMap((edge) => (edge.shape === "facet" ? [edge.target.name] : [])));
  const filtered = types.filter(({ name, table }) => table !== null || facets.has(name));
  return [
    shared,
    measureSdl,
    ...types.map((type) => edgesSdl(model, type)),
    ...[...model.interfaces].map(([name, lineage]) => interfaceSdl(model, name, lineage)),
    ...listed.map(connectionSdl),
    ...filtered.map((type) => filterSdl(model, type)),
    ...listed.map((type) => orderSdl(model, type)),
    rootsSdl(types),
    ...enumFilters(filtered),
  ].join("\n");
}

const isListed = (model: Model, name: string) =>
  model.edges.some((edge) => edge.shape === "many" && edge.target.name === name);

const quote = (description: string) => JSON.stringify(description);

function edgesSdl(model: Model, { name, edges, computed }: StoredType): string {
  const fields = [...edges.keys()].map((field) => edgeSdl(edgeOf(model, name, edges, field)));
  return extension("type", name, [...fields, ...[...computed.values()].map(computedSdl)]);
}

/** The declaration of a type's edge: its own, or one of an interface's. */
function edgeOf(model: Model, name: string, edges: StoredType["edges"], field: string): Edge {
  const declared = model.edges.filter((edge) => edge.field === field && !isOfOtherType(model, edge, name));
  return declared.find(({ owner }) => owner.name === name) ?? declared.find((edge) => edges.has(edge.field))!;
}

const isOfOtherType = (model: Model, { owner }: Edge, name: string) =>
  owner.name !== name && model.types.has(owner.name);

function interfaceSdl({ edges, computed }: Model, name: string, lineage: ReadonlySet<string>): string {
  const isIts = ({ owner }: { owner: Class }) => lineage.has(owner.name);
  return extension("interface", name, [
    ...edges.filter(isIts).map(edgeSdl),
    ...computed.filter(isIts).map(computedSdl),
  ]);
}

const extension = (sort: string, name: string, fields: readonly string[]) =>
  fields.length === 0 ? "" : `extend ${sort} ${name} {\n${fields.join("\n")}\n}`;

const computedSdl = ({ field, sdl, description }: Computed) => `${quote(description)} ${field}${sdl}`;

function edgeSdl(edge: Edge): string {
  const description = quote(edge.description);
  if (edge.shape === "facet") return `${description} ${edge.field}: ${edge.target.name}!`;
  if (edge.shape === "any") return `${description} ${edge.field}: ${edge.as}${edge.nullable ? "" : "!"}`;
  if (edge.shape === "one") return `${description} ${edge.field}: ${edge.target.name}${edge.nullable ? "" : "!"}`;
  if (edge.shape === "pick") {
    const asked = Object.entries(edge.asked).map(([name, type]) => `${name}: ${type}`);
    return `${description} ${edge.field}${asked.length > 0 ? `(${asked.join(", ")})` : ""}: ${edge.target.name}`;
  }
  if (edge.shape === "list") return `${description} ${edge.field}: [${edge.target.name}!]!`;
  return `${description} ${edge.field}${pageArguments(edge.target.name)}: ${edge.target.name}Connection!`;
}

const pageArguments = (name: string, asked: Roots["asked"] = {}) => `(
  ${Object.entries(asked)
    .map(([arg, { type, description }]) => `${quote(description)} ${arg}: ${type}`)
    .join("\n  ")}
  "Only rows that meet every condition given; a condition of null is no condition." where: ${name}Filter
  "In this order; ties are broken by id. Rows without a value come last." orderBy: [${name}Order!]
  "The first rows, at most ${pageSize.most}; ${pageSize.usual} when neither first nor last is given." first: Int
  "Rows after this cursor." after: String
  "The last rows, at most ${pageSize.most}." last: Int
  "Rows before this cursor." before: String
)`;

function connectionSdl(type: StoredType): string {
  const { name } = type;
  return `
"A page of a list of ${name}."
type ${name}Connection {
  "The rows of the page with their cursors." edges: [${name}Edge!]!
  "The rows of the page." nodes: [${name}!]!
  pageInfo: PageInfo!
  "How many rows the list holds on all its pages; counted only when asked for." totalCount: Int!
}
"One row of a page."
type ${name}Edge {
  "Where the row stands in this list: hand it to \`after\` or \`before\`." cursor: String!
  node: ${name}!
  ${measureEdgeSdl(type).join("\n  ")}
}`;
}

function filterSdl(model: Model, type: StoredType): string {
  const columns = [...type.columns.values()].filter((column) => column.sqlType !== "jsonb");
  const edges = [...type.edges].flatMap(([field, edge]) => {
    if (edge.shape === "one") return [`"Rows whose ${field} meets this." ${field}: ${edge.target}Filter`];
    if (edge.shape === "any") return [`"Rows whose ${field} has one of these ids." ${field}: IDFilter`];
    if (edge.shape === "facet") return [`"Rows whose ${field} meets this." ${field}: ${edge.target}Filter`];
    if (edge.shape === "pick") return [];
    return [`"Rows with some or no ${field} that meet this." ${field}: ${edge.target}ListFilter`];
  });
  const through = Object.entries(type.declaration.through ?? {}).map(([field, path]) => {
    const end = follow(model, type, path);
    const filter = "column" in end ? filterOf(end.column) : `${end.edge.target}Filter`;
    return `"Short for the ${path.split(".").join("'s ")}." ${field}: ${filter}`;
  });
  const text = type.declaration.named
    ? ['"Any word of the name or of an alias begins so; accents and case do not matter." text: String']
    : [];
  return `
"Conditions on ${name(type)}; all that are given must hold."
input ${type.name}Filter {
  ${columns.map((column) => `${quote(`Rows whose ${column.field} meets this.`)} ${column.field}: ${filterOf(column)}`).join("\n  ")}
  ${[...edges, ...through, ...measureFilterSdl(type), ...text].join("\n  ")}
  "All of these hold." and: [${type.name}Filter!]
  "At least one of these holds." or: [${type.name}Filter!]
  "This does not hold." not: ${type.name}Filter
}
"Conditions on the ${name(type)} that belong to a row."
input ${type.name}ListFilter {
  "At least one of them meets this." some: ${type.name}Filter
  "None of them meets this." none: ${type.name}Filter
}`;
}

const name = ({ name: type, table }: StoredType) => (table ?? type).replaceAll("_", " ");

/** The filter input for a column's values. */
export function filterOf({ sqlType, leaf }: Column): string {
  if (sqlType === "id") return "IDFilter";
  if (sqlType === "int") return "IntFilter";
  if (sqlType === "float8") return "FloatFilter";
  if (sqlType === "boolean") return "BooleanFilter";
  if (sqlType === "text[]") return "StringListFilter";
  return plainText.has(leaf) ? "StringFilter" : `${leaf}Filter`;
}

const plainText = new Set(["String", "Slug", "PartialDate", "Period", "Url", "Timestamp"]);

function enumFilters(types: readonly StoredType[]): string[] {
  const leaves = types.flatMap(({ columns }) => [...columns.values()].filter(({ sqlType }) => sqlType === "text"));
  const enums = new Set(leaves.map(({ leaf }) => leaf).filter((leaf) => !plainText.has(leaf)));
  return [...enums].map(
    (leaf) => `
"Conditions on a ${leaf}."
input ${leaf}Filter { eq: ${leaf} ne: ${leaf} in: [${leaf}!] notIn: [${leaf}!] isNull: Boolean }`,
  );
}

/** The names by which a type's rows can be ordered, each with the path to what it orders by. */
export function ordersOf(model: Model, type: StoredType): Map<string, string> {
  const orders = new Map<string, string>();
  const add = (field: string, path: string) => orders.set(snakeCase(field).toUpperCase(), path);
  for (const { field, sqlType } of type.columns.values()) {
    if (!["id", "jsonb", "text[]"].includes(sqlType)) add(field, field);
  }
  for (const [field, path] of Object.entries(type.declaration.through ?? {})) {
    if ("column" in follow(model, type, path)) add(field, path);
  }
  return orders;
}

function orderSdl(model: Model, type: StoredType): string {
  const orders = [...ordersOf(model, type)];
  const measured = measureOrderSdl(type);
  return `
"What ${name(type)} can be ordered by."
enum ${type.name}OrderField {
  ${orders.map(([field, path]) => `${quote(`By ${path.split(".").join("'s ")}.`)} ${field}`).join("\n  ")}
}
"An order of ${name(type)}."
input ${type.name}Order {
  field: ${type.name}OrderField${measured.length > 0 ? "" : "!"}
  ${measured.join("\n  ")}
  direction: OrderDirection! = ASC
}`;
}

function rootsSdl(types: readonly StoredType[]): string {
  const fields = types.flatMap(({ name, columns, declaration: { roots } }) => {
    if (!roots) return [];
    const by = roots.by;
    const scalar = columns.get(by)!.leaf;
    return [
      `"The ${name} with this ${by}; null, with an error that suggests near ones, when there is none."
       ${roots.one}(${by}: ${scalar}!): ${name}`,
      `"All ${name} rows that meet the conditions." ${roots.many}${pageArguments(name, roots.asked)}: ${name}Connection!`,
    ];
  });
  return `extend type Query {\n${fields.join("\n")}\n}`;
}

const shared = `
"Up or down."
enum OrderDirection { "Least first; for ranks: best first." ASC "Greatest first." DESC }
"Where a page stands in its list."
type PageInfo {
  "Whether rows follow the page." hasNextPage: Boolean!
  "Whether rows precede the page." hasPreviousPage: Boolean!
  "The cursor of the page's first row; null for an empty page." startCursor: String
  "The cursor of the page's last row; null for an empty page." endCursor: String
}
"Conditions on an id."
input IDFilter { eq: ID ne: ID in: [ID!] notIn: [ID!] isNull: Boolean }
"Conditions on words. Text is compared letter by letter, but for \`contains\` and \`startsWith\`, which ignore case and accents."
input StringFilter {
  eq: String ne: String in: [String!] notIn: [String!] isNull: Boolean
  contains: String startsWith: String
  "At or after this, letter by letter; for dates: then or later." gte: String
  "At or before this, letter by letter; for dates: then or earlier." lte: String
}
"Conditions on a whole number."
input IntFilter { eq: Int ne: Int in: [Int!] notIn: [Int!] gt: Int gte: Int lt: Int lte: Int isNull: Boolean }
"Conditions on a number."
input FloatFilter { eq: Float ne: Float in: [Float!] notIn: [Float!] gt: Float gte: Float lt: Float lte: Float isNull: Boolean }
"Conditions on a yes or no."
input BooleanFilter { eq: Boolean isNull: Boolean }
"Conditions on a list of words."
input StringListFilter { "The list holds this." has: String isNull: Boolean }
`;
