import { type DocumentNode, type GraphQLError } from "graphql";
import { type RawJson } from "./raw-json";

/** One operation as it is asked; its document is valid. */
export interface Question {
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether the answer is to tell its licences, as the directive `@licences` asks for. */
  readonly licences?: boolean;
  /** Who asks, by a word that tells them from others. */
  readonly who?: string;
  /** The signal that tells when nobody waits for the answer any more. */
  gone?(): AbortSignal;
}

/** What came of a question; data of stored knowledge stays JSON text. */
export interface Answer {
  data?: RawJson | Record<string, unknown> | null;
  errors?: readonly GraphQLError[];
  extensions?: Record<string, unknown>;
  /** Whether all of it is of a time gone by, so that it is the same for ever. */
  isPast?: boolean;
}
