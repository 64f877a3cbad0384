import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { type FastifyInstance } from "fastify";
import { type Asker } from "./asker";
import { createDocumentStore } from "./documents";
import { type Executed, fewest, formatError, withRequestId } from "./errors";
import { type Known } from "./front/known";
import { limitsRule, maxTokens } from "./limits";
import { type Execute, type Stands } from "./operations";
import { type ServerParts } from "./parts";
import { stringifyResult } from "./result";
import { withRevision } from "./tell-revision";

/** One request on its way through Apollo. */
export interface Asked extends Asker {
  /** Whether Apollo came to look at the question. */
  reached: boolean;
  /** Whether its document had to be read, and what came of that. */
  read?: "sound" | "refused";
  /** What lets its answer be kept. */
  stands?: Stands;
  /** What came of the question, where it was asked before Apollo came to look at it. */
  executed?: Executed;
}

/** What Apollo hands to its plugins. */
export interface Context {
  asked: Asked;
}

/** Apollo reads, validates and refuses; what is valid is remembered in `known` and answered by `execute`. */
export function createApollo(
  { log }: FastifyInstance,
  { schema, revision }: ServerParts,
  execute: Execute,
  known: Known,
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
          known.remember(query, document);
          if (asked.executed) return asked.executed;
          const { stands, ...executed } = await execute({ document, operationName, variables }, asked);
          if (stands) asked.stands = stands;
          return executed;
        },
      }),
      stop: async () => {},
    },
    csrfPrevention: true,
    documentStore: createDocumentStore(),
    formatError,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    logger: log,
    nodeEnv: "production",
    parseOptions: { maxTokens },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      showPlayground(page),
      tellRead,
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

/** Apollo reads a document only where it has not kept it. */
const tellRead: ApolloServerPlugin<Context> = {
  async requestDidStart({ contextValue: { asked } }) {
    return {
      async parsingDidStart() {
        return async (error) => {
          asked.read = error ? "refused" : "sound";
        };
      },
      async validationDidStart() {
        return async (errors = []) => {
          if (errors.length > 0) asked.read = "refused";
        };
      },
    };
  },
};

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
