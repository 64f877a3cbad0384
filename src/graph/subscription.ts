import {
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import { getVariableValues } from "graphql/execution/values";
import { type Answer, type Question } from "./answer";
import { mapped } from "./mapped";

/** The numbers of revisions after one, in order, as they come; without one, of those to come. */
export type Revisions = (since: number | undefined) => AsyncIterableIterator<number>;

/** The part of the schema that is subscribed to. */
export const subscriptionSdl = `
"What can be subscribed to, over WebSocket (graphql-transport-ws at /graphql) or server-sent events (/graphql/stream)."
type Subscription {
  "Each revision as it is recorded, in order and none left out. A client that comes back says which was its last."
  revised("The last revision the client knows; those after it come first. Without it, only those to come." since: Int): Revision!
}
extend schema { subscription: Subscription }`;

/**
 * Answers the subscription `revised`: for each revision the selection below it, read by the compiled read.
 *
 * @throws GraphQLError BAD_USER_INPUT if the operation is no such subscription
 */
export function createSubscribe(
  schema: GraphQLSchema,
  answer: (question: Question) => Promise<Answer>,
  revisions: Revisions,
) {
  return ({ document, operationName, variables }: Question): AsyncIterableIterator<Answer> => {
    const operation = getOperationAST(document, operationName);
    const field = operation?.selectionSet.selections.find((selection) => selection.kind === Kind.FIELD);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION || field?.name.value !== "revised") {
      throw new GraphQLError("expected a subscription to `revised`", { extensions: { code: "BAD_USER_INPUT" } });
    }
    const coerced = getVariableValues(
      schema,
      operation.variableDefinitions ?? [],
      variables as Record<string, unknown>,
    );
    if (coerced.errors) throw coerced.errors[0]!;
    const given = field.arguments?.find(({ name }) => name.value === "since")?.value;
    const since =
      given?.kind === Kind.VARIABLE
        ? coerced.coerced[given.name.value]
        : given?.kind === Kind.INT
          ? Number(given.value)
          : undefined;
    const numbers = revisions((since ?? undefined) as number | undefined);
    const query = readingOne(document, operation, field);
    const read = (number: number) => answer({ document: query, variables: { ...variables, [numberVariable]: number } });
    return mapped(numbers, read);
  };
}

const numberVariable = "revisedNumber";

/** The subscription as a query for one revision, with everything that was selected of it. */
function readingOne(document: DocumentNode, operation: OperationDefinitionNode, field: FieldNode): DocumentNode {
  const name = { kind: Kind.NAME as const, value: numberVariable };
  const variable = { kind: Kind.VARIABLE as const, name };
  const type = {
    kind: Kind.NON_NULL_TYPE as const,
    type: { kind: Kind.NAMED_TYPE as const, name: { kind: Kind.NAME as const, value: "Int" } },
  };
  const asked: FieldNode = {
    ...field,
    alias: field.alias ?? field.name,
    name: { kind: Kind.NAME, value: "revision" },
    arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: "number" }, value: variable }],
  };
  const query: OperationDefinitionNode = {
    ...operation,
    operation: OperationTypeNode.QUERY,
    variableDefinitions: [...(operation.variableDefinitions ?? []), { kind: Kind.VARIABLE_DEFINITION, variable, type }],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [asked] },
  };
  return {
    kind: Kind.DOCUMENT,
    definitions: [query, ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)],
  };
}
