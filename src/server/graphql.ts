import { type ServerResponse } from "node:http";
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { type FastifyInstance, type FastifyRequest } from "fastify";
import {
  type FormattedExecutionResult,
  GraphQLError,
  getOperationAST,
  isInputObjectType,
  OperationTypeNode,
  printSchema,
} from "graphql";
import { jsonSchemaOf } from "../graph/json-schema";
import { isMutation } from "../graph/mutate";
import { RawJson } from "../graph/raw-json";
import { bearer } from "./bearer";
import { limitBodies } from "./body-size";
import { createCosting, tooCostly } from "./cost";
import { type Asked, type Executed, formatError, presentable, withRequestId } from "./errors";
import { limitsRule, maxTokens, partnerBodyLimit } from "./limits";
import { type ServerParts } from "./parts";
import { playgroundPage } from "./playground";
import { forEver } from "./policies";
import { type Quick, Quickly } from "./quick";
import { type Web } from "./web";

/**
 * `/graphql` asks the graph (GET and POST) and shows the playground to a browser; `/schema.graphql` is the schema as text,
 * `/submission.schema.json` the shape of a submission for editors.
 */
export async function addGraphql(server: FastifyInstance, parts: ServerParts, web: Web | undefined): Promise<void> {
  const quickly = new Quickly();
  const execute = executor(parts);
  const apollo = apolloServer(server, parts, execute, quickly, playgroundPage(web));
  await apollo.start();
  server.addHook("onClose", () => apollo.stop());
  server.route({
    method: ["GET", "POST"],
    url: "/graphql",
    exposeHeadRoute: false,
    bodyLimit: partnerBodyLimit,
    onRequest: bearer(parts.identify),
    preParsing: limitBodies(server.initialConfig.bodyLimit!),
    handler: async (request, reply) => {
      const asked: Asked = {
        requestId: request.id,
        log: request.log,
        reached: false,
        signal: goneSignal(reply.raw),
        licences: isYes(request.headers["citegraph-licences"]),
        ...(request.holder && { holder: request.holder }),
      };
      const quick = quickly.read(request);
      if (quick) {
        const { errors, ...answered } = await execute(quick, asked);
        if (!errors) return reply.headers(plainHeaders).send(stringifyResult(answered));
        // Errors have their shape from Apollo; the question is not asked twice.
        asked.executed = { ...answered, errors };
      }
      const { headers, body, status } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: requestOf(request),
        context: async () => ({ asked }),
      });
      for (const [name, value] of headers) reply.header(name, value);
      if (headers.get("content-type") === "text/html") reply.type("text/html; charset=utf-8");
      if (asked.isPast && request.method === "GET") reply.header("cache-control", forEver);
      reply.headers(varying).code(status ?? 200);
      if (body.kind === "chunked") return reply.send(body.asyncIterator);
      // What Apollo refuses before it looks at the question does not pass the plugins that add the request id and the revision.
      if (asked.reached || (status ?? 200) < 400) return body.string;
      return refused(body.string, request.id, await parts.revision?.().catch(() => undefined));
    },
  });
  const sdl = printSchema(parts.schema);
  const submission = parts.schema.getType("Submission");
  if (isInputObjectType(submission)) {
    const jsonSchema = JSON.stringify(jsonSchemaOf(submission));
    server.get("/submission.schema.json", (_request, reply) => reply.type("application/schema+json").send(jsonSchema));
  }
  server.get("/schema.graphql", (_request, reply) => reply.type("text/plain; charset=utf-8").send(sdl));
}

/** Tells when a connection is closed before what is answered on it was sent. */
function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

const isYes = (header: unknown) => header === "1" || header === "true";

const varying = { vary: "accept, citegraph-licences" };

/** What Apollo sends with an answer in JSON. */
const plainHeaders = { "content-type": "application/json; charset=utf-8", ...varying };

interface Context {
  asked: Asked;
}

type Execute = (quick: Quick, asked: Asked) => Promise<Executed>;

