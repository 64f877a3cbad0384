import { type FastifyInstance, type FastifyRequest } from "fastify";
import { type AddressOf } from "./address";
import { sendFault } from "./faults";
import { partnerBodyLimit } from "./limits";

/** A body of so many bytes is always let in. */
const small = 20_000;

/** What part of the room one address may take. */
const share = 4;

/**
 * Bounds what long bodies take that are under way: from when their requests come, before anything of them is read, until
 * they are answered. Who finds no room is answered 503 at once. One address may take a quarter of the room, or a few
 * bodies that never arrive would keep everybody else's out.
 *
 * @param room for how many bytes there is room; one body may have as many as it likes where nobody else has any
 */
export function boundBodies(server: FastifyInstance, room: number, addressOf: AddressOf): void {
  const taken = new Map<string, number>();
  let all = 0;
  server.addHook("onRequest", (request, reply, done) => {
    const bytes = lengthOf(request, server.initialConfig.bodyLimit!);
    if (bytes <= small) return done();
    const from = addressOf(request.raw);
    const own = taken.get(from) ?? 0;
    const isFull = (had: number, most: number) => had > 0 && had + bytes > most;
    if (isFull(all, room) || isFull(own, room / share)) {
      // The body is still to come: whoever hears that it is not wanted need not send it.
      sendFault(reply.headers({ "retry-after": "5", connection: "close" }), 503, noRoom);
      return;
    }
    all += bytes;
    taken.set(from, own + bytes);
    reply.raw.once("close", () => {
      all -= bytes;
      const left = taken.get(from)! - bytes;
      if (left > 0) taken.set(from, left);
      else taken.delete(from);
    });
    done();
  });
}

/** How long a body can become before it is refused, in bytes. */
function lengthOf({ headers }: FastifyRequest, usual: number): number {
  const limit = headers.authorization === undefined ? usual : partnerBodyLimit;
  if (headers["transfer-encoding"] !== undefined) return limit;
  return Math.min(Number(headers["content-length"] ?? 0), limit);
}

const noRoom = {
  message: "Too many long bodies are under way at the moment; send it again in a few seconds",
  code: "OVERLOADED",
};
