import Fastify from "fastify";
import mercurius from "mercurius";
import { openPool, tellReady } from "./listen";
import { contextOver, resolvers, typeDefs } from "./schema";

/** Mercurius, which compiles a query that is asked again. */
async function main(): Promise<void> {
  const pool = openPool();
  const app = Fastify();
  await app.register(mercurius, {
    schema: typeDefs,
    resolvers: resolvers as never,
    context: () => contextOver(pool) as never,
    jit: 1,
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  tellReady((app.server.address() as { port: number }).port);
}

void main();
