import { randomUUID } from "node:crypto";
import { type IncomingMessage } from "node:http";
import { type FastifyInstance } from "fastify";
import { GraphQLError } from "graphql";
import { useServer as serveSockets } from "graphql-ws/use/ws";
import { WebSocketServer } from "ws";
import { Shares } from "../../fair/shares";
import { type AddressOf } from "../address";
import { bodyLimit } from "../limits";
import { pathOf } from "../logging";
import { type Operation } from "../operations";
import { type Asked, type Asking } from "./asking";
import { type Doorkeeper, letIn, refusedKey } from "./knock";
import { type LiveLimits } from "./limits";
import { paced } from "./paced";

/** How long those who listen have to take leave when the server stops, in milliseconds. */
const grace = 1_000;

/** What graphql-ws knows of the connection that an operation came over. */
interface Connection {
  readonly subscriptions: Readonly<Record<string, unknown>>;
  readonly extra: { readonly request: IncomingMessage };
}

/** A connection whose client says who it is. */
interface Connecting {
  readonly connectionParams?: Readonly<Record<string, unknown>> | null;
  readonly extra: { readonly socket: { close(code: number, reason: string): void } };
}

/** The code by which graphql-transport-ws closes a connection for want of authorisation; a reason has 123 bytes at most. */
const [unauthenticated, longestReason] = [4401, 123];

/** An operation on its way through graphql-ws. */
interface OverSocket extends Operation {
  readonly contextValue: IncomingMessage;
}

/** What WebSockets are made of. */
interface SocketParts {
  readonly asking: Asking;
  readonly limits: LiveLimits;
  readonly addressOf: AddressOf;
  readonly doorkeeper: Doorkeeper;
}

/** Operations over WebSocket, by the protocol graphql-transport-ws. */
export function addSockets(server: FastifyInstance, { asking, limits, addressOf, doorkeeper }: SocketParts): void {
  const own = new Shares(limits.perAddress);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: bodyLimit });
  const askerBehind = (request: IncomingMessage) => ({ requestId: randomUUID(), who: addressOf(request) });
  const options = {
    // Browsers can send no header with a WebSocket: their key comes with the first message.
    onConnect: async ({ connectionParams, extra }: Connecting) => {
      const refused = await refusedKey(connectionParams, doorkeeper);
      if (refused === undefined) return true;
      extra.socket.close(unauthenticated, Buffer.from(refused).subarray(0, longestReason).toString());
      return false;
    },
    onSubscribe: async ({ subscriptions, extra }: Connection, _id: string, asked: Asked) => {
      if (Object.keys(subscriptions).length > limits.perSocket) return [tooMany(limits.perSocket)];
      const sound = await asking.read(asked, addressOf(extra.request));
      return "document" in sound ? { ...sound, contextValue: extra.request } : sound;
    },
    subscribe: async ({ contextValue, ...sound }: OverSocket) => {
      const answers = await asking.subscribe(sound, askerBehind(contextValue));
      return "next" in answers ? paced(answers, contextValue.socket, limits.patience) : answers;
    },
    execute: ({ contextValue, ...sound }: OverSocket) => asking.execute(sound, askerBehind(contextValue)),
  };
  // Who has not answered a ping by the next one is gone, or does not read.
  const live = serveSockets(options as unknown as Parameters<typeof serveSockets>[0], sockets, limits.patience / 2);
  let isClosing = false;
  server.server.on("upgrade", (request, socket, head) => {
    // Who hangs up while being answered harms nobody else.
    socket.on("error", () => socket.destroy());
    if (isClosing || pathOf(request.url ?? "/") !== "/graphql") return socket.destroy();
    void letIn(request, socket, doorkeeper).then((isIn) => {
      if (!isIn) return;
      if (isClosing || socket.destroyed) return socket.destroy();
      if (sockets.clients.size >= limits.connections)
        return socket.end("HTTP/1.1 503 Service Unavailable\r\nRetry-After: 30\r\nConnection: close\r\n\r\n");
      const address = addressOf(request);
      if (!own.take(address))
        return socket.end("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\nConnection: close\r\n\r\n");
      socket.once("close", () => own.give(address));
      sockets.handleUpgrade(request, socket, head, (opened) => {
        sockets.emit("connection", opened, request);
        // What cannot be read, ws answers by closing; graphql-ws would write of each as of a fault of ours.
        opened.removeAllListeners("error").on("error", () => undefined);
      });
    });
  });
  server.addHook("preClose", async () => {
    isClosing = true;
    // Whoever does not take leave is not waited for.
    const late = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, grace);
    await live.dispose();
    clearTimeout(late);
  });
}

const tooMany = (most: number) =>
  new GraphQLError(`a connection may have ${most} operations under way; end some, or open another connection`, {
    extensions: { code: "TOO_MANY_SUBSCRIPTIONS" },
  });
