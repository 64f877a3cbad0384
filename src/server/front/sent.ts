/** An answer that can be sent. */
export interface Sent {
  /** As text, where it is short: with its head it goes out in one piece. */
  readonly body: string | Buffer;
  /** How long it is, in bytes. */
  readonly length: number;
  /** All its headers but those that belong to one request. */
  readonly headers: Readonly<Record<string, string>>;
  /** A tag of what it says, the same for every encoding; of answers by GET. */
  readonly etag?: string;
  /** The body as it was sent compressed before, by encoding. */
  readonly encoded: Map<string, Buffer>;
}

/** An answer to be sent for the first time. */
export const sentOf = (body: string, headers: Sent["headers"]): Sent => ({
  body,
  length: Buffer.byteLength(body),
  headers,
  encoded: new Map(),
});

/** From so many bytes on, to turn text into bytes each time takes longer than a second piece: text of ASCII alone, and other text. */
const [long, longOfMany] = [8_192, 2_048];

/** The answer as it is kept, to be sent again and again. */
export function asKept<Kept extends Sent>(sent: Kept): Kept {
  const { body, length } = sent;
  const most = body.length === length ? long : longOfMany;
  return typeof body === "string" && length >= most ? { ...sent, body: Buffer.from(body) } : sent;
}
