import { type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { requestIdOf } from "../logging";
import { encodedBody, encodingFor } from "./encoding";
import { isKnown } from "./etag";
import { type Kept, type Lead, type ResponseCache } from "./response-cache";

/** A body longer than this is not looked up, in bytes. */
const longest = 20_000;

/** What a request carries on its way to the graph. */
export interface Fronted {
  /** Its body, which has been read from the wire already. */
  readonly body?: Buffer;
  /** Keeps what is answered. */
  readonly keep: Lead;
}

const fronted = new WeakMap<IncomingMessage, Fronted>();

/** What the front has of a request; undefined where it passed by. */
export const frontedOf = (request: IncomingMessage): Fronted | undefined => fronted.get(request);

/** Told of each answer from the cache. */
export type Served = (request: IncomingMessage, status: number, id: string) => void;

/**
 * Stands before the server: answers what was answered before, hands on all else. Questions with a key are never looked
 * up, nor is what comes in a form of which the cache knows nothing.
 */
export function createFront(cache: ResponseCache, next: RequestListener, served: Served): RequestListener {
  const answer = (request: IncomingMessage, response: ServerResponse, key: string, body?: Buffer): void => {
    const found = cache.find(key);
    if (found) {
      send(request, response, found, served);
      return;
    }
    const ask = (keep: Lead) => {
      fronted.set(request, { keep, ...(body && { body }) });
      // Whatever came of it, those who wait hear of it.
      response.once("close", () => keep(response.writableFinished ? "nothing" : "gone"));
      next(request, response);
    };
    const coming = cache.join(key, ask);
    void coming?.then((came) => {
      if (response.destroyed) return;
      if (typeof came === "object") send(request, response, came, served);
      else if (came === "gone") answer(request, response, key, body);
      else ask(() => undefined);
    });
  };
  return (request, response) => {
    const { method, url = "", headers } = request;
    if (headers.authorization !== undefined) return next(request, response);
    if (method === "GET" && url.startsWith("/graphql?")) {
      answer(request, response, keyOf(request, url));
      return;
    }
    const length = Number(headers["content-length"] ?? Number.NaN);
    const isPlain = method === "POST" && url === "/graphql" && length <= longest && !headers["content-encoding"];
    if (!isPlain) return next(request, response);
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => {
      const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      answer(request, response, keyOf(request, body.toString("latin1")), body);
    });
  };
}

/** All that decides an answer, but for the revision. */
function keyOf({ method, headers }: IncomingMessage, asked: string): string {
  const { accept = "", "content-type": type = "", "citegraph-licences": licences = "" } = headers;
  const preflight = headers["apollo-require-preflight"] ?? headers["x-apollo-operation-name"] ?? "";
  const mode = headers["sec-fetch-mode"] ?? "";
  return [method, accept, type, licences, preflight, mode, asked].join("\n");
}

function send(request: IncomingMessage, response: ServerResponse, kept: Kept, served: Served): void {
  const id = requestIdOf(request);
  const headers: Record<string, string | number> = { ...kept.headers, "x-request-id": id, etag: kept.etag };
  if (request.method === "GET" && isKnown(request.headers["if-none-match"], kept.etag)) {
    delete headers["content-type"];
    response.writeHead(304, headers).end();
    served(request, 304, id);
    return;
  }
  const write = (body: Buffer) => {
    headers["content-length"] = body.length;
    response.writeHead(200, headers).end(body);
    served(request, 200, id);
  };
  const encoding = encodingFor(kept, request.headers["accept-encoding"] as string | undefined);
  if (!encoding) {
    write(kept.body);
    return;
  }
  headers["content-encoding"] = encoding;
  const known = kept.encoded.get(encoding);
  if (known) write(known);
  else void encodedBody(kept, encoding).then(write);
}
