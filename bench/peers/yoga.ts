import { createServer } from "node:http";
import { useResponseCache } from "@graphql-yoga/plugin-response-cache";
import { createSchema, createYoga } from "graphql-yoga";
import { listen, openPool } from "./listen";
import { contextOver, resolvers, typeDefs } from "./schema";

/** GraphQL Yoga with its response cache, which keeps answers by query and variables for everybody. */
const pool = openPool();
const yoga = createYoga({
  schema: createSchema({ typeDefs, resolvers: resolvers as never }),
  context: () => contextOver(pool) as never,
  logging: false,
  plugins: process.env["YOGA_CACHE"] === "off" ? [] : [useResponseCache({ session: () => null, ttl: 3_600_000 })],
});

listen(createServer(yoga));
