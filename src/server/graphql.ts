import { HeaderMap } from "@apollo/server";
import { type FastifyInstance, type FastifyRequest } from "fastify";
import { type FormattedExecutionResult, isInputObjectType, printSchema } from "graphql";
import { jsonSchemaOf } from "../graph/json-schema";
import { accepted } from "./accept";
import { type AddressOf } from "./address";
import { type Allowance, askerOf } from "./allowance";
import { type Asked, createApollo } from "./apollo";
import { goneOf, wantsLicences } from "./asker";
import { bearer } from "./bearer";
import { limitBodies } from "./body-size";
import { isOfTheDocument, namesJson, withRequestId } from "./errors";
import { type Fault, searchFault, sendFault } from "./faults";
import { frontedOf } from "./front/front";
import { type Known } from "./front/known";
import { hand, readBodies } from "./hand";
import { partnerBodyLimit } from "./limits";
import { type Execute } from "./operations";
import { type ServerParts } from "./parts";
import { askingOf, type PersistedDocuments, unresolved } from "./persisted";
import { playgroundPage } from "./playground";
import { varying } from "./policies";
import { type Reading } from "./reading";
import { type Web } from "./web";

/** By what questions are answered. */
export interface Answering {
  readonly known: Known;
  readonly persisted: PersistedDocuments;
  readonly execute: Execute;
  readonly allowance: Allowance;
  readonly addressOf: AddressOf;
  readonly reading: Reading;
}

/**
 * `/graphql` asks the graph (GET and POST) and shows the playground to a browser; `/schema.graphql` is the schema as text,
 * `/submission.schema.json` the shape of a submission for editors.
 */
export async function addGraphql(
  server: FastifyInstance,
  parts: ServerParts,
  { known, persisted, execute, addressOf, reading }: Answering,
  web: Web | undefined,
): Promise<void> {
  const apollo = createApollo(server, parts, execute, known, playgroundPage(web));
  await apollo.start();
  server.addHook("onClose", () => apollo.stop());
  server.route({
    // HEAD is answered as GET is, but for the body, which Node leaves out.
    method: ["GET", "HEAD", "POST"],
    url: "/graphql",
    exposeHeadRoute: false,
    bodyLimit: partnerBodyLimit,
    onRequest: bearer(parts.identify),
    preParsing: [readBodies, limitBodies(server.initialConfig.bodyLimit!)],
    handler: async (request, reply) => {
      // What stands is told so below; what was refused, or went wrong, nobody is to keep.
      if (request.method !== "POST") reply.header("cache-control", "no-store");
      const unreadable = searchFault(request);
      if (unreadable) return sendFault(reply, 400, unreadable);
      const unacceptable = notAcceptable(request);
      if (unacceptable) return sendFault(reply, 406, unacceptable);
      const asking = askingOf(request);
      const named = persisted.resolve(asking);
      if (named && "status" in named) return unresolved(reply, named);
      const text = named?.query ?? asking.query;
      const who = askerOf(request, addressOf);
      const limited = known.find(text) ? undefined : await reading.refused(who);
      if (limited) return sendFault(reply.header("retry-after", limited.seconds), 429, limited.fault);
      const { executed } = frontedOf(request.raw) ?? {};
      const asked: Asked = {
        requestId: request.id,
        who,
        reached: false,
        licences: wantsLicences(request),
        gone: goneOf(reply.raw),
        ...(request.holder && { holder: request.holder }),
        ...(executed && { executed }),
      };
      const { headers, body, status } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: requestOf(request, named?.query),
        context: async () => ({ asked }),
      });
      if (asked.read && typeof text === "string") await reading.count(who, text, asked.read === "sound");
      for (const [name, value] of headers) reply.header(name, value);
      if (headers.get("content-type") === "text/html")
        reply.type("text/html; charset=utf-8").header("cache-control", "no-cache");
      reply.headers(varying).code(status ?? 200);
      if (body.kind === "chunked") return reply.send(body.asyncIterator);
      if ((status ?? 200) < 400) {
        if (request.method === "POST") known.learn(request.headers.accept, headers.get("content-type"));
        return hand(reply, body.string, asked);
      }
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

const answerTypes = ["application/json", "application/graphql-response+json"] as const;

/** Why no answer would be taken, so that none is made; a browser may be shown the playground. */
function notAcceptable({ method, headers: { accept } }: FastifyRequest): Fault | undefined {
  const offered = method !== "POST" ? [...answerTypes, "text/html"] : answerTypes;
  if (accepted(accept, offered) !== undefined) return undefined;
  return { message: `Answers are here as ${answerTypes.join(" and ")}`, code: "NOT_ACCEPTABLE" };
}

const isPlain = (headers: HeaderMap) => headers.get("content-type")?.startsWith("application/json") === true;

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
  const { url } = request;
  const method = request.method === "POST" ? "POST" : "GET";
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
