import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isInterfaceType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionSetNode,
} from "graphql";

/** How many rows an answer holds: its objects, but for the pages of lists, which are none, and for introspection. */
export function rowsOf(schema: GraphQLSchema, document: DocumentNode, data: object, operationName?: string): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const operation = getOperationAST(document, operationName)!;

  /** All fields that may have given this key, with what types they are fields of. */
  const found = (selections: SelectionSetNode, type: GraphQLNamedType, key: string): [FieldNode, GraphQLNamedType][] =>
    selections.selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return (node.alias ?? node.name).value === key ? [[node, type]] : [];
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value)! : node;
      const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      return found(fragment.selectionSet, condition ?? type, key);
    });

  const within = (value: unknown, sets: readonly [SelectionSetNode, GraphQLNamedType][]): number => {
    if (value === null || typeof value !== "object") return 0;
    if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + within(item, sets), 0);
    const own = sets.some(([, type]) => type.name.endsWith("Connection") || type.name === "Query") ? 0 : 1;
    return Object.entries(value).reduce((sum, [key, below]) => {
      const fields = sets.flatMap(([selections, type]) => found(selections, type, key));
      const next = fields.flatMap(([{ name, selectionSet }, type]): [SelectionSetNode, GraphQLNamedType][] => {
        const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;
        return field && selectionSet ? [[selectionSet, getNamedType(field.type)]] : [];
      });
      // JSON in a leaf is no row, nor is what tells of the schema.
      return next.length > 0 ? sum + within(below, next) : sum;
    }, own);
  };

  return within(data, [[operation.selectionSet, schema.getQueryType()!]]);
}

/** The types whose objects can stand where a type does. */
export const possible = (schema: GraphQLSchema, type: GraphQLNamedType) =>
  isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
