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
  const isGet = request.method !== "POST";
  if (holder && isGet) reply.header("cache-control", "private, no-store");
  if (!stands || holder) return reply.send(body);
  const keep = frontedOf(request.raw)?.keep;
  if (!isGet) {
    keep?.({ ...stands, ...sentOf(body, wordsOf(reply)) });
    return reply.send(body);
  }
  // Whoever keeps an answer of the graph as it is, asks each time whether it still stands: that is cheap.
  const control = { "cache-control": stands.isPast ? forEver : "public, no-cache" };
  const etag = etagOf(body);
  keep?.({ ...stands, ...sentOf(body, { ...wordsOf(reply), ...control }), etag });
  reply.headers({ ...control, etag });
  return isKnown(request.headers["if-none-match"], etag) ? reply.code(304).send() : reply.send(body);
}

/** The headers of a reply, but for what belongs to one request. */
function wordsOf(reply: FastifyReply): Record<string, string> {
  const { "x-request-id": _, ...headers } = reply.getHeaders();
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
