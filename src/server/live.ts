import { type FastifyInstance } from "fastify";
import { type DocumentNode, type ExecutionResult, GraphQLError, parse, specifiedRules, validate } from "graphql";
import { createHandler } from "graphql-sse/lib/use/fastify";
import { useServer as serveSockets } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { type Answer } from "../graph/answer";
import { mapped } from "../graph/mapped";
import { RawJson } from "../graph/raw-json";
import { createCosting, tooCostly } from "./cost";
import { bodyLimit, limitsRule, maxTokens } from "./limits";
import { type ServerParts } from "./parts";

/** How many subscribers are served at once over WebSocket; further ones are told to come again later. */
const mostSockets = 1000;

/** Subscriptions: over WebSocket at /graphql (graphql-transport-ws), and as server-sent events at /graphql/stream. */
export function addLive(server: FastifyInstance, { schema, subscribe, answer }: ServerParts): void {
  if (!subscribe) return;
  const cost = createCosting(schema);
  const read = (query: string, operationName: string | null | undefined, variables: Record<string, unknown> = {}) => {
    const document = parsed(query);
    if (!("kind" in document)) return document;
    const errors = validate(schema, document, [...specifiedRules, limitsRule]);
    if (errors.length > 0) return errors;
    const refusal = tooCostly(cost(document, operationName ?? undefined, variables));
    return refusal ? [refusal] : { schema, document, operationName, variableValues: variables };
  };
  const question = (args: {
    document: DocumentNode;
    operationName?: string | null | undefined;
    variableValues?: unknown;
  }) => ({
    document: args.document,
    operationName: args.operationName ?? undefined,
    variables: (args.variableValues ?? {}) as Record<string, unknown>,
  });
  const how = {
    subscribe: (args: Parameters<typeof question>[0]) => mapped(subscribe(question(args)), result),
    execute: async (args: Parameters<typeof question>[0]) =>
      result(await answer({ ...question(args), requestId: "live" })),
  };
  const sockets = new WebSocketServer({ noServer: true, maxPayload: bodyLimit });
  type Asked = { query: string; operationName?: string | null; variables?: Record<string, unknown> | null };
  const checked = ({ query, operationName, variables }: Asked) => read(query, operationName, variables ?? {});
  const overSocket = { ...how, onSubscribe: (_context: unknown, _id: string, asked: Asked) => checked(asked) };
  const live = serveSockets(overSocket as Parameters<typeof serveSockets>[0], sockets);
  server.server.on("upgrade", (request, socket, head) => {
    if (new URL(request.url ?? "/", "http://localhost").pathname !== "/graphql") return socket.destroy();
    if (sockets.clients.size >= mostSockets)
      return socket.end("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 30\r\n\r\n");
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit("connection", opened, request));
  });
  const overEvents = { ...how, onSubscribe: (_request: unknown, asked: Asked) => checked(asked) };
  const stream = createHandler(overEvents as Parameters<typeof createHandler>[0]);
  server.all("/graphql/stream", (request, reply) => stream(request, reply));
  server.addHook("preClose", () => live.dispose() as Promise<void>);
}

function parsed(query: string): DocumentNode | readonly GraphQLError[] {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function result({ data, errors, extensions }: Answer): ExecutionResult {
  const plain = data instanceof RawJson ? (JSON.parse(data.text) as Record<string, unknown>) : data;
  return { ...(plain !== undefined && { data: plain }), ...(errors && { errors }), ...(extensions && { extensions }) };
}
