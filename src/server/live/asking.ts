import { type FastifyBaseLogger } from "fastify";
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { type Answer } from "../../graph/answer";
import { mapped } from "../../graph/mapped";
import { RawJson } from "../../graph/raw-json";
import { type Within } from "../../graph/subscription";
import { isRefusal } from "../allowance";
import { type Asker } from "../asker";
import { createCosting, tooCostly } from "../cost";
import { presentable } from "../errors";
import { type Answering } from "../graphql";
import { limitsRule, maxTokens, validationOptions } from "../limits";
import { type Operation } from "../operations";
import { type ServerParts } from "../parts";
import { withRevision } from "../tell-revision";
import { tooManyVariables } from "../variable-limits";

/** An operation as it came over a connection. */
export interface Asked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** Reads and answers what is asked over connections that stay. */
export interface Asking {
  /** The operation that somebody asks, or what is wrong with it. */
  read(asked: Asked, who: string): Promise<Operation | readonly GraphQLError[]>;
  /** The answer of an operation that is wrong: what is wrong with it, and the latest revision. */
  refused(errors: readonly GraphQLError[]): Promise<ExecutionResult>;
  /** Answers a query; never throws. */
  execute(sound: Operation, asker: Pick<Asker, "requestId" | "who">): Promise<ExecutionResult>;
  /** Answers a subscription, or with an error if it cannot be begun; never throws, nor do its answers. */
  subscribe(
    sound: Operation,
    asker: Pick<Asker, "requestId" | "who">,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
}

/** Undefined where nothing can be subscribed to. */
export function createAsking(
  { schema, subscribe, revision }: ServerParts,
  { execute, reading, allowance }: Pick<Answering, "execute" | "reading" | "allowance">,
  log: FastifyBaseLogger,
): Asking | undefined {
  if (!subscribe) return undefined;
  const cost = createCosting(schema);
  const shown = (error: unknown, requestId: string) => presentable(error, requestId, log);
  const refused = (errors: readonly GraphQLError[]) => withRevision(result({ errors }), revision);
  const failed = (error: unknown, requestId: string) => refused([shown(error, requestId)]);
  return {
    async read({ query, operationName, variables }, who) {
      const unread = await reading.refused(who);
      if (unread) return [refusal(unread.fault.message, unread.fault.code)];
      const document = soundOf(schema, query);
      await reading.count(who, query, "kind" in document);
      if (!("kind" in document)) return document;
      const sound = { document, operationName: operationName ?? undefined, variables: variables ?? {} };
      const operation = getOperationAST(document, sound.operationName);
      if (!operation) return [refusal("expected an operation to run; name one of the document's with `operationName`")];
      if (operation.operation === OperationTypeNode.MUTATION)
        return [refusal("a mutation is asked by POST at /graphql, not over a connection that stays")];
      const refused =
        tooManyVariables(sound.variables) ?? tooCostly(cost(document, sound.operationName, sound.variables));
      return refused ? [refused] : sound;
    },
    refused,
    async execute(sound, asker) {
      const { errors, stands: _, ...answered } = await execute(sound, { ...asker, licences: false });
      if (!errors) return result(answered);
      return withRevision(result({ ...answered, errors: errors.map(withoutStatus) }), revision);
    },
    async subscribe(sound, { requestId, who }) {
      const { cost: each } = cost(sound.document, sound.operationName, sound.variables);
      const within: Within = (read) => allowance.within(who, each, read).catch(refusalAsAnswer);
      const told = (answer: Answer) => result({ ...answer, extensions: { ...answer.extensions, cost: each } });
      try {
        return endingWith(mapped(subscribe({ ...sound, who }, within), told), (error) => failed(error, requestId));
      } catch (error) {
        return await failed(error, requestId);
      }
    },
  };
}

/** The document, or what is wrong with it. */
function soundOf(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  const document = parsed(query);
  if (!("kind" in document)) return document;
  const errors = faultsOf(schema, document);
  return errors.length > 0 ? errors.map((error) => coded(error, "GRAPHQL_VALIDATION_FAILED")) : document;
}

function parsed(query: string): DocumentNode | readonly GraphQLError[] {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return [coded(error, "GRAPHQL_PARSE_FAILED")];
    throw error;
  }
}

/** What is wrong with a document by itself. */
function faultsOf(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  try {
    return validate(schema, document, [...specifiedRules, limitsRule], validationOptions);
  } catch (error) {
    // graphql-js throws where a variable decides whether the one field of a subscription is there at all.
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/** The error with this code, unless it has one of its own. */
const coded = ({ message, nodes, source, positions, extensions }: GraphQLError, code: string) =>
  new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code, ...extensions },
  });

/** The error without what only an answer of HTTP could say. */
function withoutStatus({ message, nodes, path, extensions }: GraphQLError): GraphQLError {
  const { http: _, ...told } = extensions;
  return new GraphQLError(message, { nodes: nodes ?? null, path: path ?? null, extensions: told });
}

/** What is refused for the time being, as an answer; all else that goes wrong goes on. */
function refusalAsAnswer(error: unknown): Answer {
  if (isRefusal(error)) return { errors: [error] };
  throw error;
}

const refusal = (message: string, code = "BAD_USER_INPUT") => new GraphQLError(message, { extensions: { code } });

function result({ data, errors, extensions }: Answer): ExecutionResult {
  const plain = data instanceof RawJson ? (JSON.parse(data.text) as Record<string, unknown>) : data;
  return { ...(plain !== undefined && { data: plain }), ...(errors && { errors }), ...(extensions && { extensions }) };
}

/** The same answers; one that fails is told in its place, and is the last. */
function endingWith(
  answers: AsyncIterableIterator<ExecutionResult>,
  failed: (error: unknown) => Promise<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  let isOver = false;
  const iterator: AsyncIterableIterator<ExecutionResult> = {
    ...answers,
    next: async () => {
      if (isOver) return { value: undefined, done: true };
      try {
        return await answers.next();
      } catch (error) {
        isOver = true;
        return { value: await failed(error), done: false };
      }
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
