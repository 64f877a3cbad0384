import { type GraphQLInputObjectType, getNamedType, isInputObjectType } from "graphql";

/** An input type and all input types within it, by their names, each before those within it. */
export function inputTypesWithin(
  type: GraphQLInputObjectType,
  found = new Map<string, GraphQLInputObjectType>(),
): ReadonlyMap<string, GraphQLInputObjectType> {
  if (found.has(type.name)) return found;
  found.set(type.name, type);
  for (const field of Object.values(type.getFields())) {
    const part = getNamedType(field.type);
    if (isInputObjectType(part)) inputTypesWithin(part, found);
  }
  return found;
}
