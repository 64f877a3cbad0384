import { type FastifyRequest } from "fastify";
import { type DocumentNode } from "graphql";

/** A question whose document was found valid before. */
export interface Quick {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

/** How many documents are remembered, and how long their text may be. */
const most = { documents: 1_000, characters: 10_000 };

/** Accepted by all who just want JSON; others are Apollo's to negotiate with. */
const plainAccepts = new Set([undefined, "*/*", "application/json", "application/json, */*"]);

const plainFields = new Set(["query", "variables", "operationName"]);

const namingFields = new Set([...plainFields, "documentId", "extensions"]);

/**
 * The documents that Apollo has parsed and found valid, by their text. Asked again in the plainest way, by POST and for
 * JSON, they need not pass through it once more: that takes longer than to answer them.
 */
export class Quickly {
  private readonly documents = new Map<string, DocumentNode>();

  /** Remembers a document that was found valid. */
  remember(text: string | undefined, document: DocumentNode): void {
    if (text === undefined || text.length > most.characters || this.documents.has(text)) return;
    if (this.documents.size >= most.documents) this.documents.delete(this.documents.keys().next().value!);
    this.documents.set(text, document);
  }

  /**
   * The question of a request; undefined where Apollo must look at it.
   *
   * @param persisted the document that it named instead of sending it
   */
  read({ method, headers, body, url }: FastifyRequest, persisted?: string): Quick | undefined {
    if (method !== "POST" || url !== "/graphql" || !plainAccepts.has(headers.accept)) return undefined;
    if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined;
    if (!headers["content-type"]?.startsWith("application/json")) return undefined;
    const { query = persisted, variables, operationName } = body as Record<string, unknown>;
    const document = typeof query === "string" ? this.documents.get(query) : undefined;
    const known = persisted === undefined ? plainFields : namingFields;
    if (!document || !Object.keys(body).every((field) => known.has(field))) return undefined;
    if (operationName !== undefined && operationName !== null && typeof operationName !== "string") return undefined;
    if (variables !== undefined && (typeof variables !== "object" || Array.isArray(variables))) return undefined;
    return {
      document,
      operationName: operationName ?? undefined,
      variables: (variables ?? {}) as Record<string, unknown>,
    };
  }
}
