import { createServer, type RequestListener, type Server } from "node:http";
import { type ConnectionLimits } from "./connections";
import { boundPerAddress } from "./per-address";
import { Request } from "./request";

/** Node's server, with connections bounded; the caller listens. */
export function createHttpServer(limits: ConnectionLimits, listener: RequestListener): Server {
  const http = createServer(
    {
      IncomingMessage: Request,
      requestTimeout: limits.arrival,
      connectionsCheckingInterval: Math.min(limits.arrival, 5_000),
    },
    listener,
  );
  http.keepAliveTimeout = limits.idle;
  http.setTimeout(limits.silence);
  http.maxConnections = limits.most;
  boundPerAddress(http, limits.perAddress);
  return http;
}
