import { Transform } from "node:stream";
import { errorCodes, type FastifyRequest, type preParsingHookHandler } from "fastify";
import { partnerBodyLimit } from "./limits";

/** The longest body that a request may have, in bytes: a partner's submission may be longer than anyone's question. */
export function bodyLimitOf(request: FastifyRequest, usual: number): number {
  return request.holder ? partnerBodyLimit : usual;
}

/** Refuses bodies that are too long for who sends them, as they arrive; to be used with the longer limit on the route. */
export function limitBodies(usual: number): preParsingHookHandler {
  return (request, _reply, payload, done) => {
    const limit = bodyLimitOf(request, usual);
    if (Number(request.headers["content-length"] ?? 0) > limit)
      return done(new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE());
    if (request.headers["content-length"] !== undefined || limit === partnerBodyLimit) return done(null, payload);
    let bytes = 0;
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, next) {
        bytes += chunk.length;
        next(bytes > limit ? new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE() : null, chunk);
      },
    });
    payload.on("error", (error) => counted.destroy(error));
    return done(null, payload.pipe(counted));
  };
}