/** Answers one operation whose document is valid; never throws. */
function executor({ schema, answer, mutate }: ServerParts): Execute {
  const cost = createCosting(schema);
  return async ({ document, operationName, variables }, asked) => {
    const refusal = tooCostly(cost(document, operationName, variables));
    if (refusal) return { errors: [refusal] };
    if (getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION)
      return { errors: [staysOpen()] };
    try {
      const { requestId, licences, holder, signal } = asked;
      const question = { document, operationName, variables };
      const { errors, isPast, ...rest } =
        mutate && isMutation(question)
          ? await mutate(question, holder)
          : await answer({ ...question, requestId, licences, signal });
      if (errors) return { ...rest, errors: errors.map((error) => presentable(error, asked)) };
      asked.isPast = isPast === true;
      return rest;
    } catch (error) {
      return { errors: [presentable(error, asked)] };
    }
  };
}

const staysOpen = () =>
  new GraphQLError("a subscription is no question with one answer: subscribe at /graphql/stream or over WebSocket", {
    extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
  });

function apolloServer(
  server: FastifyInstance,
  { schema, revision }: ServerParts,
  execute: Execute,
  quickly: Quickly,
  page: string,
): ApolloServer<Context> {
  return new ApolloServer<Context>({
    // The gateway option takes another executor; parsing, validation, plugins and the shape of errors stay Apollo's.
    gateway: {
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: schema, coreSupergraphSdl: "" });
        return () => {};
      },
      load: async () => ({
        executor: async ({ document, request, context }) => {
          const { asked } = context as Context;
          const { query, operationName, variables = {} } = request;
          quickly.remember(query, document);
          return asked.executed ?? execute({ document, operationName, variables }, asked);
        },
      }),
      stop: async () => {},
    },
    csrfPrevention: true,
    formatError,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    logger: server.log,
    nodeEnv: "production",
    parseOptions: { maxTokens },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      showPlayground(page),
      addRequestIds,
      addRevision(revision),
    ],
    stopOnTerminationSignals: false,
    stringifyResult,
    validationRules: [limitsRule],
  });
}

const showPlayground = (html: string): ApolloServerPlugin<Context> => ({
  serverWillStart: async () => ({ renderLandingPage: async () => ({ html }) }),
});

const addRequestIds: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue: { asked } }) {
    asked.reached = true;
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind !== "single" || !body.singleResult.errors) return;
        body.singleResult.errors = withRequestId(body.singleResult.errors, asked.requestId);
      },
    };
  },
};

/** What is refused before it reaches the graph tells its revision too. */
const addRevision = (revision: ServerParts["revision"]): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind !== "single" || body.singleResult.extensions?.["revision"] !== undefined) return;
        // Without the store there is no revision to tell; that is no reason to leave out what went wrong.
        const number = await revision?.().catch(() => undefined);
        if (number === undefined) return;
        body.singleResult.extensions = { ...body.singleResult.extensions, revision: number };
      },
    };
  },
});

interface Result {
  errors?: readonly object[];
  data?: unknown;
  extensions?: object;
}

function stringifyResult({ errors, data, extensions }: Result): string {
  if (!(data instanceof RawJson)) return JSON.stringify({ errors, data, extensions });
  const before = errors ? `"errors":${JSON.stringify(errors)},` : "";
  const after = extensions ? `,"extensions":${JSON.stringify(extensions)}` : "";
  return `{${before}"data":${data.text}${after}}`;
}

function refused(body: string, requestId: string, revision: number | undefined): string {
  const { errors = [], ...rest } = JSON.parse(body) as FormattedExecutionResult;
  const told = { errors: withRequestId(errors, requestId), ...rest };
  return JSON.stringify(revision === undefined ? told : { ...told, extensions: { revision } });
}

function requestOf(request: FastifyRequest) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const start = request.url.indexOf("?");
  return { method: request.method, headers, body: request.body, search: start < 0 ? "" : request.url.slice(start) };
}
