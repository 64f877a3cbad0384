import { buildSchema, execute, GraphQLError, type GraphQLSchema, getOperationAST } from "graphql";
import { RawJson } from "../../src/graph/raw-json";
import { type ServerParts } from "../../src/server/parts";
import { createServer } from "../../src/server/server";

/** A small graph of its own, large enough to show every sort of answer. */
export const schema: GraphQLSchema = buildSchema(`
  scalar Slug
  type Query {
    graph: Graph!
    "One city."
    city(slug: Slug!): City
    sum(numbers: [Int!]!): Int
    slow(ms: Int!): String
    broken: String
    brokenTogether: City!
    raw: City
    big: String!
  }
  type Mutation { rename(slug: Slug!, name: String!): City }
  type Graph { revision: Int! }
  type City { slug: Slug! name: String! twin: City }
`);

const zurich = { slug: "zurich-ch", name: "Zürich", twin: () => zurich };

const root = {
  graph: { revision: 7 },
  city: ({ slug }: { slug: string }) => {
    if (slug === "zurich-ch") return zurich;
    throw new GraphQLError(`no city \`${slug}\`; did you mean \`zurich-ch\`?`, { extensions: { code: "NOT_FOUND" } });
  },
  sum: ({ numbers }: { numbers: number[] }) => numbers.reduce((sum, number) => sum + number, 0),
  slow: ({ ms }: { ms: number }) => new Promise((resolve) => setTimeout(resolve, ms, "done")),
  broken: () => {
    throw new Error("connect ECONNREFUSED 10.0.0.5:5432");
  },
  big: () => "smart city ".repeat(1_000),
};

/** Parts for a server over the small graph. */
export const parts: ServerParts = {
  schema,
  answer: async ({ document, operationName, variables }) => {
    const operation = getOperationAST(document, operationName);
    const first = operation?.selectionSet.selections[0];
    const field = first?.kind === "Field" ? first.name.value : "";
    // Not quite the JSON that JSON.stringify writes, to show that it is handed on as it is.
    if (field === "raw") return { data: new RawJson('{"raw": {"name": "Z\\u00fcrich"}}'), extensions: { revision: 7 } };
    if (field === "brokenTogether") throw new Error('relation "cities" does not exist');
    const { data, errors } = await execute({
      schema,
      document,
      operationName,
      variableValues: variables,
      rootValue: root,
    });
    return { ...(data === undefined ? {} : { data }), ...(errors ? { errors } : {}) };
  },
  ready: async () => true,
  home: async () => ({
    revision: 7,
    recordedAt: "2025-03-01T10:00:00.000Z",
    counts: [
      { label: "cities", value: 1234 },
      { label: "sources", value: 56 },
    ],
  }),
  settings: { logLevel: "silent" },
};

/** A server over the small graph; whoever opens it closes it. */
export const open = (changed: Partial<ServerParts> = {}) => createServer({ ...parts, ...changed });

/** Asks by POST; answers status, headers and the parsed body. */
export async function ask(
  server: Awaited<ReturnType<typeof open>>,
  query: string,
  variables?: object,
  headers?: object,
  remoteAddress = "127.0.0.1",
) {
  const response = await server.inject({
    method: "POST",
    url: "/graphql",
    remoteAddress,
    payload: { query, variables },
    headers: { ...headers },
  });
  return { status: response.statusCode, headers: response.headers, text: response.payload, body: response.json() };
}
