import { type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { goneOf } from "../asker";
import { type Executed } from "../errors";
import { requestIdOf } from "../logging";
import { type Kept, type Lead, type ResponseCache } from "./response-cache";
import { type Send } from "./send";
import { type Straight } from "./straight";

/** A body longer than this is read by Fastify, in bytes. */
const longest = 20_000;

/** What a request carries on its way to Fastify. */
export interface Fronted {
  /** Its body, which has been read from the wire already. */
  readonly body?: Buffer;
  /** Keeps what is answered. */
  readonly keep?: Lead;
  /** What came of its question: errors, which Apollo is to give their shape. */
  readonly executed?: Executed;
}

const fronted = new WeakMap<IncomingMessage, Fronted>();

/** What the front has of a request; undefined where it passed by. */
export const frontedOf = (request: IncomingMessage): Fronted | undefined => fronted.get(request);

/** What the front is made of. */
export interface FrontParts {
  /** Undefined where no answers are kept. */
  readonly cache: ResponseCache | undefined;
  readonly straight: Straight;
  readonly send: Send;
  /** Fastify. */
  readonly next: RequestListener;
}

/**
 * Stands before the server: answers what was answered before, answers straight what can be, hands on all else. Requests
 * with a key are handed on, and so is what comes in a form of which nothing is known here.
 */
export function createFront({ cache, straight, send, next }: FrontParts): RequestListener {
  return (request, response) => {
    const { method, url = "", headers } = request;
    const since = performance.now();
    if (headers.authorization !== undefined) {
      next(request, response);
      return;
    }
    if (method === "GET" && url.startsWith("/graphql?")) {
      safely({ request, response, asked: url, since }, answer);
      return;
    }
    const length = Number(headers["content-length"] ?? Number.NaN);
    const isPlain = method === "POST" && url === "/graphql" && length <= longest && !headers["content-encoding"];
    if (!isPlain) {
      next(request, response);
      return;
    }
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.once("end", () => {
      const body = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      safely({ request, response, asked: cache ? body.toString("latin1") : "", since, body }, answer);
    });
  };

  /** Whatever goes wrong here is for Fastify to tell, which knows how. */
  function safely(came: Came, work: (came: Came) => void): void {
    try {
      work(came);
    } catch {
      handOn(came);
    }
  }

  function handOn({ request, response, body }: Came, keep?: Lead, executed?: Executed): void {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    fronted.set(request, { ...(body && { body }), ...(keep && { keep }), ...(executed && { executed }) });
    next(request, response);
  }

  function answer(came: Came): void {
    const { request, response, asked, since } = came;
    if (!cache) {
      ask(came);
      return;
    }
    const key = keyOf(request, asked);
    const sendKept = (kept: Kept) => send(request, response, kept, { id: requestIdOf(request), cached: true, since });
    const found = cache.find(key);
    if (found) {
      sendKept(found);
      return;
    }
    const coming = cache.join(key, (keep) => {
      // Whatever came of it, those who wait hear of it.
      response.once("close", () => keep(response.writableFinished ? "nothing" : "gone"));
      ask(came, keep);
    });
    void coming?.then((outcome) => {
      if (response.destroyed) return;
      safely(came, () => {
        if (typeof outcome === "object") sendKept(outcome);
        else if (outcome === "gone") answer(came);
        else ask(came);
      });
    });
  }

  function ask(came: Came, keep?: Lead): void {
    const { request, response, body, since } = came;
    const asking = body && straight.read(request, body);
    if (!asking) {
      handOn(came, keep);
      return;
    }
    const id = requestIdOf(request);
    // Whoever it is handed on to knows it by the same name.
    request.headers["x-request-id"] = id;
    const done = straight.answer(asking, request, { requestId: id, gone: goneOf(response) });
    void done.then(
      (answered) => {
        if (response.destroyed) return;
        if ("executed" in answered) {
          handOn(came, keep, answered.executed);
          return;
        }
        const { sent, stands } = answered;
        if (keep && stands) keep({ ...sent, ...stands });
        safely(came, () => send(request, response, sent, { id, cached: false, since }));
      },
      () => handOn(came, keep),
    );
  }
}

/** A request that has come. */
interface Came {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What it asks, by which its answer is kept. */
  readonly asked: string;
  readonly since: number;
  readonly body?: Buffer;
}

/** All that decides an answer, but for the revision. */
function keyOf({ method, headers }: IncomingMessage, asked: string): string {
  const { accept = "", "content-type": type = "", "citegraph-licences": licences = "" } = headers;
  const preflight = headers["apollo-require-preflight"] || headers["x-apollo-operation-name"] || "";
  const mode = headers["sec-fetch-mode"] ?? "";
  return [method, accept, type, licences, preflight, mode, asked].join("\n");
}
