import { type FastifyBaseLogger } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { type Answer } from "../graph/answer";
import { ourFault } from "./faults";

/** What came of an operation; its errors are presentable. */
export type Executed = Pick<Answer, "data" | "extensions"> & { errors?: readonly GraphQLError[] };

/** One request, as far as errors concern it. */
export interface Asked {
  requestId: string;
  log: FastifyBaseLogger;
  /** Whether Apollo came to look at the question. */
  reached: boolean;
  /** Whether the answer is to tell its licences. */
  licences: boolean;
  /** Tells when the caller has gone before the answer was sent. */
  signal?: AbortSignal | undefined;
  /** Who asks, where a key says so. */
  holder?: object;
  /** Whether the answer is of a time gone by, without errors. */
  isPast?: boolean;
  /** What came of the question, where it was asked before Apollo came to look at it. */
  executed?: Executed;
}

/**
 * An error as a caller may read it. One that was raised for callers (it has a code) or that says what is wrong with the
 * question is as it was; any other is logged with its cause, and the caller learns only the request id.
 */
export function presentable(error: unknown, { requestId, log }: Asked): GraphQLError {
  if (error instanceof GraphQLError && error.extensions["code"] !== undefined) return error;
  if (error instanceof GraphQLError && isOfTheQuestion(error)) return error;
  log.error({ err: error instanceof GraphQLError ? (error.originalError ?? error) : error }, "a question failed");
  const { message, code } = ourFault(requestId);
  const { nodes, path } = error instanceof GraphQLError ? error : {};
  // Apollo takes `http` out again. A whole answer that failed has no path and is a 500; one field that failed is null.
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    path: path ?? null,
    extensions: path ? { code } : { code, http: { status: 500 } },
  });
}

// graphql-js itself raises these without a code: before any field is reached (they have no path), or for an argument.
function isOfTheQuestion(error: GraphQLError): boolean {
  if (error.path === undefined && !error.originalError) return true;
  return /^(Variable "\$|Argument ")/.test(error.message);
}

/** Gives an error its code: our own rules' before Apollo's general one, and a bad argument's. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const code = ownCode(error) ?? formatted.extensions?.["code"];
  const { stacktrace: _, ...extensions } = formatted.extensions ?? {};
  return { ...formatted, extensions: { ...extensions, code } };
}

function ownCode(error: unknown): unknown {
  if (!(error instanceof GraphQLError)) return undefined;
  const { originalError } = error;
  if (originalError instanceof GraphQLError && originalError.extensions["code"])
    return originalError.extensions["code"];
  return error.extensions["code"] === undefined ? "BAD_USER_INPUT" : undefined;
}

/** The same errors, each with the id of its request. */
export function withRequestId(
  errors: readonly GraphQLFormattedError[],
  requestId: string,
): readonly GraphQLFormattedError[] {
  return errors.map((error) => ({ ...error, extensions: { ...error.extensions, requestId } }));
}
