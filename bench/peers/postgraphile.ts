import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { databaseUrl, idleTimeoutMillis, listen, poolSize } from "./listen";

/** PostGraphile over the tables as they are; what it does not do by itself, it finds as functions in the schema `beside`. */
const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  // By this plugin only what leads an index may be ordered by.
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  pgServices: [
    makePgService({
      connectionString: databaseUrl,
      schemas: ["public", "beside"],
      poolConfig: { max: poolSize, idleTimeoutMillis },
    }),
  ],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
  grafast: { explain: false },
});

async function main(): Promise<void> {
  const server = createServer();
  await pgl.createServ(grafserv).addTo(server);
  listen(server);
}

void main();
