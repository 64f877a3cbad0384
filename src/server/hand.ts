import { Readable } from "node:stream";
import { type FastifyReply, type preParsingHookHandler } from "fastify";
import { type Asked } from "./apollo";
import { etagOf, isKnown } from "./front/etag";
import { frontedOf } from "./front/front";
import { sentOf } from "./front/sent";
import { forEver } from "./policies";

/** Has the body read again that the cache looked at. */
export const readBodies: preParsingHookHandler = (request, _reply, payload, done) => {
  const body = frontedOf(request.raw)?.body;
  done(null, body ? Readable.from([body], { objectMode: false }) : payload);
};

/** Hands out an answer, and keeps it for those who ask the same, where it stands on its own. */
export function hand(reply: FastifyReply, body: string, { stands, holder }: Asked): FastifyReply {
  const { request } = reply;
  const isGet = request.method === "GET";
  if (holder && isGet) reply.header("cache-control", "private, no-store");
  if (!stands || holder) return reply.send(body);
  const keep = frontedOf(request.raw)?.keep;
  const { "x-request-id": _, ...headers } = reply.getHeaders();
  const kept = { ...stands, ...sentOf(body, wordsOf(headers)) };
  if (!isGet) {
    keep?.(kept);
    return reply.send(body);
  }
  const etag = etagOf(body);
  // Whoever keeps an answer of the graph as it is, asks each time whether it still stands: that is cheap.
  const control = { "cache-control": stands.isPast ? forEver : "public, no-cache" };
  keep?.({ ...kept, etag, headers: { ...kept.headers, ...control } });
  reply.headers({ ...control, etag });
  return isKnown(request.headers["if-none-match"], etag) ? reply.code(304).send() : reply.send(body);
}

const wordsOf = (headers: ReturnType<FastifyReply["getHeaders"]>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
