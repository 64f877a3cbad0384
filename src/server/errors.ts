import { type FastifyBaseLogger } from "fastify";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { type Answer } from "../graph/answer";
import { ourFault } from "./faults";
import { maxErrors, maxTokens } from "./limits";

/** What came of an operation; its errors are presentable. */
export type Executed = Pick<Answer, "data" | "extensions"> & { errors?: readonly GraphQLError[] };

/**
 * An error as a caller may read it. One that was raised for callers (it has a code) or that says what is wrong with the
 * question is as it was; any other is logged with its cause, and the caller learns only the request id.
 */
export function presentable(error: unknown, requestId: string, log: FastifyBaseLogger): GraphQLError {
  if (error instanceof GraphQLError && error.extensions["code"] !== undefined) return error;
  if (error instanceof GraphQLError && isOfTheQuestion(error)) return error;
  const err = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  log.error({ reqId: requestId, err }, "a question failed");
  const { message, code } = ourFault(requestId);
  const { nodes, path } = error instanceof GraphQLError ? error : {};
  // Apollo takes `http` out again. A whole answer that failed has no path and is a 500; one field that failed is null.
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    path: path ?? null,
    extensions: path ? { code } : { code, http: { status: 500 } },
  });
}

/** How soon to come again where it can be answered then, in seconds, by the code of the error. */
const comeAgain: Readonly<Record<string, string>> = { UNAVAILABLE: "5", OVERLOADED: "1" };

/**
 * An error of a question that has no answer: where the store is away or has too much to do, HTTP says so too, and when to
 * come again. Of one that was stopped for taking too long it does not: to ask the same again would take as long again, and
 * that is what clients and proxies do by themselves where HTTP tells of a server in trouble.
 */
export function ofWhole(error: GraphQLError): GraphQLError {
  const seconds = comeAgain[String(error.extensions["code"])];
  if (seconds === undefined || error.extensions["http"]) return error;
  const { message, nodes, path, extensions } = error;
  const http = { status: 503, headers: new Map([["retry-after", seconds]]) };
  return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, extensions: { ...extensions, http } });
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
  if (/\d+ tokens\. Parsing aborted/.test(formatted.message))
    return { ...formatted, ...tooManyTokens, extensions: { ...extensions, code: "QUERY_TOO_LARGE" } };
  return { ...formatted, extensions: { ...extensions, code } };
}

const tooManyTokens = {
  message: `The document has more than ${maxTokens.toLocaleString("en")} words and signs, the limit; send values as variables, or ask in several operations`,
};

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

/** Whether a caller takes plain JSON by name, rather than as one of anything. */
export const namesJson = (accept: string | undefined): boolean =>
  accept !== undefined && /\bapplication\/(graphql-response\+)?json\b/.test(accept);

const ofTheDocument = new Set(["GRAPHQL_PARSE_FAILED", "GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"]);

/**
 * Whether a refusal is of the document or its variables: under `application/json` GraphQL over HTTP has it answered 200,
 * since a proxy might have refused as well. What is beyond our limits stays refused.
 *
 * @see https://graphql.github.io/graphql-over-http/draft/
 */
export function isOfTheDocument(body: string): boolean {
  const { errors = [] } = JSON.parse(body) as { errors?: { extensions?: { code?: string } }[] };
  return errors.every(({ extensions }) => ofTheDocument.has(extensions?.code ?? ""));
}

/** The first of many errors of a document: what is wrong many times is told some times. */
export function fewest(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  const isOfDocument = errors[0]?.extensions?.["code"] === "GRAPHQL_VALIDATION_FAILED";
  if (!isOfDocument || errors.length <= maxErrors) return errors;
  const last = errors[maxErrors - 1]!;
  const more = `${last.message} (and ${errors.length - maxErrors} more errors)`;
  return [...errors.slice(0, maxErrors - 1), { ...last, message: more }];
}
