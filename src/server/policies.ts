import { constants } from "node:zlib";
import { type FastifyCompressOptions } from "@fastify/compress";
import cors, { type FastifyCorsOptions } from "@fastify/cors";
import helmet, { type FastifyHelmetOptions } from "@fastify/helmet";
import fastify from "fastify";

/** Anyone may read from anywhere; nothing depends on cookies, so nothing is at stake. */
export const corsOptions: FastifyCorsOptions = {
  origin: "*",
  methods: ["GET", "HEAD", "POST"],
  exposedHeaders: ["x-request-id", "x-citegraph-revision", "content-disposition", "etag"],
  maxAge: 86_400,
  // Whoever asks what may be asked, and is no browser, leaves out where from.
  strictPreflight: false,
};

/** Answers of more than 1 kB are compressed, lightly: a graph is asked often and its answers are short-lived. */
export const compressOptions: FastifyCompressOptions = {
  globalDecompression: false,
  encodings: ["br", "gzip"],
  threshold: 1024,
  brotliOptions: {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
  },
  zlibOptions: { level: 5 },
};

/**
 * Pages load nothing from elsewhere. The playground's editor writes style elements, and its fonts stand in its
 * stylesheet, hence the inline styles and the data; whether
 * the connection is https is for whoever stands in front to say, hence no upgrade and no HSTS.
 */
const helmetOptions: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      fontSrc: ["'self'", "data:"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
      imgSrc: ["'self'", "data:"],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      workerSrc: ["'self'"],
    },
  },
  crossOriginResourcePolicy: { policy: "cross-origin" },
  strictTransportSecurity: false,
};

/** What an answer of the graph may differ by. */
export const varying = { vary: "accept, citegraph-licences, accept-encoding" };

/** `cache-control` of what never changes: an answer of a time gone by, or a file that is named by its content. */
export const forEver = "public, max-age=31536000, immutable";

/** The headers of every answer. */
export interface SteadyHeaders {
  /** Of what a browser may show, which is all that is asked for by GET. */
  readonly shown: Readonly<Record<string, string>>;
  /** Of what is posted for: it is read by programs, to whom only some of the others say anything. */
  readonly posted: Readonly<Record<string, string>>;
}

/**
 * The headers that helmet and cors set by these options. They are the same for every answer, so they are asked for them
 * once: to have them made up anew took a tenth of the time of a small question.
 */
export async function steadyHeaders(): Promise<SteadyHeaders> {
  const [plain, helmeted] = [fastify(), fastify()];
  await helmeted.register(helmet, helmetOptions);
  await helmeted.register(cors, corsOptions);
  const [without, all] = await Promise.all([plain, helmeted].map((server) => server.inject("/")));
  await Promise.all([plain.close(), helmeted.close()]);
  const own = Object.entries(all!.headers).filter(([name]) => !(name in without!.headers));
  const shown = Object.fromEntries(own.map(([name, value]) => [name, String(value)]));
  const posted = Object.fromEntries(
    Object.entries(shown).filter(([name]) =>
      /^access-control-|^x-content-type-options$|^cross-origin-resource-policy$/.test(name),
    ),
  );
  return { shown, posted: { ...posted, "content-security-policy": "default-src 'none'; frame-ancestors 'none'" } };
}
