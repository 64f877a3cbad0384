import { type FastifyBaseLogger } from "fastify";
import { type DocumentNode, GraphQLError, getOperationAST, OperationTypeNode } from "graphql";
import { isMutation } from "../graph/mutate";
import { type Allowance } from "./allowance";
import { type Asker } from "./asker";
import { createCosting, tooCostly } from "./cost";
import { type Executed, ofWhole, presentable } from "./errors";
import { type ServerParts } from "./parts";
import { tooManyVariables } from "./variable-limits";

/** An operation to be answered; its document is valid. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What came of an operation, and what lets it be kept, where it may be. */
export interface Done extends Executed {
  readonly stands?: Stands;
}

/** The revision that an answer without errors was read at, and whether that was asked for. */
export interface Stands {
  readonly revision: number;
  readonly isPast: boolean;
}

/** Answers one operation; never throws. */
export type Execute = (operation: Operation, asker: Asker) => Promise<Done>;

/** Answers operations whose documents are valid, within what whoever asks may. */
export function createExecute(
  { schema, answer, mutate }: ServerParts,
  { within }: Allowance,
  log: FastifyBaseLogger,
): Execute {
  const cost = createCosting(schema);
  return async ({ document, operationName, variables }, asker) => {
    // What a partner submits may hold as much as a data file, and is told row by row what is wrong with it.
    const refused = asker.holder ? undefined : tooManyVariables(variables);
    if (refused) return { errors: [refused] };
    const reckoned = cost(document, operationName, variables);
    const refusal = tooCostly(reckoned);
    if (refusal) return { errors: [refusal] };
    if (getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION)
      return { errors: [staysOpen()] };
    try {
      const { requestId, licences, holder } = asker;
      const changes = isMutation({ document, operationName });
      const { data, errors, extensions, isPast } = await within(asker.who, reckoned.cost, () => {
        const question = { document, operationName, variables, requestId, licences, who: asker.who };
        if (changes && mutate) return mutate(question, holder);
        return answer(asker.gone ? { ...question, gone: asker.gone } : question);
      });
      const told: Record<string, unknown> = { ...extensions, cost: reckoned.cost };
      const answered = data === undefined ? { extensions: told } : { data, extensions: told };
      if (errors) {
        const shown = errors.map((error) => presentable(error, requestId, log));
        // A mutation whose field is null has no answer either.
        return { ...answered, errors: data && !changes ? shown : shown.map(ofWhole) };
      }
      const revision = told["revision"];
      if (changes || typeof revision !== "number") return answered;
      return { ...answered, stands: { revision, isPast: isPast === true } };
    } catch (error) {
      return { errors: [ofWhole(presentable(error, asker.requestId, log))] };
    }
  };
}

const staysOpen = () =>
  new GraphQLError("a subscription is no question with one answer: subscribe at /graphql/stream or over WebSocket", {
    extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
  });
