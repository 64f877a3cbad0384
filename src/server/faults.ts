import { randomUUID } from "node:crypto";
import { STATUS_CODES } from "node:http";
import { type Socket } from "node:net";
import { type Duplex } from "node:stream";
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { bodyLimitOf } from "./body-size";
import { pathOf } from "./logging";

/** A refusal, of one shape wherever it comes from: GraphQL or plain HTTP. */
export interface Fault {
  message: string;
  code: string;
  /** Where that may be which was meant. */
  suggestions?: readonly string[];
  /** Where in what was sent it lies, such as `where.city.slug`. */
  path?: string;
  /** How much there may be of it. */
  limit?: number;
}

/** Answers a refusal as `{ "errors": [{ message, extensions: { code, requestId } }] }`. */
export function sendFault(reply: FastifyReply, status: number, fault: Fault): FastifyReply {
  return sendFaults(reply, status, [fault]);
}

const refusals = new WeakSet<FastifyReply>();

/** Whether a reply is a refusal of this shape, whatever its status. */
export const isFault = (reply: FastifyReply): boolean => refusals.has(reply);

/** Answers several refusals at once. */
export function sendFaults(reply: FastifyReply, status: number, faults: readonly Fault[]): FastifyReply {
  const errors = faults.map(({ message, ...rest }) => ({
    message,
    extensions: { ...rest, requestId: reply.request.id },
  }));
  refusals.add(reply);
  return reply.code(status).type("application/json; charset=utf-8").send(JSON.stringify({ errors }));
}

/** What a caller reads of a fault that is ours: no internals, but an id by which we find it in the log. */
export const ourFault = (requestId: string): Fault => ({
  message: `Something went wrong on our side; quote request ${requestId}`,
  code: "INTERNAL_SERVER_ERROR",
});

/** Makes every refusal outside of GraphQL clear JSON: unknown paths and methods, bodies that cannot be read, our own faults. */
export function answerFaults(server: FastifyInstance): void {
  server.setNotFoundHandler((request, reply) => {
    const path = pathOf(request.url);
    const methods = ["GET", "POST"].filter((method) => server.hasRoute({ method, url: path }));
    if (methods.length > 0) return sendFault(reply.header("allow", allowed(methods)), 405, wrongMethod(path, methods));
    return sendFault(reply, 404, {
      message: `There is nothing at ${path}; the graph is asked at /graphql, and / says what there is`,
      code: "NOT_FOUND",
    });
  });
  server.setErrorHandler<Error & { statusCode?: number; code?: string; extensions?: Record<string, unknown> }>(
    (error, request, reply) => {
      const status = error.statusCode ?? 500;
      if (status < 500) return sendFault(reply, status, unreadable(error, request, server.initialConfig.bodyLimit!));
      if (error.extensions?.["code"] === "UNAVAILABLE") {
        return sendFault(reply.header("retry-after", "5"), 503, { message: error.message, code: "UNAVAILABLE" });
      }
      request.log.error({ err: error }, "a request failed");
      return sendFault(reply, status, ourFault(request.id));
    },
  );
}

/** Answers an address that no route was sought for, such as `/city/%ff`. */
export function addressFault(error: { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void {
  sendFault(reply.header("x-request-id", request.id), error.statusCode ?? 400, notUtf8(request.url));
}

/** What is wrong with an address of which what follows the question mark is no UTF-8; undefined if nothing is. */
export function searchFault({ url }: FastifyRequest): Fault | undefined {
  if (!url.includes("%")) return undefined;
  try {
    decodeURIComponent(url);
    return undefined;
  } catch {
    return notUtf8(url);
  }
}

const notUtf8 = (url: string): Fault => ({
  message: `The address ${pathOf(url).slice(0, 200)} cannot be read: it is not UTF-8 in percent-encoding`,
  code: "BAD_REQUEST",
});

/** Answers what Node could not read as HTTP at all. */
export function clientFault(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const { status, ...fault } = brokenRequests[error.code ?? ""] ?? notHttp;
  endWithFault(socket, status, fault);
}

/** How long whoever was refused has to read why and to hang up, in milliseconds. */
const leave = 1_000;

/** Answers a refusal of the same shape on a connection that no reply stands for, and ends it. */
export function endWithFault(socket: Duplex, ...said: Said): void {
  socket.end(inHttp(...said));
  // Whoever does not hang up would hold a connection of which nothing is expected any more.
  const cut = setTimeout(() => socket.destroy(), leave).unref();
  socket.once("close", () => clearTimeout(cut));
}

/** The same, but waits for nothing: the refusal is heard by whoever has not sent anything yet. */
export function cutWithFault(socket: Duplex, ...said: Said): void {
  socket.write(inHttp(...said));
  socket.destroy();
}

/** A refusal: its status, what it says, and what else goes with it. */
type Said = [status: number, fault: Fault, headers?: Readonly<Record<string, string>>, extensions?: object];

/** A refusal as it goes over the wire. */
function inHttp(...[status, { message, ...rest }, headers = {}, extensions]: Said): string {
  const errors = [{ message, extensions: { ...rest, requestId: randomUUID() } }];
  const body = JSON.stringify({ errors, ...(extensions && { extensions }) });
  const all = {
    ...headers,
    "content-type": "application/json; charset=utf-8",
    "content-length": String(Buffer.byteLength(body)),
    connection: "close",
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`;
}

const notHttp = { status: 400, message: "The request is not HTTP that can be read", code: "BAD_REQUEST" };

const brokenRequests: Record<string, Fault & { status: number }> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    message: "The headers and the address may take 16 kB together; send a long question with POST",
    code: "HEADERS_TOO_LARGE",
  },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, message: "The request took too long to arrive", code: "REQUEST_TIMEOUT" },
};

const allowed = (methods: readonly string[]) => methods.join(", ");

const wrongMethod = (path: string, methods: readonly string[]): Fault => ({
  message: `${path} takes ${allowed(methods)}`,
  code: "METHOD_NOT_ALLOWED",
});

function unreadable(error: Error & { code?: string }, request: FastifyRequest, usual: number): Fault {
  const { headers, routeOptions } = request;
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE": {
      const size = headers["content-length"];
      const came = size === undefined ? "" : `, got ${size}`;
      // A key makes no difference where partners do not submit.
      const most = routeOptions.bodyLimit ?? usual;
      const limit = Math.min(most, bodyLimitOf(request, usual));
      const more = limit < most ? `; with a partner's key, ${most}` : "; send it in parts";
      return { message: `The body may have at most ${limit} bytes${came}${more}`, code: "PAYLOAD_TOO_LARGE" };
    }
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE": {
      const type = headers["content-type"] ?? "no content-type";
      return { message: `The body must be application/json, got ${type}`, code: "UNSUPPORTED_MEDIA_TYPE" };
    }
    case "UNSUPPORTED_ENCODING":
      return { message: error.message, code: "UNSUPPORTED_MEDIA_TYPE" };
    case "BAD_REQUEST":
      return { message: error.message, code: "BAD_REQUEST" };
    default:
      return { message: `The request cannot be read: ${error.message}`, code: "BAD_REQUEST" };
  }
}
