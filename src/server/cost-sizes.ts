import { type FieldNode, type GraphQLNamedType, Kind, type OperationDefinitionNode, type ValueNode } from "graphql";
import { pageSize } from "../graph/sdl";

/** How many rows a list without pages is taken to have: as many as long ones have. */
const usualList = 10;

/** What variables hold, as far as it tells how many rows are asked for. */
export type Sizes = Readonly<Record<string, number | undefined>>;

export function sizesOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Sizes {
  // Nobody's but their own: a variable may have the name of what every object has.
  const sizes: Record<string, number | undefined> = Object.create(null);
  for (const { variable, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const byDefault = given === undefined && defaultValue ? sizeOf(defaultValue, {}) : undefined;
    sizes[name] = Array.isArray(given) ? given.length : typeof given === "number" ? given : byDefault;
  }
  return sizes;
}

/**
 * The rows of a list without a page of its own, of the type that holds it.
 *
 * @param rows as many as it says of itself in its `extensions`
 */
export function rowsOf(node: FieldNode, type: GraphQLNamedType, page: number, sizes: Sizes, rows: unknown): number {
  if (type.name.endsWith("Connection")) return page;
  if (typeof rows === "number") return rows;
  const ids = node.arguments?.find(({ name }) => name.value === "ids")?.value;
  return ids ? sizeOf(ids, sizes) : usualList;
}

/** As many rows as a page may have; what is no size is refused elsewhere. */
export function pageOf(node: FieldNode, sizes: Sizes): number {
  const given = node.arguments?.find(({ name, value }) => {
    return (name.value === "first" || name.value === "last") && !isNull(value, sizes);
  });
  const size = given ? sizeOf(given.value, sizes) : pageSize.usual;
  return Math.min(Math.max(size, 0), pageSize.most);
}

function sizeOf(value: ValueNode, sizes: Sizes): number {
  if (value.kind === Kind.VARIABLE) return sizes[value.name.value] ?? 1;
  if (value.kind === Kind.INT) return Number(value.value);
  return value.kind === Kind.LIST ? value.values.length : 1;
}

const isNull = (value: ValueNode, sizes: Sizes) =>
  value.kind === Kind.NULL || (value.kind === Kind.VARIABLE && sizes[value.name.value] === undefined);
