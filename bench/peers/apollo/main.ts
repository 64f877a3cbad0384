import "reflect-metadata";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { buildSchema } from "type-graphql";
import { DataSource } from "typeorm";
import { databaseUrl, idleTimeoutMillis, poolSize, tellReady } from "../listen";
import { type Context, contextOver } from "./context";
import { entities } from "./entities";
import { resolvers } from "./resolvers";

/** Plain Apollo Server over type-graphql, with TypeORM's repositories and DataLoader. */
async function main(): Promise<void> {
  const source = new DataSource({
    ...{ type: "postgres", url: databaseUrl, entities: [...entities], poolSize, extra: { idleTimeoutMillis } },
  });
  await source.initialize();
  const schema = await buildSchema({
    resolvers: resolvers as unknown as Parameters<typeof buildSchema>[0]["resolvers"],
    validate: false,
  });
  const server = new ApolloServer<Context>({ schema });
  const { url } = await startStandaloneServer(server, {
    listen: { port: 0, host: "127.0.0.1" },
    context: async () => contextOver(source),
  });
  tellReady(Number(new URL(url).port));
}

void main();
