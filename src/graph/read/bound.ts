import {
  type DirectiveNode,
  type FieldNode,
  type GraphQLArgument,
  GraphQLError,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
  valueFromAST,
} from "graphql";

/** Coerced values of an operation's variables, by name. */
export type Variables = Readonly<Record<string, unknown>>;

/** A value whose place is known and whose content may differ from request to request. */
export interface Leaf {
  readonly kind: "leaf";
  /** What it holds in the request that is being compiled. */
  readonly now: unknown;
  /** What it holds in a request with these variables. */
  read(variables: Variables): unknown;
}

/** An argument as its structure (which shapes the SQL) and its leaves (which become parameters). */
export type Bound =
  | Leaf
  | { readonly kind: "list"; readonly items: readonly Bound[] }
  | { readonly kind: "fields"; readonly entries: ReadonlyMap<string, Bound> };

/** The arguments of a field or directive; absent and null ones are left out, defaults are filled in. */
export function bindArguments(
  node: Pick<FieldNode, "arguments"> | DirectiveNode,
  args: readonly GraphQLArgument[],
  variables: Variables,
): ReadonlyMap<string, Bound> {
  const bound = new Map<string, Bound>();
  for (const { name, type, defaultValue } of args) {
    const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
    const value = bind(given, type, variables) ?? bindValue(defaultValue, type, () => defaultValue);
    if (value) bound.set(name, value);
  }
  return bound;
}

function bind(node: ValueNode | undefined, type: GraphQLInputType, variables: Variables): Bound | undefined {
  if (!node || node.kind === Kind.NULL) return undefined;
  if (node.kind === Kind.VARIABLE) {
    const { value } = node.name;
    // Validation lets a variable with a default stand where null may not; it may be given as null all the same.
    if (isNonNullType(type) && variables[value] === null) throw isNull(value, type);
    return bindValue(variables[value], type, (given) => given[value]);
  }
  const nullable = getNullableType(type);
  if (isLeafType(getNamedType(nullable))) return bindLeaf(node, nullable, variables);
  if (isListType(nullable)) {
    const items = node.kind === Kind.LIST ? node.values : [node];
    return { kind: "list", items: items.flatMap((item) => bind(item, nullable.ofType, variables) ?? []) };
  }
  if (!isInputObjectType(nullable) || node.kind !== Kind.OBJECT) return undefined;
  const entries = Object.values(nullable.getFields()).flatMap((field) => {
    const given = node.fields.find(({ name }) => name.value === field.name)?.value;
    const value = bind(given, field.type, variables);
    const filled = value ?? bindValue(field.defaultValue, field.type, () => field.defaultValue);
    return filled ? [[field.name, filled] as const] : [];
  });
  return { kind: "fields", entries: new Map(entries) };
}

/** A literal leaf, or a literal list of leaves that may hold variables. */
function bindLeaf(node: ValueNode, type: GraphQLInputType, variables: Variables): Leaf {
  const read = (given: Variables) => {
    const value = valueFromAST(node, type, given);
    if (value !== undefined) return value;
    const [name = ""] = variablesIn(node).filter((variable) => given[variable] === null);
    throw isNull(name, type);
  };
  const now = read(variables);
  return { kind: "leaf", now, read: variablesIn(node).length > 0 ? read : () => now };
}

const variablesIn = (node: ValueNode) =>
  node.kind === Kind.LIST ? node.values.flatMap((item) => (item.kind === Kind.VARIABLE ? item.name.value : [])) : [];

const isNull = (variable: string, type: GraphQLInputType) =>
  new GraphQLError(`Variable "$${variable}" stands where ${type} is expected, got null`, {
    extensions: { code: "BAD_USER_INPUT" },
  });

type Get = (variables: Variables) => unknown;

function bindValue(value: unknown, type: GraphQLInputType, get: Get): Bound | undefined {
  if (value === null || value === undefined) return undefined;
  const nullable = getNullableType(type);
  if (isLeafType(getNamedType(nullable))) return { kind: "leaf", now: value, read: get };
  if (isListType(nullable)) {
    const items = (value as unknown[]).flatMap((item, i) => {
      return bindValue(item, nullable.ofType, (given) => (get(given) as unknown[])[i]) ?? [];
    });
    return { kind: "list", items };
  }
  if (!isInputObjectType(nullable)) return undefined;
  const entries = Object.values(nullable.getFields()).flatMap(({ name, type: fieldType }) => {
    const part = (value as Variables)[name];
    const bound = bindValue(part, fieldType, (given) => (get(given) as Variables)[name]);
    return bound ? [[name, bound] as const] : [];
  });
  return { kind: "fields", entries: new Map(entries) };
}

/** The leaf of this name, if given. */
export function leaf(bound: ReadonlyMap<string, Bound>, name: string): Leaf | undefined {
  const value = bound.get(name);
  return value?.kind === "leaf" ? value : undefined;
}
