import { createHash } from "node:crypto";
import { type FastifyReply, type FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import { type Fault, sendFault } from "./faults";

/** How much of documents is kept, in characters, and how long one may be. */
const most = { all: 20_000_000, one: 100_000 };

/** A request that may name its document instead of sending it. */
export interface Asking {
  readonly query?: unknown;
  /** `sha256:` and the hash of the document in hexadecimal, as the draft on persisted documents has it. */
  readonly documentId?: unknown;
  /** May hold `persistedQuery: { version: 1, sha256Hash }`, the protocol that Apollo's clients speak. */
  readonly extensions?: unknown;
}

/** The document that is asked for, or why there is none; undefined where the request names none. */
export type Persisted = { readonly query: string } | (Fault & { readonly status: number });

/** Documents by their hashes, so that a question is asked by a short address. Each process learns them by being sent them once. */
export class PersistedDocuments {
  private readonly documents = new LRUCache<string, string>({
    maxSize: most.all,
    maxEntrySize: most.one,
    sizeCalculation: (text) => text.length + 100,
  });

  resolve(asking: Asking): Persisted | undefined {
    const named = hashOf(asking);
    if (!named || "status" in named) return named;
    const { query } = asking;
    if (query === undefined || query === null || query === "") return this.known(named);
    if (typeof query !== "string") return undefined;
    const is = createHash("sha256").update(query).digest("hex");
    if (is !== named.hash) {
      return {
        status: 400,
        code: "BAD_USER_INPUT",
        message: `The hash of \`query\` is ${is}, not ${named.hash} as was said`,
      };
    }
    this.documents.set(is, query);
    return { query };
  }

  private known({ hash, protocol }: Named): Persisted {
    const query = this.documents.get(hash);
    if (query !== undefined) return { query };
    // Apollo's clients look for these words, and then send the document; an error of HTTP would stop some of them.
    if (protocol === "apollo")
      return { status: 200, code: "PERSISTED_QUERY_NOT_FOUND", message: "PersistedQueryNotFound" };
    return {
      status: 404,
      code: "PERSISTED_DOCUMENT_NOT_FOUND",
      message: `No document is kept under sha256:${hash}; send it once as \`query\` beside \`documentId\``,
    };
  }
}

interface Named {
  readonly hash: string;
  readonly protocol: "apollo" | "draft";
}

function hashOf({ documentId, extensions }: Asking): Named | (Fault & { status: number }) | undefined {
  if (documentId !== undefined && documentId !== null) {
    const given = typeof documentId === "string" ? documentId : "";
    const [, hash] = /^sha256:([0-9a-f]{64})$/.exec(given) ?? [];
    if (hash) return { hash, protocol: "draft" };
    const got = typeof documentId === "string" ? JSON.stringify(documentId.slice(0, 200)) : "something that is no text";
    const message = `\`documentId\` expects \`sha256:\` and 64 hexadecimal digits, got ${got}`;
    return { status: 400, code: "BAD_USER_INPUT", message };
  }
  const persisted = (extensions as { persistedQuery?: { sha256Hash?: unknown; version?: unknown } } | null | undefined)
    ?.persistedQuery;
  if (!persisted) return undefined;
  const hash = typeof persisted.sha256Hash === "string" ? persisted.sha256Hash.toLowerCase() : "";
  if (persisted.version === 1 && /^[0-9a-f]{64}$/.test(hash)) return { hash, protocol: "apollo" };
  const message = "`extensions.persistedQuery` expects `version: 1` and `sha256Hash`, 64 hexadecimal digits";
  return { status: 400, code: "BAD_USER_INPUT", message };
}

/** What a request says of its document. */
export function askingOf({ method, body, query }: FastifyRequest): Asking {
  if (method === "POST") return (body ?? {}) as Asking;
  const { extensions, ...rest } = query as Record<string, unknown>;
  return typeof extensions === "string" ? { ...rest, extensions: jsonOf(extensions) } : rest;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Says why there is no document; nobody is to keep that. */
export function unresolved(
  reply: FastifyReply,
  { status, ...fault }: Fault & { readonly status: number },
): FastifyReply {
  return sendFault(reply.header("cache-control", "no-store"), status, fault);
}
