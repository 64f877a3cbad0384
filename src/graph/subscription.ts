import { setTimeout as sleep } from "node:timers/promises";
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
} from "graphql";
import { type Answer, type Question } from "./answer";
import { badInput } from "./bad-input";
import { mapped } from "./mapped";
import { collect, type Document, fragmentsOf } from "./read/selection";
import { coerceVariables } from "./variables";

/** The numbers of revisions after one, in order, as they come; without one, of those to come. */
export type Revisions = (since: number | undefined) => AsyncIterableIterator<number>;

/** The part of the schema that is subscribed to. */
export const subscriptionSdl = `
"What can be subscribed to, over WebSocket (graphql-transport-ws at /graphql) or server-sent events (/graphql/stream)."
type Subscription {
  "Each revision as it is recorded, in order and none left out, told with the graph as of that revision. A client that comes back says which was its last."
  revised("The last revision the client knows, such as \`extensions.revision\` of what it read; those after it come first. Without it, only those to come." since: Int): Revision!
}
extend schema { subscription: Subscription }`;

/** How long to wait before a revision is read anew that could not be read yet, in milliseconds. */
const pause = 1_000;

/** Why a revision cannot be read yet: the store is away, or more is asked than may be. */
const later: ReadonlySet<unknown> = new Set(["UNAVAILABLE", "OVERLOADED", "TOO_MANY_AT_ONCE", "RATE_LIMITED"]);

/** Reads a revision for whoever listens, within what they may ask; an answer that is refused tells why. */
export type Within = (read: () => Promise<Answer>) => Promise<Answer>;

/**
 * Answers the subscription `revised`: for each revision the selection below it, read by the compiled read as of that
 * revision. So what is told does not depend on when it is told.
 *
 * @throws GraphQLError BAD_USER_INPUT if the operation is no such subscription
 */
export function createSubscribe(
  schema: GraphQLSchema,
  answer: (question: Question) => Promise<Answer>,
  revisions: Revisions,
) {
  return ({ document, operationName, variables, who }: Question, within: Within): AsyncIterableIterator<Answer> => {
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) throw unexpected();
    const given = coerceVariables(schema, operation, variables);
    if (given.errors) throw badInput(given.errors[0]!.message);
    const { coerced } = given;
    const type = schema.getSubscriptionType()!;
    const fragments = fragmentsOf(document);
    const [nodes] = collect({ schema, fragments, variables: coerced }, type, [operation.selectionSet]).values();
    const field = nodes?.[0];
    if (field?.name.value !== "revised") throw unexpected();
    const { since } = getArgumentValues(type.getFields()["revised"]!, field, coerced) as { since?: number | null };
    const query = readingOne(fragments, operation, nodes!);
    return mapped(revisions(since ?? undefined), async (number, over) => {
      for (;;) {
        const given = { ...variables, [numberVariable]: number };
        const asked = { document: query, variables: given, ...(who !== undefined && { who }) };
        const answered = await within(() => answer(asked));
        // A revision whose reading failed is named all the same, or who listens would not know what to ask again.
        if (!answered.errors?.some(({ extensions }) => later.has(extensions["code"])))
          return { ...answered, extensions: { ...answered.extensions, revision: number } };
        await sleep(pause, undefined, { signal: over });
      }
    });
  };
}

const unexpected = () => badInput("expected a subscription to `revised`");

const numberVariable = "revisedNumber";

/** What stands in the query of one revision instead of the subscription's own. */
const frame = parse(
  `query ($${numberVariable}: Int!) @asOf(revision: $${numberVariable}) { revision(number: $${numberVariable}) { id } }`,
  {
    noLocation: true,
  },
).definitions[0] as OperationDefinitionNode;

/** The subscription as a query for one revision, with everything that was selected of it. */
function readingOne(
  fragments: Document["fragments"],
  { variableDefinitions = [] }: OperationDefinitionNode,
  nodes: readonly FieldNode[],
): DocumentNode {
  const { name, arguments: args } = frame.selectionSet.selections[0] as FieldNode;
  const selections = nodes.map(
    (node): FieldNode => ({ ...node, alias: node.alias ?? node.name, name, arguments: args!, directives: [] }),
  );
  const query: OperationDefinitionNode = {
    ...frame,
    variableDefinitions: [...variableDefinitions, ...frame.variableDefinitions!],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  return { kind: Kind.DOCUMENT, definitions: [query, ...Object.values(fragments)] };
}
