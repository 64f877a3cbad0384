import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { getVariableValues } from "graphql/execution/values";

/** How many errors of variables are told, and how long each may be: graphql-js prints what came whole, once an error. */
const most = { errors: 8, message: 600 };

type Coerced =
  | { readonly coerced: Readonly<Record<string, unknown>>; readonly errors?: undefined }
  | { readonly errors: readonly GraphQLError[] };

/** The variables of an operation as it declares them, or what is wrong with them: errors with the code BAD_USER_INPUT. */
export function coerceVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Coerced {
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, { ...given }, { maxErrors: most.errors });
  if (errors) return { errors: errors.map(badUserInput) };
  // Nobody's but their own: a variable may have the name of what every object has.
  return { coerced: Object.assign(Object.create(null), coerced) };
}

const badUserInput = ({ message, nodes, extensions }: GraphQLError) =>
  new GraphQLError(shortened(message), { nodes: nodes ?? null, extensions: { code: "BAD_USER_INPUT", ...extensions } });

/** The beginning says what came, the end what was expected. */
function shortened(message: string): string {
  const half = most.message / 2;
  return message.length > most.message ? `${message.slice(0, half)} ... ${message.slice(-half)}` : message;
}
