import { type ServerResponse } from "node:http";
import { type FastifyInstance, type FastifyReply, type FastifyRequest, type onRequestHookHandler } from "fastify";
import { type ExecutionResult } from "graphql";
import { createHandler } from "graphql-sse/lib/use/fastify";
import { Shares } from "../../fair/shares";
import { accepted } from "../accept";
import { type AddressOf } from "../address";
import { askerOf } from "../allowance";
import { ourFault, searchFault, sendFault } from "../faults";
import { type Operation } from "../operations";
import { type Asked, type Asking } from "./asking";
import { type LiveLimits } from "./limits";
import { paced } from "./paced";
import { formFault } from "./question";

const mediaType = "text/event-stream";

/** A request as graphql-sse hands it on. */
interface Handed {
  readonly raw: FastifyRequest;
}

/** An operation on its way through graphql-sse. */
interface OverStream extends Operation {
  readonly contextValue: FastifyRequest;
}

/** What streams are made of. */
interface EventParts {
  readonly asking: Asking;
  readonly limits: LiveLimits;
  readonly addressOf: AddressOf;
  /** Refuses a key that does not open. */
  readonly knock: onRequestHookHandler;
}

/** Operations as streams of server-sent events, each on a connection of its own. */
export function addEvents(server: FastifyInstance, { asking, limits, addressOf, knock }: EventParts): void {
  const open = new Set<ServerResponse>();
  const own = new Shares(limits.perAddress);
  const askerBehind = (request: FastifyRequest) => ({ requestId: request.id, who: askerOf(request, addressOf) });
  const options = {
    // Streams that several requests share would have to meet on one of many instances.
    authenticate: () => null,
    onSubscribe: async ({ raw }: Handed, asked: Asked) => {
      const sound = await asking.read(asked, askerOf(raw, addressOf));
      return "document" in sound
        ? { ...sound, contextValue: raw }
        : { data: undefined, ...(await asking.refused(sound)) };
    },
    validate: () => [],
    subscribe: async ({ contextValue, ...sound }: OverStream) => {
      const answers = await asking.subscribe(sound, askerBehind(contextValue));
      return "next" in answers ? paced(answers, contextValue.raw.socket, limits.patience) : answers;
    },
    execute: ({ contextValue, ...sound }: OverStream): Promise<ExecutionResult> =>
      asking.execute(sound, askerBehind(contextValue)),
  };
  const stream = createHandler(options as unknown as Parameters<typeof createHandler>[0]);
  server.route({
    method: ["GET", "POST"],
    url: "/graphql/stream",
    exposeHeadRoute: false,
    onRequest: knock,
    handler: async (request, reply) => {
      if (accepted(request.headers.accept, [mediaType]) === undefined)
        return sendFault(reply, 406, { message: `A stream is here as ${mediaType}`, code: "NOT_ACCEPTABLE" });
      const unreadable = searchFault(request);
      if (unreadable) return sendFault(reply, 400, unreadable);
      const fault = formFault(request);
      if (fault) return sendFault(reply, 400, { message: fault, code: "BAD_REQUEST" });
      if (open.size >= limits.connections) {
        const message = `${limits.connections} streams are open, which is as many as may be; come again later`;
        return sendFault(reply.header("retry-after", "30"), 503, { message, code: "TOO_MANY_SUBSCRIPTIONS" });
      }
      const address = addressOf(request.raw);
      if (!own.take(address)) {
        const message = `${own.each} streams of yours are open, which is as many as one address may have; end some`;
        return sendFault(reply.header("retry-after", "30"), 429, { message, code: "TOO_MANY_SUBSCRIPTIONS" });
      }
      // graphql-sse takes a stream to be asked for by this one word alone.
      request.headers.accept = mediaType;
      open.add(reply.raw);
      const leave = () => {
        open.delete(reply.raw);
        own.give(address);
      };
      if (reply.raw.closed) leave();
      else reply.raw.once("close", leave);
      return hand(stream, request, reply.header("x-accel-buffering", "no"));
    },
  });
  // An end without a farewell: who listens knows that it is to come back.
  server.addHook("preClose", async () => {
    for (const response of open) response.end();
  });
}

type Stream = ReturnType<typeof createHandler>;

/** The stream writes its own answer; what fails before it has begun is answered as any other fault. */
async function hand(stream: Stream, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  try {
    await stream(request, reply);
    reply.hijack();
  } catch (error) {
    request.log.error({ err: error }, "a stream failed");
    if (!reply.raw.headersSent) return sendFault(reply, 500, ourFault(request.id));
    reply.hijack();
    reply.raw.destroy();
  }
  return reply;
}
