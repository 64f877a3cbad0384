import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A key as its holder has it, in its two parts. */
export interface KeyParts {
  /** What is kept in the clear, and told in lists: it finds the key, and opens nothing. */
  readonly id: string;
  readonly secret: string;
}

/** Makes a key: `cg_`, ten hexadecimal digits that are public, and a secret of 256 random bits. */
export function newKey(): KeyParts & { readonly text: string } {
  const [id, secret] = [randomBytes(5).toString("hex"), randomBytes(32).toString("hex")];
  return { id, secret, text: `cg_${id}_${secret}` };
}

/** A key in its parts; undefined for what is none. */
export function readKey(text: string): KeyParts | undefined {
  const [, id, secret] = /^cg_([0-9a-f]{10})_([0-9a-f]{64})$/.exec(text) ?? [];
  return id && secret ? { id, secret } : undefined;
}

/**
 * What is kept of a secret. A slow hash makes guessing dear where people choose the secret; among 2^256 random ones there
 * is nothing to guess, and a slow hash would only make every request dear.
 */
export function digestOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** Whether a secret is the one of which this is kept, in a time that does not tell how near it is. */
export function isSecretOf(digest: Buffer, secret: string): boolean {
  return timingSafeEqual(digest, digestOf(secret));
}
