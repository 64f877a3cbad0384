import { type IncomingMessage, type ServerResponse } from "node:http";

/** Who asks, and how. */
export interface Asker {
  readonly requestId: string;
  /** A key, or an address. */
  readonly who: string;
  /** Whether the answer is to tell its licences. */
  readonly licences: boolean;
  /** The signal that tells when the caller has gone before the answer was sent. */
  gone?(): AbortSignal;
  /** Who asks, where a key says so. */
  readonly holder?: object;
}

/** Whether a request wants to be told the licences of its answer. */
export const wantsLicences = ({ headers }: Pick<IncomingMessage, "headers">): boolean =>
  headers["citegraph-licences"] === "1" || headers["citegraph-licences"] === "true";

/** Makes the signal when it is first asked for: most answers are there before anybody looks. */
export function goneOf(response: ServerResponse): () => AbortSignal {
  let gone: AbortController | undefined;
  return () => {
    if (gone) return gone.signal;
    gone = new AbortController();
    const { signal } = gone;
    const end = () => response.writableFinished || gone!.abort();
    if (response.closed) end();
    else response.once("close", end);
    return signal;
  };
}
