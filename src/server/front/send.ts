import { type IncomingMessage, type ServerResponse } from "node:http";
import { type Served } from "../logging";
import { encodedBody, encodingFor } from "./encoding";
import { isKnown } from "./etag";
import { type Sent } from "./sent";

/** The one request that is answered. */
export interface Round {
  readonly id: string;
  /** Whether it is answered by what was answered before. */
  readonly cached: boolean;
  /** When it came, in milliseconds of the process. */
  readonly since: number;
}

/** Sends an answer that says that all is well. */
export type Send = (request: IncomingMessage, response: ServerResponse, sent: Sent, round: Round) => void;

/**
 * @param isClosing whether each answer ends its connection
 * @param served is told of each answer
 */
export function createSend(isClosing: () => boolean, served: (request: IncomingMessage, served: Served) => void): Send {
  return (request, response, sent, { id, cached, since }) => {
    const { body, length, etag } = sent;
    const headers: Record<string, string | number> = { ...sent.headers, "x-request-id": id };
    if (etag) headers["etag"] = etag;
    if (isClosing()) headers["connection"] = "close";
    const tell = (status: number) => {
      const ms = Math.round((performance.now() - since) * 10) / 10;
      served(request, { id, status, ms, ...(cached && { cached }) });
    };
    if (request.method === "GET" && etag && isKnown(request.headers["if-none-match"], etag)) {
      delete headers["content-type"];
      response.writeHead(304, headers).end();
      tell(304);
      return;
    }
    const write = (written: string | Buffer, bytes: number) => {
      headers["content-length"] = bytes;
      response.writeHead(200, headers).end(written);
      tell(200);
    };
    const encoding = encodingFor(sent, request.headers["accept-encoding"] as string | undefined);
    if (!encoding) {
      write(body, length);
      return;
    }
    headers["content-encoding"] = encoding;
    const known = sent.encoded.get(encoding);
    if (known) write(known, known.length);
    else void encodedBody(sent, encoding).then((made) => write(made, made.length));
  };
}
