import { type Server } from "node:http";
import { Shares } from "../fair/shares";
import { networkOf } from "./address";

/** What bounds connections. */
export interface ConnectionLimits {
  /** How long a request may take to arrive, in milliseconds. */
  readonly arrival: number;
  /** How long a connection may be idle between requests, in milliseconds. */
  readonly idle: number;
  /** How long nothing may go over a connection before it is closed, in milliseconds: whoever reads nothing holds no answer for longer. */
  readonly silence: number;
  /** How many connections are open at once; further ones are closed at once. */
  readonly most: number;
  /** How many of them one address may have, where no proxy stands in front. */
  readonly ofOneAddress: number;
}

/** As a server that anyone may reach has them. */
export const usualConnections: ConnectionLimits = {
  arrival: 30_000,
  idle: 72_000,
  silence: 120_000,
  most: 5_000,
  ofOneAddress: 1_000,
};

/** Bounds the connections of a server. */
export function limitConnections(
  server: Server,
  { idle, silence, most, ofOneAddress }: ConnectionLimits,
  isBehindProxy: boolean,
): void {
  server.keepAliveTimeout = idle;
  server.setTimeout(silence);
  server.maxConnections = most;
  // Whoever comes through a proxy has its connections.
  if (isBehindProxy) return;
  const own = new Shares(ofOneAddress);
  server.on("connection", (socket) => {
    const address = networkOf(socket.remoteAddress ?? "");
    if (!own.take(address)) socket.destroy();
    else socket.once("close", () => own.give(address));
  });
}
