import { randomUUID } from "node:crypto";
import { type IncomingMessage } from "node:http";
import { type FastifyBaseLogger, type FastifyReply, type FastifyRequest, LogController } from "fastify";
import pino from "pino";

/**
 * Where the log goes by default: lines are written some at a time, a tenth of a second late at most and all of them
 * before the process ends. To write each by itself took a tenth of the time of a small question.
 */
export const standardOutput = () => pino.destination({ dest: 1, minLength: 4096, periodicFlush: 100, sync: false });

/** One log line a request, when it is done; the question itself is left out, since it may be long or private. */
export class OneLinePerRequest extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const line = {
      method: request.method,
      path: pathOf(request.url),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    };
    if (error) request.log.error({ ...line, err: error }, "request failed");
    else request.log.info(line, "request completed");
  }
}

/** The caller's `x-request-id` when it is one plain word of at most 64 characters, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

/** The part of a request's url before its question mark. */
export function pathOf(url: string): string {
  const end = url.indexOf("?");
  return end < 0 ? url : url.slice(0, end);
}

/** The log line of a request that did not reach Fastify. */
export function tellServed(
  { log }: { log: FastifyBaseLogger },
  { method, url = "" }: IncomingMessage,
  served: Served,
): void {
  const { id: reqId, ...rest } = served;
  log.info({ reqId, method, path: pathOf(url), ...rest }, "request completed");
}

/** What is told of it. */
export interface Served {
  readonly id: string;
  readonly status: number;
  /** Whether it was answered by what was answered before. */
  readonly cached?: boolean;
  /** How long that took, in milliseconds. */
  readonly ms: number;
}
