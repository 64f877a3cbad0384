import { ApolloServer, type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
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
import { askerOf, createAllowance } from "./allowance";
import { bearer } from "./bearer";
import { limitBodies } from "./body-size";
import { createCosting, tooCostly } from "./cost";
import {
  type Asked,
  type Executed,
  fewest,
  formatError,
  isOfTheDocument,
  namesJson,
  presentable,
  withRequestId,
} from "./errors";
import { hand, readBodies } from "./hand";
import { limitsRule, maxTokens, partnerBodyLimit } from "./limits";
import { type ServerParts } from "./parts";
import { askingOf, PersistedDocuments, unresolved } from "./persisted";
import { playgroundPage } from "./playground";
import { type Quick, Quickly } from "./quick";
import { withRevision } from "./tell-revision";
import { tooManyVariables } from "./variable-limits";
import { type Web } from "./web";

/**
 * `/graphql` asks the graph (GET and POST) and shows the playground to a browser; `/schema.graphql` is the schema as text,
 * `/submission.schema.json` the shape of a submission for editors.
 */
export async function addGraphql(server: FastifyInstance, parts: ServerParts, web: Web | undefined): Promise<void> {
  const quickly = new Quickly();
  const documents = new PersistedDocuments();
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
    preParsing: [readBodies, limitBodies(server.initialConfig.bodyLimit!)],
    handler: async (request, reply) => {
      const persisted = documents.resolve(askingOf(request));
      if (persisted && "status" in persisted) return unresolved(reply, persisted);
      const asked: Asked = {
        requestId: request.id,
        who: askerOf(request),
        log: request.log,
        reached: false,
        licences: isYes(request.headers["citegraph-licences"]),
        signal: goneSignal(reply),
        ...(request.holder && { holder: request.holder }),
      };
      const quick = quickly.read(request, persisted?.query);
      if (quick) {
        const { errors, ...answered } = await execute(quick, asked);
        if (!errors) return hand(reply.headers(plainHeaders), stringifyResult(answered), asked);
        // Errors have their shape from Apollo; the question is not asked twice.
        asked.executed = { ...answered, errors };
      }
      const { headers, body, status } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: requestOf(request, persisted?.query),
        context: async () => ({ asked }),
      });
      for (const [name, value] of headers) reply.header(name, value);
      if (headers.get("content-type") === "text/html") reply.type("text/html; charset=utf-8");
      reply.headers(varying).code(status ?? 200);
      if (body.kind === "chunked") return reply.send(body.asyncIterator);
      if ((status ?? 200) < 400) return hand(reply, body.string, asked);
      if (namesJson(request.headers.accept) && isPlain(headers) && isOfTheDocument(body.string)) reply.code(200);
      // What Apollo refuses before it looks at the question does not pass the plugin that adds the request id.
      return asked.reached ? body.string : refused(body.string, request.id);
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

/** Tells when the caller goes away before there is an answer. */
function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  raw.once("close", () => {
    if (!raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

const isPlain = (headers: HeaderMap) => headers.get("content-type")?.startsWith("application/json") === true;

const isYes = (header: unknown) => header === "1" || header === "true";

const varying = { vary: "accept, citegraph-licences" };

/** What Apollo sends with an answer in JSON. */
const plainHeaders = { "content-type": "application/json; charset=utf-8", ...varying };

interface Context {
  asked: Asked;
}

type Execute = (quick: Quick, asked: Asked) => Promise<Executed>;

/** Answers one operation whose document is valid; never throws. */
function executor({ schema, answer, mutate, settings }: ServerParts): Execute {
  const cost = createCosting(schema);
  const { within } = createAllowance(settings.rate, settings.underWay);
  return async ({ document, operationName, variables }, asked) => {
    // What a partner submits may hold as much as a data file, and is told row by row what is wrong with it.
    const refused = asked.holder ? undefined : tooManyVariables(variables);
    if (refused) return { errors: [refused] };
    const reckoned = cost(document, operationName, variables);
    const refusal = tooCostly(reckoned);
    if (refusal) return { errors: [refusal] };
    if (getOperationAST(document, operationName)?.operation === OperationTypeNode.SUBSCRIPTION)
      return { errors: [staysOpen()] };
    try {
      const { requestId, licences, holder, signal } = asked;
      const question = { document, operationName, variables };
      const changes = isMutation(question);
      const { errors, isPast, ...rest } = await within(asked.who, reckoned.cost, () =>
        mutate && changes
          ? mutate(question, holder)
          : answer({ ...question, requestId, licences, ...(signal && { signal }) }),
      );
      const extensions = { ...rest.extensions, cost: reckoned.cost };
      if (errors) return { ...rest, extensions, errors: errors.map((error) => presentable(error, asked)) };
      const { revision } = rest.extensions ?? {};
      if (!changes && typeof revision === "number") asked.stands = { revision, isPast: isPast === true };
      return { ...rest, extensions };
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
        body.singleResult.errors = withRequestId(fewest(body.singleResult.errors), asked.requestId);
      },
    };
  },
};

/** What is refused before it reaches the graph tells its revision too. */
const addRevision = (revision: ServerParts["revision"]): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body } }) {
        if (body.kind === "single") body.singleResult = await withRevision(body.singleResult, revision);
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

function refused(body: string, requestId: string): string {
  const { errors = [], ...rest } = JSON.parse(body) as FormattedExecutionResult;
  return JSON.stringify({ errors: withRequestId(errors, requestId), ...rest });
}

/** The request as Apollo takes it, with the document that it named. */
function requestOf(request: FastifyRequest, query: string | undefined) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const { method, url } = request;
  if (method === "GET" && (query !== undefined || isNoForm(request))) headers.set("apollo-require-preflight", "1");
  const start = url.indexOf("?");
  const search = start < 0 ? "" : url.slice(start);
  if (query === undefined) return { method, headers, body: request.body, search };
  if (method === "GET") return { method, headers, body: undefined, search: withDocument(search, query) };
  const { documentId: _, extensions: __, ...body } = request.body as Record<string, unknown>;
  return { method, headers, body: { ...body, query }, search };
}

/** Whether a request says that it comes neither of a form nor of an image of another page: those cannot say so. */
const isNoForm = ({ headers }: FastifyRequest) =>
  namesJson(headers.accept) || ["cors", "same-origin"].includes(String(headers["sec-fetch-mode"]));

function withDocument(search: string, query: string): string {
  const parameters = new URLSearchParams(search);
  parameters.set("query", query);
  parameters.delete("extensions");
  return `?${parameters}`;
}
