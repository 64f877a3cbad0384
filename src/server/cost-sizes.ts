import { Kind, type OperationDefinitionNode, type ValueNode } from "graphql";

/**
 * What variables hold that are given, as far as it tells how many rows are asked for; null for what is no size. By name; a
 * field of an input by `variable.field`; an input as one item of a list by `variable[]`.
 */
export type Sizes = Readonly<Record<string, number | null>>;

export function sizesOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Sizes {
  const sizes = Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) => {
      const name = variable.name.value;
      const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (given === undefined) return defaultValue ? sizesOfLiteral(name, defaultValue) : [];
      if (!isObject(given)) return [[name, count(given)] as const];
      const fields = Object.entries(given).map(([key, value]) => [`${name}.${key}`, count(value)] as const);
      return [[`${name}[]`, countItem(given, 1)] as const, ...fields];
    }),
  );
  // A variable may be called `constructor`, and not be given.
  return Object.setPrototypeOf(sizes, null) as Sizes;
}

/** Lists lie no deeper in what is counted; variables are refused that are deeper. */
const deepest = 64;

/** How much a value asks for: a number itself, a list what it holds, with all that lists within it hold. */
export const count = (value: unknown): number | null =>
  typeof value === "number" ? value : Array.isArray(value) ? countItems(value, 1) : null;

const countItems = (items: readonly unknown[], depth: number): number =>
  items.reduce<number>((sum, item) => sum + countItem(item, depth), 0);

function countItem(item: unknown, depth: number): number {
  if (!isObject(item) || depth > deepest) return 1;
  const lists = Object.values(item).filter((part) => Array.isArray(part));
  return lists.reduce<number>((sum, part) => sum + countItems(part, depth + 1), 1);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function sizesOfLiteral(name: string, value: ValueNode): (readonly [string, number | null])[] {
  if (value.kind !== Kind.OBJECT) return [[name, sizeGiven(value, {}) ?? null]];
  return value.fields.map((field) => [`${name}.${field.name.value}`, sizeGiven(field.value, {}) ?? null]);
}

/** The size of a value as it is written; null where none is meant, undefined where nothing is given. */
export function sizeGiven(value: ValueNode | undefined, sizes: Sizes): number | null | undefined {
  if (value === undefined || value.kind === Kind.NULL) return value && null;
  return value.kind === Kind.VARIABLE ? sizes[value.name.value] : sizeOf(value, sizes);
}

/** The same, 1 where it is no size. */
export function sizeOf(value: ValueNode, sizes: Sizes): number {
  if (value.kind === Kind.VARIABLE) return sizes[value.name.value] ?? 1;
  if (value.kind === Kind.INT) return Number(value.value);
  return value.kind === Kind.LIST ? value.values.reduce((sum, item) => sum + sizeOfItem(item, sizes), 0) : 1;
}

function sizeOfItem(item: ValueNode, sizes: Sizes): number {
  if (item.kind === Kind.VARIABLE) return sizes[`${item.name.value}[]`] ?? 1;
  if (item.kind !== Kind.OBJECT) return 1;
  return item.fields.reduce((sum, { value }) => sum + (value.kind === Kind.LIST ? sizeOf(value, sizes) : 0), 1);
}
