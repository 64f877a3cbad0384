import { type FastifyInstance } from "fastify";
import { bearer } from "../bearer";
import { type Answering } from "../graphql";
import { type ServerParts } from "../parts";
import { createAsking } from "./asking";
import { addEvents } from "./events";
import { usualLimits } from "./limits";
import { addSockets } from "./sockets";

/** Subscriptions: over WebSocket at /graphql (graphql-transport-ws), and as server-sent events at /graphql/stream. */
export function addLive(
  server: FastifyInstance,
  parts: ServerParts,
  { addressOf, ...answering }: Pick<Answering, "execute" | "reading" | "allowance" | "addressOf">,
): void {
  const asking = createAsking(parts, answering, server.log);
  if (!asking) return;
  const limits = { ...usualLimits, ...parts.settings.live };
  addSockets(server, { asking, limits, addressOf, doorkeeper: parts });
  addEvents(server, { asking, limits, addressOf, knock: bearer(parts.identify) });
}
