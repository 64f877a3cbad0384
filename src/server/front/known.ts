import { type DocumentNode } from "graphql";

/** How much is remembered, and how long the text of a document may be. */
const most = { documents: 1_000, characters: 10_000, headers: 100 };

/** What Apollo has found out of requests, so that it need not be asked again. */
export class Known {
  private readonly documents = new Map<string, DocumentNode>();
  private readonly types = new Map<string | undefined, string>();

  /** Remembers a document that was found valid. */
  remember(text: string | undefined, document: DocumentNode): void {
    if (text === undefined || text.length > most.characters || this.documents.has(text)) return;
    if (this.documents.size >= most.documents) this.documents.delete(this.documents.keys().next().value!);
    this.documents.set(text, document);
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
