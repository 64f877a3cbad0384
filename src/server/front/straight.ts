import { isUtf8 } from "node:buffer";
import { type IncomingMessage } from "node:http";
import { type AddressOf } from "../address";
import { type Asker, wantsLicences } from "../asker";
import { type Executed } from "../errors";
import { type Execute, type Operation, type Stands } from "../operations";
import { type PersistedDocuments } from "../persisted";
import { varying } from "../policies";
import { stringifyResult } from "../result";
import { type Known } from "./known";
import { type Sent, sentOf } from "./sent";

/** What answering straight takes. */
export interface StraightParts {
  readonly known: Known;
  readonly persisted: PersistedDocuments;
  readonly execute: Execute;
  readonly addressOf: AddressOf;
  /** The headers of every answer to what is posted. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a request asks, where it can be answered straight. */
export interface Asking {
  readonly operation: Operation;
  /** The `content-type` of its answer. */
  readonly type: string;
}

/** An answer to be sent, or one with errors, which have their shape from Apollo. */
export type Answered = { readonly sent: Sent; readonly stands: Stands | undefined } | { readonly executed: Executed };

/**
 * Answers questions of which Apollo knows all that it would find out, by POST and for JSON: they pass neither Fastify nor
 * Apollo, which takes longer than to answer them.
 */
export class Straight {
  private readonly headers = new Map<string, Sent["headers"]>();

  constructor(private readonly parts: StraightParts) {}

  /** What is asked; undefined where Fastify and Apollo must look at it. */
  read({ headers }: IncomingMessage, body: Buffer): Asking | undefined {
    const { known } = this.parts;
    const type = known.typeFor(headers.accept);
    if (!type || !isPlainJson(headers["content-type"])) return undefined;
    const asked = objectOf(body);
    if (!asked || !Object.keys(asked).every((field) => plainFields.has(field))) return undefined;
    const { variables, operationName, extensions } = asked;
    if (extensions !== undefined && !isObject(extensions)) return undefined;
    const document = known.find(this.textOf(asked));
    if (!document) return undefined;
    if (operationName !== undefined && operationName !== null && typeof operationName !== "string") return undefined;
    if (variables !== undefined && variables !== null && !isObject(variables)) return undefined;
    const operation = {
      document,
      operationName: operationName ?? undefined,
      variables: variables ?? {},
    };
    return { operation, type };
  }

  async answer(
    { operation, type }: Asking,
    request: IncomingMessage,
    asker: Required<Pick<Asker, "requestId" | "gone">>,
  ): Promise<Answered> {
    const done = await this.parts.execute(operation, {
      requestId: asker.requestId,
      gone: asker.gone,
      who: this.parts.addressOf(request),
      licences: wantsLicences(request),
    });
    if (done.errors) return { executed: done };
    const sent = sentOf(stringifyResult(done), this.headersOf(type));
    return { sent, stands: done.stands };
  }

  private headersOf(type: string): Sent["headers"] {
    const headers = this.headers.get(type) ?? { ...this.parts.headers, "content-type": type, ...varying };
    this.headers.set(type, headers);
    return headers;
  }

  private textOf(asked: Readonly<Record<string, unknown>>): unknown {
    const { query, documentId, extensions } = asked;
    if (documentId === undefined && extensions === undefined) return query;
    const persisted = this.parts.persisted.resolve(asked);
    if (!persisted) return query;
    return "query" in persisted ? persisted.query : undefined;
  }
}

const plainFields = new Set(["query", "variables", "operationName", "documentId", "extensions"]);

const isPlainJson = (type: string | undefined) =>
  type !== undefined && /^application\/json *(; *charset="?utf-8"?)?$/i.test(type);

/** What Fastify's reader of JSON looks at more closely. */
const suspicious = /\\u|__proto__|constructor/;

function objectOf(body: Buffer): Readonly<Record<string, unknown>> | undefined {
  if (!isUtf8(body)) return undefined;
  const text = body.toString("utf8");
  if (suspicious.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
