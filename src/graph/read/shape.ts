import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  type OperationDefinitionNode,
  typeFromAST,
  visit,
} from "graphql";
import { type Variables } from "./bound";

/**
 * Tells what of a request's variables shapes its SQL, as one word: equal words mean the same statement. Page sizes,
 * orders, enums, booleans and the types in global ids are told by value, other values only by whether and where they are given.
 */
export function shapeReader(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
  const byValue = shapingVariables(document);
  const definitions = (operation.variableDefinitions ?? []).map(({ variable, type }) => ({
    name: variable.name.value,
    type: typeFromAST(schema, type as never) as GraphQLInputType,
  }));
  return (variables: Variables): string =>
    definitions.map(({ name, type }) => shape(variables[name], type, byValue.has(name))).join(",");
}

/** The variables that stand in page sizes and in orders, which are told by value. */
function shapingVariables(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Argument(argument) {
      if (!shaping.has(argument.name.value)) return;
      visit(argument, { Variable: ({ name }) => void names.add(name.value) });
    },
  });
  return names;
}

const shaping = new Set(["first", "last", "orderBy"]);

function shape(value: unknown, type: GraphQLInputType, byValue: boolean): string {
  if (value === undefined) return "-";
  // Null where a default stands for what is left out is refused, so it is told from that.
  if (value === null) return "null";
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items = value as unknown[];
    if (getNamedType(nullable).name === "ID") return `[${[...new Set(items.map(idType))].sort().join(",")}]`;
    if (isLeafType(getNamedType(nullable))) return "*";
    return `[${items.map((item) => shape(item, nullable.ofType, byValue)).join(",")}]`;
  }
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter(({ name }) => (value as Variables)[name] != null);
    return `{${fields.map(({ name, type: of }) => `${name}:${shape((value as Variables)[name], of, byValue)}`).join(",")}}`;
  }
  if (byValue || isEnumType(nullable) || typeof value === "boolean") return JSON.stringify(value);
  return nullable.name === "ID" ? idType(value) : "*";
}

// Quoted: an id may hold whatever its sender likes, and must not look like null or like the next variable.
const idType = (id: unknown) => JSON.stringify(String(id).split(":", 1)[0]);
