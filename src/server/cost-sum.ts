import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { priceOf } from "../graph/price";
import { type IntrospectionCosting } from "./cost-introspection";
import { nothing, type Summed, sum, within } from "./cost-parts";
import { nowhere, type Place, pageOf, placeWithin, rowsOf } from "./cost-rows";
import { type Sizes } from "./cost-sizes";

/** What a total costs, in rows. */
const ofTotal = 10;

/** What costs are summed up by. */
export interface Costing {
  readonly schema: GraphQLSchema;
  readonly introspection: IntrospectionCosting;
}

/** Sums up what an operation costs, field by field. */
export function costOf(
  { schema, introspection }: Costing,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  sizes: Sizes,
): Summed {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  // A fragment is reckoned once for each sort of place it is spread in; one within itself is refused elsewhere.
  const ofFragments = new Map<string, Summed>();

  const ofFragment = (name: string, place: Place): Summed => {
    const key = `${name} ${JSON.stringify(place)}`;
    const found = ofFragments.get(key);
    if (found) return found;
    ofFragments.set(key, nothing);
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    const cost = fragment && type ? ofSelections(fragment.selectionSet, type, place) : nothing;
    ofFragments.set(key, cost);
    return cost;
  };

  const ofSelections = ({ selections }: SelectionSetNode, type: GraphQLNamedType, place: Place): Summed =>
    sum(
      selections.map((node) => {
        if (node.kind === Kind.FIELD) return ofField(node, type, place);
        if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value, place);
        const condition = node.typeCondition && schema.getType(node.typeCondition.name.value);
        return ofSelections(node.selectionSet, condition ?? type, place);
      }),
    );

  const ofField = (node: FieldNode, type: GraphQLNamedType, place: Place): Summed => {
    const name = node.name.value;
    if (name === "__schema" || name === "__type") return introspection(node, fragments);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    if (!field) return nothing;
    const { cost = name === "totalCount" ? ofTotal : 0, once = 0, needs } = priceOf(field);
    const own = cost + (needs ? ofSelections(needs, type, nowhere).cost : 0);
    const target = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(target)) return within(name, 1, own, once, nothing);
    const below = (page: number) =>
      ofSelections(node.selectionSet!, target, placeWithin(node, field, place, page, sizes));
    const isList = isListType(getNullableType(field.type));
    // A page is no row of its own: what it holds is.
    if (!isList && field.args.some((arg) => arg.name === "first"))
      return within(name, 1, own, once, below(pageOf(node, field, sizes)));
    const rows = isList ? rowsOf(node, field, type, place, sizes) : 1;
    return within(name, rows, own + rows, once, below(1));
  };

  return ofSelections(operation.selectionSet, schema.getRootType(operation.operation)!, nowhere);
}
