import { type IncomingMessage, type ServerResponse } from "node:http";
import { type Served } from "../logging";
import { encodedBody, encodingFor } from "./encoding";
import { isKnown } from "./etag";
import { createBegin, stays } from "./head";
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

/** What sending takes. */
export interface SendParts {
  /** Whether each answer ends its connection. */
  isClosing(): boolean;
  /** For how long a connection may be idle, in milliseconds. */
  readonly idle: number;
  /** Is told of each answer. */
  served(request: IncomingMessage, served: Served): void;
}

/** Sends answers: 304 where the caller has this one, else in the encoding that the caller likes best. */
export function createSend({ isClosing, idle, served }: SendParts): Send {
  const begin = createBegin(idle);
  return (request, response, sent, { id, cached, since }) => {
    const { body, length, headers, etag } = sent;
    const own: Record<string, string | number> = { "x-request-id": id };
    if (etag) own["etag"] = etag;
    const tell = (status: number) => {
      const ms = Math.round((performance.now() - since) * 10) / 10;
      served(request, { id, status, ms, ...(cached && { cached }) });
    };
    if (isClosing()) own["connection"] = "close";
    if (request.method === "GET" && etag && isKnown(request.headers["if-none-match"], etag)) {
      const { "content-type": _, ...others } = headers;
      response.writeHead(304, { ...others, ...own }).end();
      tell(304);
      return;
    }
    const write = (written: string | Buffer, bytes: number) => {
      own["content-length"] = bytes;
      if (stays(response) && !isClosing()) begin(response, headers, own);
      else response.writeHead(200, { ...headers, ...own });
      response.end(written);
      tell(200);
    };
    const encoding = encodingFor(sent, request.headers["accept-encoding"] as string | undefined);
    if (!encoding) {
      write(body, length);
      return;
    }
    own["content-encoding"] = encoding;
    const known = sent.encoded.get(encoding);
    if (known) write(known, known.length);
    else
      void encodedBody(sent, encoding).then(
        (made) => write(made, made.length),
        () => response.destroy(),
      );
  };
}
