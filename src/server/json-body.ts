import { isUtf8 } from "node:buffer";
import { type FastifyInstance, type FastifyRequest } from "fastify";

/** What is wrong with a body, as Fastify hands it to the handler of faults. */
class BodyFault extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Reads bodies of JSON, and says of those that cannot be read which of the several reasons there are it is. */
export function readJson(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser("error", "error");
  server.removeContentTypeParser("application/json");
  server.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    const fault = encodingFault(request) ?? (isUtf8(body as Buffer) ? undefined : notUtf8());
    if (fault) return done(fault);
    const text = (body as Buffer).toString("utf8");
    parse(request, text, (error, value) => done(error ? asTold(error, text) : null, value));
  });
}

function encodingFault({ headers }: FastifyRequest): BodyFault | undefined {
  const encoding = headers["content-encoding"];
  if (encoding === undefined || encoding === "identity") return undefined;
  const message = `The body must not be compressed, got content-encoding ${encoding.slice(0, 50)}`;
  return new BodyFault(415, "UNSUPPORTED_ENCODING", message);
}

const notUtf8 = () => new BodyFault(400, "BAD_REQUEST", "The request cannot be read: the body is not UTF-8");

/** The parser refuses keys that would change what objects are, in the same words as what is no JSON. */
function asTold(error: Error, text: string): Error {
  if (!isJson(text)) return error;
  return new BodyFault(
    400,
    "BAD_REQUEST",
    "The request cannot be read: no key may be `__proto__` or `constructor.prototype`",
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
