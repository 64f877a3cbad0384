import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { accepted } from "../accept";
import { compressOptions } from "../policies";
import { type Sent } from "./sent";

const compressors = {
  br: (body: string | Buffer) => promisify(brotliCompress)(body, compressOptions.brotliOptions ?? {}),
  gzip: (body: string | Buffer) => promisify(gzip)(body, compressOptions.zlibOptions ?? {}),
};

type Encoding = keyof typeof compressors;

const known = new Map<string, Encoding | undefined>();

/** The encoding in which a caller likes an answer best; undefined for as it is. */
export function encodingFor({ length }: Sent, header: string | undefined): Encoding | undefined {
  if (header === undefined || length < compressOptions.threshold!) return undefined;
  if (known.has(header)) return known.get(header);
  const liked = accepted(header, ["br", "gzip"] as const);
  // Headers are few; whoever makes up ever new ones is looked at each time.
  if (known.size < 100) known.set(header, liked);
  return liked;
}

/** The body in an encoding; made once. */
export async function encodedBody({ body, encoded }: Sent, encoding: Encoding): Promise<Buffer> {
  const made = encoded.get(encoding) ?? (await compressors[encoding](body));
  encoded.set(encoding, made);
  return made;
}
