import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  getNamedType,
  isEnumType,
  isObjectType,
} from "graphql";
import { schema } from "../../../src/app";
import { hubs } from "../worlds/crowd";

/** A field that answers a connection. */
export interface Connection {
  /** `City.placements`; of the roots `Query.cities`. */
  readonly name: string;
  readonly owner: string;
  readonly field: GraphQLField<unknown, unknown>;
  /** The fields that it can be put in order by; none where it takes no order. */
  readonly fields: readonly string[];
  /** Whether it can be put in order by the figures of an indicator. */
  readonly isMeasured: boolean;
}

/** Every connection that the schema has, on every type that is an object. */
export const connections: readonly Connection[] = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ owner: type.name, field })))
  .filter(({ field }) => getNamedType(field.type).name.endsWith("Connection"))
  .map(({ owner, field }) => ({
    ...{ name: `${owner}.${field.name}`, owner, field },
    ...orderOf(field.args.find(({ name }) => name === "orderBy")),
  }));

function orderOf(orderBy: GraphQLArgument | undefined): Pick<Connection, "fields" | "isMeasured"> {
  if (!orderBy) return { fields: [], isMeasured: false };
  const { field, indicator } = (getNamedType(orderBy.type) as GraphQLInputObjectType).getFields();
  const by = field && getNamedType(field.type);
  return { fields: isEnumType(by) ? by.getValues().map(({ name }) => name) : [], isMeasured: indicator !== undefined };
}

/** What a row is known by, of types that have no id. */
const keys: Readonly<Record<string, string>> = {
  Change: "recordedIn verdict factId sourceSlug",
  Dispute: "fact { id }",
  Revision: "number",
  SearchResult: "... on Node { id }",
};

/** Whether it can be read from its end. */
export const isTwoWay = ({ field }: Connection) => field.args.some(({ name }) => name === "before");

/** The question for a page of a connection, of its hub, with these arguments beside those of the page. */
export function pageOf(connection: Connection, more: string): string {
  const { owner, field } = connection;
  const names = isTwoWay(connection) ? ["first", "after", "last", "before"] : ["first", "after"];
  const types = { first: "Int", after: "String", last: "Int", before: "String" } as const;
  const declared = names.map((name) => `$${name}: ${types[name as keyof typeof types]}`).join(", ");
  const given = [more, ...names.map((name) => `${name}: $${name}`)].filter((text) => text !== "").join(", ");
  const node = rowOf(field);
  const page = `page: ${field.name}(${given}) { edges { cursor node { ${keys[node] ?? "id"} } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  if (owner === "Query") return `query (${declared}) { ${page} }`;
  if (owner === "Revision") return `query (${declared}) { at: revision(number: 2) { ${page} } }`;
  return `query (${declared}) { at: node(id: "${hubs[owner]}") { ... on ${owner} { ${page} } } }`;
}

/** The type of the rows of a connection. */
function rowOf({ type }: GraphQLField<unknown, unknown>): string {
  const connection = getNamedType(type);
  if (!isObjectType(connection)) throw new Error(`expected an object, got ${connection.name}`);
  return getNamedType(connection.getFields()["nodes"]!.type).name;
}
