import { type FastifyRequest } from "fastify";

/** What is wrong with the form of a question for a stream; undefined if nothing is. Its document is looked at later. */
export function formFault({ method, query, body, headers }: FastifyRequest): string | undefined {
  if (method === "GET") return fieldsFault(query as Fields, parsed);
  if (!headers["content-type"]?.includes("application/json"))
    return `expected a body of application/json, got ${headers["content-type"] ?? "no content-type"}`;
  if (typeof body !== "object" || body === null || Array.isArray(body))
    return 'expected a JSON object such as { "query": "subscription { ... }" }';
  return fieldsFault(body as Fields, (value) => value);
}

type Fields = Readonly<Record<string, unknown>>;

/** `read` makes the value of a field of what stands in the request; undefined if it cannot. */
function fieldsFault(fields: Fields, read: (value: unknown) => unknown): string | undefined {
  if (typeof fields["query"] !== "string") return "`query` expects a document of GraphQL as text";
  const wrong = ["variables", "extensions"].find((name) => {
    const given = fields[name] ?? undefined;
    return given !== undefined && given !== "" && !isObject(read(given));
  });
  return wrong && `\`${wrong}\` expects a JSON object`;
}

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
