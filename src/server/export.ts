import { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { Shares } from "../fair/shares";
import { type Exporter, type Prepared } from "../graph/export/exporter";
import { formats, isFormat } from "../graph/export/format";
import { ExportFaults } from "../graph/export/parameters";
import { type AddressOf } from "./address";
import { exportPage } from "./export-page";
import { type Fault, sendFault, sendFaults } from "./faults";
import { isKnown } from "./front/etag";
import { pathOf } from "./logging";
import { compressOptions, forEver } from "./policies";
import { type Web } from "./web";

/** How many exports one address may read at once: one less than all may. */
const ofOneAddress = 2;

/** `/export` says what can be taken along, `/export/placements.csv` and `/export/placements.jsonl` are whole lists. */
export function addExport(
  server: FastifyInstance,
  exporter: Exporter | undefined,
  addressOf: AddressOf,
  web: Web | undefined,
): void {
  if (!exporter) return;
  const own = new Shares(ofOneAddress);
  const methods = { method: ["GET", "HEAD"], exposeHeadRoute: false };
  for (const url of ["/export", "/export/"]) {
    server.route({ ...methods, url, handler: (request, reply) => index(exporter, web, request, reply) });
  }
  server.route<{ Params: { file: string } }>({
    ...methods,
    url: "/export/:file",
    compress: { ...compressOptions, customTypes: /^(text\/csv|application\/(x-ndjson|json))/ },
    handler: (request, reply) => answer(exporter, own, addressOf(request.raw), request, reply),
  });
  server.route({
    method: ["POST", "PUT", "PATCH", "DELETE"],
    url: "/export/:file",
    onRequest: async (request, reply) => {
      const message = `${pathOf(request.url)} takes GET, HEAD; conditions go into the address, such as ?where={...}`;
      return sendFault(reply.header("allow", "GET, HEAD"), 405, { message, code: "METHOD_NOT_ALLOWED" });
    },
    handler: () => undefined,
  });
}

function index(exporter: Exporter, web: Web | undefined, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const origin = `${request.protocol}://${request.host}`;
  reply.header("vary", "accept");
  if (/\btext\/html\b/.test(request.headers.accept ?? "")) {
    return reply.type("text/html; charset=utf-8").send(exportPage(exporter.kinds, web));
  }
  const kinds = exporter.kinds.map(({ name, description, columns, parameters }) => ({
    name,
    description,
    csv: `${origin}/export/${name}.csv`,
    jsonl: `${origin}/export/${name}.jsonl`,
    columns: columns.map(({ leaf: _, ...column }) => column),
    parameters: parameters.map(({ type, ...parameter }) => ({ ...parameter, type: String(type) })),
  }));
  return reply.type("application/json; charset=utf-8").send(JSON.stringify({ kinds }));
}

async function answer(
  exporter: Exporter,
  own: Shares,
  address: string,
  request: FastifyRequest<{ Params: { file: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { file } = request.params;
  const [, kind = file, format = ""] = /^(.*)\.([^.]*)$/.exec(file) ?? [];
  if (!isFormat(format)) return sendFault(reply, 404, wrongFormat(exporter, kind));
  const start = request.url.indexOf("?");
  try {
    const prepared = exporter.prepare(kind, format, new URLSearchParams(start < 0 ? "" : request.url.slice(start)));
    if (!prepared) return sendFault(reply, 404, unknownKind(exporter, kind, format));
    const known = request.headers["if-none-match"];
    if (request.method === "HEAD" || known !== undefined) {
      const revision = await prepared.revision();
      addHeaders(reply, prepared, revision, kind, format);
      if (isKnown(known, etagOf(prepared, revision))) return reply.code(304).send();
      if (request.method === "HEAD") return reply.send();
    }
    if (reply.raw.closed) return reply;
    if (!own.take(address)) return sendFault(reply.header("retry-after", "30"), 429, tooManyOfOne);
    const over = new AbortController();
    reply.raw.once("close", () => {
      own.give(address);
      over.abort();
    });
    const { revision, body } = await prepared.open(over.signal);
    addHeaders(reply, prepared, revision, kind, format);
    // Nobody may be left to read it.
    if (over.signal.aborted) body.destroy();
    return reply.send(body);
  } catch (error) {
    return refuse(reply, error);
  }
}

const tooManyOfOne: Fault = {
  message: `${ofOneAddress} exports are being read from your address, as many as one may at once; try again when one of them has ended`,
  code: "TOO_MANY_EXPORTS",
};

const etagOf = ({ mark }: Prepared, revision: number) => `W/"${revision}-${mark}"`;

function addHeaders(
  reply: FastifyReply,
  prepared: Prepared,
  revision: number,
  kind: string,
  format: "csv" | "jsonl",
): void {
  reply.headers({
    "content-type": formats[format].mediaType,
    "content-disposition": `attachment; filename="citegraph-${kind}-${revision}.${format}"`,
    "x-citegraph-revision": revision,
    etag: etagOf(prepared, revision),
    "cache-control": prepared.isAsOf ? forEver : "no-cache",
    "accept-ranges": "none",
  });
}

const statuses: Readonly<Record<string, number>> = { TOO_MANY_EXPORTS: 503, UNAVAILABLE: 503, QUERY_TIMEOUT: 504 };

function refuse(reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof ExportFaults) {
    return sendFaults(
      reply,
      400,
      error.faults.map((fault) => ({ ...fault, code: "BAD_USER_INPUT" })),
    );
  }
  const code = error instanceof GraphQLError ? error.extensions["code"] : undefined;
  if (!(error instanceof GraphQLError) || typeof code !== "string") throw error;
  const status = statuses[code] ?? 400;
  if (status === 503) reply.header("retry-after", "30");
  return sendFault(reply, status, { message: error.message, code });
}

function wrongFormat(exporter: Exporter, kind: string): Fault {
  const words = Object.keys(formats).map((format) => `.${format}`);
  const known = exporter.kinds.some(({ name }) => name === kind) ? `/export/${kind}` : "an export";
  return { message: `${known} ends in ${words.join(" or ")}; /export says what there is`, code: "NOT_FOUND" };
}

function unknownKind(exporter: Exporter, kind: string, format: string): Fault {
  const near = exporter
    .near(kind)
    .slice(0, 3)
    .map((name) => `/export/${name}.${format}`);
  const hint = near.length > 0 ? `; did you mean ${near.join(" or ")}?` : "; /export says what there is";
  return { message: `There is no export \`${kind}\`${hint}`, code: "NOT_FOUND" };
}
