import { createServer } from "node:http";
import { grafserv } from "postgraphile/grafserv/node";
import { makePgService } from "postgraphile/adaptors/pg";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { postgraphile } from "postgraphile";
import { databaseUrl, listen } from "./listen";

/** PostGraphile over the tables as they are; what it does not do by itself, it finds as functions in the schema `beside`. */
const pgl = postgraphile({
  extends: [PostGraphileAmberPreset],
  // By this plugin only what leads an index may be ordered by.
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  pgServices: [makePgService({ connectionString: databaseUrl, schemas: ["public", "beside"] })],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
  grafast: { explain: false },
});

async function main(): Promise<void> {
  const server = createServer();
  await pgl.createServ(grafserv).addTo(server);
  listen(server);
}

void main();
