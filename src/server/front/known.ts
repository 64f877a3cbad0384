import { type DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/**
 * How many documents are remembered and how many characters they may have, one and all together: parsed, each takes about
 * a hundred bytes. And for how many headers is remembered what they mean.
 */
const most = { documents: 1_000, one: 10_000, all: 500_000, headers: 100 };

/** What Apollo has found out of requests, so that it need not be asked again. */
export class Known {
  private readonly documents = new LRUCache<string, DocumentNode>({
    max: most.documents,
    maxSize: most.all,
    maxEntrySize: most.one,
    sizeCalculation: (_document, { length }) => Math.max(length, 1),
  });
  private readonly types = new Map<string | undefined, string>();

  /** Remembers a document that was found valid. */
  remember(text: string | undefined, document: DocumentNode): void {
    if (text !== undefined && !this.documents.has(text)) this.documents.set(text, document);
  }

  /** The document of a text that was found valid before. */
  find(text: unknown): DocumentNode | undefined {
    return typeof text === "string" ? this.documents.get(text) : undefined;
  }

  /** Remembers in which media type a caller that accepts this was answered. */
  learn(accept: string | undefined, type: string | undefined): void {
    // Such headers are few; whoever makes up ever new ones is looked at each time.
    if (type && answerTypes.has(type) && this.types.size < most.headers) this.types.set(accept, type);
  }

  /** The media type for a caller that accepts this, as `content-type` has it. */
  typeFor(accept: string | undefined): string | undefined {
    return this.types.get(accept);
  }
}

const answerTypes = new Set(["application/json; charset=utf-8", "application/graphql-response+json; charset=utf-8"]);
