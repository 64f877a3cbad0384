import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
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
} from "graphql";
import { createIntrospectionCosting } from "./cost-introspection";
import { pageOf, rowsOf, type Sizes, sizesOf } from "./cost-sizes";
import { type Cost, nothing, sum, within } from "./cost-sum";

/** The most that one operation may cost. */
export const maxCost = 200_000;

type Variables = Readonly<Record<string, unknown>>;

/**
 * Reckons before an operation runs what it costs: a row counts one, a list as many as its page has room for, all
 * fragments apply, and all that `@include` and `@skip` may leave out is there. A total counts as ten rows; a field that
 * costs more than a row says so in its `extensions.cost`, a list longer than others in its `extensions.rows`. What is asked
 * of the schema itself is counted from that.
 */
export function createCosting(schema: GraphQLSchema) {
  const known = new WeakMap<DocumentNode, Map<string, Cost>>();
  const costing = { schema, introspection: createIntrospectionCosting(schema) };
  return (document: DocumentNode, operationName: string | undefined, variables: Variables): Cost => {
    const operation = getOperationAST(document, operationName);
    if (!operation) return nothing;
    const ofDocument = known.get(document) ?? new Map<string, Cost>();
    known.set(document, ofDocument);
    const sizes = sizesOf(operation, variables);
    const key = `${operationName ?? ""} ${JSON.stringify(sizes)}`;
    const found = ofDocument.get(key);
    if (found) return found;
    const cost = costOf(costing, document, operation, sizes);
    if (ofDocument.size >= 50) ofDocument.clear();
    ofDocument.set(key, cost);
    return cost;
  };
}

/** The refusal of an operation that costs too much; undefined for one that does not. */
export function tooCostly({ cost, most }: Cost): GraphQLError | undefined {
  if (cost <= maxCost) return undefined;
  const inWords = (number: number) => number.toLocaleString("en");
  const fields = most.map((part) => ({ field: part.path.join("."), cost: part.cost }));
  return new GraphQLError(
    `The operation costs ${inWords(cost)}, the limit is ${inWords(maxCost)}; most of it at ` +
      `${fields.map((part) => `${part.field} (${inWords(part.cost)})`).join(", ")}: ` +
      "ask for smaller pages there or above (`first`), or in several operations",
    { extensions: { code: "QUERY_TOO_COSTLY", cost, limit: maxCost, fields, http: { status: 400 } } },
  );
}

const ofTotal = 10;

interface Costing {
  readonly schema: GraphQLSchema;
  readonly introspection: ReturnType<typeof createIntrospectionCosting>;
}

function costOf(
  { schema, introspection }: Costing,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  sizes: Sizes,
): Cost {
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
    if (name === "__schema" || name === "__type") return introspection(node, fragments);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!field) return nothing;
    const own = ownCost(field);
    const target = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(target)) return within(name, 1, own, nothing);
    const isList = isListType(getNullableType(field.type));
    const takesFirst = field.args.some((arg) => arg.name === "first");
    // A page is no row of its own: what it holds is.
    if (takesFirst && !isList) {
      return within(name, 1, own, ofSelections(node.selectionSet, target, pageOf(node, sizes)));
    }
    const rows = takesFirst
      ? pageOf(node, sizes)
      : isList
        ? rowsOf(node, type, page, sizes, field.extensions["rows"])
        : 1;
    return within(name, rows, own + rows, ofSelections(node.selectionSet, target, 1));
  };

  return ofSelections(operation.selectionSet, schema.getRootType(operation.operation)!, 1);
}

/** What a field costs before its rows are counted. */
function ownCost({ name, extensions }: GraphQLField<unknown, unknown>): number {
  const { cost } = extensions;
  return typeof cost === "number" ? cost : name === "totalCount" ? ofTotal : 0;
}
