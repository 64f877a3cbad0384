import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { pageSize } from "../graph/sdl";

/** The most objects that one answer may hold. */
export const maxCost = 100_000;

/** How many objects an answer can hold, and the field that brings the most of them, from the root. */
export interface Cost {
  readonly objects: number;
  readonly path: readonly string[];
}

type Variables = Readonly<Record<string, unknown>>;

/**
 * Reckons before an operation runs what its answer can hold: a list counts with the size of its page, all fragments
 * apply, and all that `@include` and `@skip` may leave out is there. A total counts as ten objects.
 */
export function createCosting(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, Map<string, Cost>>();
  return (document: DocumentNode, operationName: string | undefined, variables: Variables): Cost => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return nothing;
    const ofDocument = known.get(document) ?? new Map<string, Cost>();
    known.set(document, ofDocument);
    const sizes = sizesOf(operation, variables);
    const key = `${operationName ?? ""} ${JSON.stringify(sizes)}`;
    const found = ofDocument.get(key);
    if (found) return found;
    const cost = costOf(schema, document, operation, sizes);
    if (ofDocument.size >= 50) ofDocument.clear();
    ofDocument.set(key, cost);
    return cost;
  };
}

/** The refusal of an operation that costs too much; undefined for one that does not. */
export function tooCostly({ objects, path }: Cost): GraphQLError | undefined {
  if (objects <= maxCost) return undefined;
  const [cost, limit] = [objects, maxCost].map((number) => number.toLocaleString("en"));
  return new GraphQLError(
    `The answer could hold ${cost} objects, the limit is ${limit}; most of them at ${path.join(".")}: ` +
      "ask for smaller pages there (`first`), or in several operations",
    {
      extensions: {
        code: "QUERY_TOO_COSTLY",
        cost: objects,
        limit: maxCost,
        field: path.join("."),
        http: { status: 400 },
      },
    },
  );
}

/** How many rows a list without pages is taken to have. */
const usualList = 5;

const ofTotal = 10;

const nothing: Cost = { objects: 0, path: [] };

function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, sizes: Sizes): Cost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  // A fragment is reckoned once for each size of page it is spread on; one within itself is refused elsewhere.
  const ofFragments = new Map<string, Cost>();

  const ofFragment = (name: string, page: number): Cost => {
    const key = `${name} ${page}`;
    const found = ofFragments.get(key);
    if (found) return found;
    ofFragments.set(key, nothing);
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const cost = fragment && type ? ofSelections(fragment.selectionSet, type, page) : nothing;
    ofFragments.set(key, cost);
    return cost;
  };

  const ofSelections = ({ selections }: SelectionSetNode, type: GraphQLNamedType, page: number): Cost =>
    sum(
      selections.map((node) => {
        if (node.kind === Kind.FIELD) return ofField(node, type, page);
        if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value, page);
        const condition = node.typeCondition && schema.getType(node.typeCondition.name.value);
        return ofSelections(node.selectionSet, condition ?? type, page);
      }),
    );

  /** @param page the size of the page that `type` is, where it is one */
  const ofField = (node: FieldNode, type: GraphQLNamedType, page: number): Cost => {
    const name = node.name.value;
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!field) return nothing;
    if (name === "totalCount") return { objects: ofTotal, path: [name] };
    const target = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(target)) return nothing;
    const isList = isListType(getNullableType(field.type));
    const takesFirst = field.args.some((arg) => arg.name === "first");
    const isPaged = takesFirst && !isList;
    const below = ofSelections(node.selectionSet, target, isPaged ? pageOf(node, sizes) : 1);
    // A page is no object of its own: what it holds is.
    if (isPaged) return { objects: below.objects, path: [name, ...below.path] };
    const rows = takesFirst ? pageOf(node, sizes) : isList ? rowsOf(node, type, page, sizes) : 1;
    return { objects: rows * (1 + below.objects), path: [name, ...below.path] };
  };

  return ofSelections(operation.selectionSet, schema.getRootType(operation.operation)!, 1);
}

function rowsOf(node: FieldNode, type: GraphQLNamedType, page: number, sizes: Sizes): number {
  if (type.name.endsWith("Connection")) return page;
  const ids = node.arguments?.find(({ name }) => name.value === "ids")?.value;
  return ids ? sizeOf(ids, sizes) : usualList;
}

/** As many rows as a page may have; what is no size is refused elsewhere. */
function pageOf(node: FieldNode, sizes: Sizes): number {
  const given = node.arguments?.find(({ name, value }) => {
    return (name.value === "first" || name.value === "last") && !isNull(value, sizes);
  });
  const size = given ? sizeOf(given.value, sizes) : pageSize.usual;
  return Math.min(Math.max(size, 0), pageSize.most);
}

/** What variables hold, as far as it tells how many rows are asked for. */
type Sizes = Readonly<Record<string, number | undefined>>;

function sizesOf({ variableDefinitions = [] }: OperationDefinitionNode, variables: Variables): Sizes {
  return Object.fromEntries(
    variableDefinitions.map(({ variable, defaultValue }) => {
      const given = variables[variable.name.value];
      const byDefault = given === undefined && defaultValue ? sizeOf(defaultValue, {}) : undefined;
      return [variable.name.value, Array.isArray(given) ? given.length : typeof given === "number" ? given : byDefault];
    }),
  );
}

function sizeOf(value: ValueNode, sizes: Sizes): number {
  if (value.kind === Kind.VARIABLE) return sizes[value.name.value] ?? 1;
  if (value.kind === Kind.INT) return Number(value.value);
  return value.kind === Kind.LIST ? value.values.length : 1;
}

const isNull = (value: ValueNode, sizes: Sizes) =>
  value.kind === Kind.NULL || (value.kind === Kind.VARIABLE && sizes[value.name.value] === undefined);

function sum(costs: readonly Cost[]): Cost {
  const most = costs.reduce((max, cost) => (cost.objects > max.objects ? cost : max), nothing);
  return { objects: costs.reduce((total, { objects }) => total + objects, 0), path: most.path };
}
