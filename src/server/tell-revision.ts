import { type FastifyInstance } from "fastify";
import { type FormattedExecutionResult } from "graphql";
import { isFault } from "./faults";
import { pathOf } from "./logging";
import { type ServerParts } from "./parts";

/** Where the graph is asked. */
const addresses: ReadonlySet<string> = new Set(["/graphql", "/graphql/stream"]);

/** Has what is refused where the graph is asked, for its key, its size or its form, tell the latest revision as answers do. */
export function tellRevision(server: FastifyInstance, revision: ServerParts["revision"]): void {
  server.addHook("onSend", (request, reply, payload, done) => {
    const isRefusal = (reply.statusCode >= 400 || isFault(reply)) && addresses.has(pathOf(request.url));
    // Answers wait for nothing.
    if (!isRefusal || typeof payload !== "string") return done(null, payload);
    const body = JSON.parse(payload) as FormattedExecutionResult;
    void withRevision(body, revision).then((told) => done(null, told === body ? payload : JSON.stringify(told)));
  });
}

/** The same answer; where it tells no revision, with the latest. */
export async function withRevision<Told extends { readonly extensions?: object }>(
  answer: Told,
  revision: ServerParts["revision"],
): Promise<Told> {
  if (answer.extensions && "revision" in answer.extensions) return answer;
  // Without the store there is no revision to tell; that is no reason to leave out what went wrong.
  const number = await revision?.().catch(() => undefined);
  return number === undefined ? answer : { ...answer, extensions: { ...answer.extensions, revision: number } };
}
