import { join } from "node:path";
import { type Manner, type Serving, serve } from "../children";
import { cores } from "../cores";
import { type Shot } from "../fire";
import { type Question } from "./questions";

type Variables = Readonly<Record<string, unknown>>;

/** A server that is measured. */
export interface Server {
  readonly name: string;
  readonly script: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly manner?: Manner;
  /** Who does what, with versions. */
  readonly what: string;
  /** How it is asked; as Citegraph is unless told. */
  readonly shot?: (question: Question, variables: Variables, at: number) => Shot;
  /** The data of its answer in the shape of Citegraph's, where it differs. */
  readonly shape?: (question: Question, data: never) => unknown;
}

/** As everybody is asked whose schema is a part of Citegraph's. */
export const shotOf = ({ name, query }: Pick<Question, "name" | "query">, variables: Variables): Shot => ({
  body: JSON.stringify({ query, operationName: name, variables }),
});

// Nobody else tells of each request.
const citegraph = { PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "warn", CITEGRAPH_RATE: "0" };

export const cold = "Citegraph, cold";
export const hot = "Citegraph, hot";

/** Citegraph as it answers everything anew. */
export const keepsNone: Server = {
  ...{ name: cold, script: "src/main.js", env: { ...citegraph, CITEGRAPH_CACHE_MB: "0" }, what: "keeps no answers" },
};

/** Citegraph as it keeps answers. */
export const keeps: Server = { name: hot, script: "src/main.js", env: citegraph, what: "keeps answers, 32 MB of them" };

/** Starts a server over the database, on the core of servers. */
export function start(server: Server, folder: string, databaseUrl: string, answers = ""): Promise<Serving> {
  const log = join(folder, `${server.name.replace(/\W+/g, "-")}.log`);
  const env = { ...server.env, DATABASE_URL: databaseUrl, ANSWERS: answers, NODE_ENV: "production" };
  return serve(server.script, log, env, { core: cores.server, ...server.manner });
}
