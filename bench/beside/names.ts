import { cold, hot } from "./citegraph";

export const apolloServer = "Apollo Server";
export const mercurius = "Mercurius";
export const yoga = "GraphQL Yoga";
export const postgraphile = "PostGraphile 5";
export const byHand = "`pg` by hand";
export const bareFastify = "bare Fastify";
export const bareHttp = "bare `node:http`";

/** Everybody, in the order of the table. */
export const serverNames = [
  ...[cold, hot, apolloServer, mercurius, yoga, postgraphile, byHand, bareFastify, bareHttp],
] as const;
