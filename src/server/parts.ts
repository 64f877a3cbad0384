import { type GraphQLSchema } from "graphql";
import { type Answer, type Question } from "../graph/answer";
import { type Exporter } from "../graph/export/exporter";
import { type HomeNumbers } from "./home";

/** All that the server is handed. */
export interface ServerParts {
  schema: GraphQLSchema;
  /** Executes one operation; throws only when something is broken. */
  answer(question: Question & { readonly requestId: string }): Promise<Answer>;
  /** Answers a subscription, answer by answer; throws GraphQLError if it is none. Left out where nothing can be subscribed to. */
  subscribe?(question: Question): AsyncIterableIterator<Answer>;
  /** Hands out whole lists. Left out where none can be taken along. */
  exporter?: Exporter;
  /** Whether the store can be asked. */
  ready(): Promise<boolean>;
  /** The live numbers of the home page. */
  home(): Promise<HomeNumbers>;
  /** `bodyLimit` is in bytes, 1 MiB by default; `log` takes the log lines, standard output by default. */
  settings: { logLevel: string; bodyLimit?: number; log?: { write(line: string): void } };
}
