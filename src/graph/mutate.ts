import {
  type DocumentNode,
  execute,
  type GraphQLInputObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type TypeNode,
  visit,
} from "graphql";
import { type Answer, type Question } from "./answer";
import { inputTypesWithin } from "./input-types";

/** Root fields by their names; each is handed its arguments, and how it is asked. */
export type Root = Readonly<
  Record<string, (args: never, context: unknown, info: GraphQLResolveInfo) => Promise<object>>
>;

/**
 * Executes mutations.
 *
 * @param loose an input type whose values reach their field as they came, when they come as a variable: what is wrong
 *   with them is told row by row, where graphql-js would refuse the whole
 */
export function createMutate(schema: GraphQLSchema, loose: string) {
  const known = new WeakMap<DocumentNode, DocumentNode>();
  const looseTypes = inputTypesWithin(schema.getType(loose) as GraphQLInputObjectType);

  return async ({ document, operationName, variables }: Question, root: Root): Promise<Answer> => {
    const loosened = known.get(document) ?? loosen(document, looseTypes);
    known.set(document, loosened);
    const { data, errors } = await execute({
      schema,
      document: loosened,
      operationName,
      variableValues: variables as Record<string, unknown>,
      rootValue: root,
    });
    return { ...(data !== undefined && { data }), ...(errors && { errors }) };
  };
}

/** Whether a question changes something. */
export function isMutation({ document, operationName }: Pick<Question, "document" | "operationName">): boolean {
  return getOperationAST(document, operationName)?.operation === "mutation";
}

/** A document whose variables of these types take any JSON. */
function loosen(document: DocumentNode, types: ReadonlyMap<string, unknown>): DocumentNode {
  const innermost = (type: TypeNode): string =>
    type.kind === Kind.NAMED_TYPE ? type.name.value : innermost(type.type);
  const json: TypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: "JSON" } };
  return visit(document, {
    VariableDefinition(node) {
      if (!types.has(innermost(node.type))) return undefined;
      const isRequired = node.type.kind === Kind.NON_NULL_TYPE;
      return { ...node, type: isRequired ? { kind: Kind.NON_NULL_TYPE, type: json } : json };
    },
  });
}
