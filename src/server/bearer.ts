import { type FastifyReply, type FastifyRequest, type onRequestHookHandler } from "fastify";
import { type Fault, sendFault } from "./faults";
import { type ServerParts } from "./parts";

declare module "fastify" {
  interface FastifyRequest {
    /** Who sent it, where a key came with it that opens. */
    holder?: object;
  }
}

/**
 * Finds out who sent a request that carries a key, before its body is read. A key that does not open is refused whatever
 * was asked, so that nobody takes it for a good one; requests without a key pass.
 */
export function bearer(identify: ServerParts["identify"]): onRequestHookHandler {
  // Most come without a key: they wait for nothing.
  return (request, reply, done) => {
    const key = keyOf(request.headers.authorization);
    if (key === undefined || !identify) return done();
    identify(key).then(
      (identified) => {
        if ("refused" in identified) return unauthenticated(reply, identified.refused);
        request.holder = identified.holder;
        done();
      },
      (error: unknown) => unreachable(error, request, reply),
    );
  };
}

/** The key in an Authorization header; undefined where it holds none. */
export function keyOf(authorization: string | undefined): string | undefined {
  const [scheme, key = ""] = authorization?.trim().split(/\s+/) ?? [];
  return scheme?.toLowerCase() === "bearer" ? key : undefined;
}

/** The header `www-authenticate` where a key does not open. */
export const challenge = 'Bearer realm="citegraph", error="invalid_token"';

function unauthenticated(reply: FastifyReply, message: string): FastifyReply {
  return sendFault(reply.header("www-authenticate", challenge), 401, { message, code: "UNAUTHENTICATED" });
}

/** Where the store cannot be asked whose key it is. */
export const keysAway: Fault = {
  message: "keys cannot be looked up at the moment; try again in a few seconds",
  code: "UNAVAILABLE",
};

function unreachable(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  request.log.error({ err: error }, "a key could not be looked up");
  sendFault(reply, 503, keysAway);
}
