import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from "graphql";
import { nothing, type Summed, sum, within } from "./cost-parts";

/** What a name, a description, a kind costs: they are looked up one by one, which takes longer than those of stored rows. */
const ofLeaf = 0.5;

/**
 * How many rows lists of `__schema` and `__type` have: among all types as many as there are by the mean, so that the sum is
 * right; elsewhere as many as the greatest of them has, since one may ask for that one again and again.
 */
interface Rows {
  readonly mean: number;
  readonly most: number;
}

type Counts = Readonly<Record<string, Rows>>;

/** What `__schema` or `__type` cost where they are asked for. */
export type IntrospectionCosting = (root: FieldNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>) => Summed;

/** Counts from the schema itself: each type, field and argument is a row. */
export function createIntrospectionCosting(schema: GraphQLSchema): IntrospectionCosting {
  const counts = countsOf(schema);
  return (root, fragments) => {
    const known = new Map<string, Summed>();

    const ofFragment = (name: string, isOfAll: boolean): Summed => {
      const key = `${name} ${isOfAll}`;
      const found = known.get(key);
      if (found) return found;
      // One within itself is refused elsewhere.
      known.set(key, nothing);
      const fragment = fragments.get(name);
      const cost = fragment ? ofSelections(fragment.selectionSet, isOfAll) : nothing;
      known.set(key, cost);
      return cost;
    };

    const ofSelections = ({ selections }: SelectionSetNode, isOfAll: boolean): Summed =>
      sum(
        selections.map((node) => {
          if (node.kind === Kind.FIELD) return ofField(node, isOfAll);
          if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value, isOfAll);
          return ofSelections(node.selectionSet, isOfAll);
        }),
      );

    /** @param isOfAll whether what holds the field is each of all types, or within that */
    const ofField = ({ name: { value: name }, selectionSet }: FieldNode, isOfAll: boolean): Summed => {
      if (!selectionSet) return within(name, 1, ofLeaf, 0, nothing);
      const rows = counts[name]?.[isOfAll ? "mean" : "most"] ?? 1;
      const staysOfAll = name === "types" || (isOfAll && (name === "fields" || name === "args"));
      return within(name, rows, rows, 0, ofSelections(selectionSet, staysOfAll));
    };

    return whole(ofField(root, false));
  };
}

/** In whole rows; what is a whole number but for the arithmetic of computers is that. */
const whole = ({ cost, once, most }: Summed): Summed => ({
  cost: up(cost),
  once,
  most: most.map((part) => ({ ...part, cost: up(part.cost) })),
});

const up = (cost: number) => Math.ceil(cost - 1e-6);

function countsOf(schema: GraphQLSchema): Counts {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives();
  const withFields = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = withFields.flatMap((type) => Object.values(type.getFields()));
  const lengths = (sizes: readonly number[], among: number): Rows => ({
    mean: sizes.reduce((total, size) => total + size, 0) / Math.max(among, 1),
    most: Math.max(0, ...sizes),
  });
  const ofTypes = (sizes: readonly number[]) => lengths(sizes, types.length);
  const exactly = (count: number): Rows => ({ mean: count, most: count });
  const args = fields.map((field) => field.args.length);
  return {
    types: exactly(types.length),
    directives: exactly(directives.length),
    fields: ofTypes(withFields.map((type) => Object.keys(type.getFields()).length)),
    inputFields: ofTypes(types.filter(isInputObjectType).map((type) => Object.keys(type.getFields()).length)),
    enumValues: ofTypes(types.filter(isEnumType).map((type) => type.getValues().length)),
    interfaces: ofTypes(withFields.map((type) => type.getInterfaces().length)),
    possibleTypes: ofTypes(
      types
        .filter((type) => isInterfaceType(type) || isUnionType(type))
        .map((type) => schema.getPossibleTypes(type).length),
    ),
    args: {
      mean: lengths(args, fields.length).mean,
      most: Math.max(0, ...args, ...directives.map((directive) => directive.args.length)),
    },
  };
}
