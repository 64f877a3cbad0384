/** An answer that can be sent. */
export interface Sent {
  readonly body: string | Buffer;
  /** All its headers but those that belong to one request. */
  readonly headers: Readonly<Record<string, string>>;
  /** A tag of what it says, the same for every encoding; of answers by GET. */
  readonly etag?: string;
  /** The body as it was sent compressed before, by encoding. */
  readonly encoded: Map<string, Buffer>;
}
