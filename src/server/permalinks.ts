import { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { GraphQLError } from "graphql";
import { type PageFound } from "../graph/page-found";
import { expectedTime, timeAsked } from "../graph/time-asked";
import { accepted } from "./accept";
import { isRefusal } from "./allowance";
import { sendFault } from "./faults";
import { isKnown } from "./front/etag";
import { type Answering } from "./graphql";
import { type PagesPart } from "./parts";
import { forEver } from "./policies";
import { type Web } from "./web";

const mediaTypes = {
  "text/html": "html",
  "application/xhtml+xml": "html",
  "application/ld+json": "jsonld",
  "application/json": "jsonld",
} as const;

type MediaType = keyof typeof mediaTypes;
type Form = (typeof mediaTypes)[MediaType];
type Request = FastifyRequest<{
  Params: { "*": string };
  Querystring: Readonly<Record<string, string | string[] | undefined>>;
}>;

/**
 * What a page counts of what one address may ask within a minute: ten a second, where nothing else is set. What its question
 * could cost at most is far above what it does cost.
 */
const costOfPage = 5_000;

const advice = "; whole lists are at /export";

/** Every thing and fact at its permalink: HTML for people, JSON-LD for machines. */
export function addPermalinks(
  server: FastifyInstance,
  pages: PagesPart | undefined,
  { allowance, addressOf }: Pick<Answering, "allowance" | "addressOf">,
  web: Web | undefined,
): void {
  if (!pages) return;
  const look = { css: web?.pages?.css ?? "", ...(web && { icon: web.icon }) };
  const vocabulary = pages.vocabulary(look);
  server.get("/vocabulary", (_request, reply) => reply.type("text/html; charset=utf-8").send(vocabulary));
  for (const word of pages.words) {
    server.get(`/${word}/*`, async (request: Request, reply) => {
      reply.header("vary", "Accept");
      const { format, asOf, revision, date, ...others } = request.query;
      const [unknown] = Object.keys(others);
      if (unknown)
        return refuse(
          reply,
          `\`${unknown}\` is not known here; a page takes \`asOf\`, \`revision\`, \`date\` and \`format\``,
        );
      if ([format, asOf, revision, date].some(Array.isArray))
        return refuse(reply, "`asOf`, `revision`, `date` and `format` may be given once each");
      if (asOf !== undefined && (revision ?? date) !== undefined)
        return refuse(reply, "`asOf` stands for `revision` or `date`; give one of them");
      const short = asOf === undefined ? undefined : timeAsked(asOf as string);
      if (short?.name === "asOf")
        return refuse(reply, `\`asOf\` expects ${expectedTime}, got ${JSON.stringify(short.value)}`);
      const time = { revision, date, ...(short && { [short.name]: short.value }) };
      const type = typeFor(request, format as string | undefined);
      if (type === "unknown") return refuse(reply, `\`format\` expects html or jsonld, got ${JSON.stringify(format)}`);
      if (!type) return sendFault(reply, 406, { message: notAcceptable, code: "NOT_ACCEPTABLE" });
      const wanted = {
        word,
        id: request.params["*"],
        revision: time.revision as string | undefined,
        date: time.date as string | undefined,
      };
      const work = () => pages.find(wanted, mediaTypes[type], look);
      const found = await allowance.within(addressOf(request.raw), costOfPage, work, advice).catch(refusalIn);
      if (found instanceof GraphQLError) return sendRefusal(reply, found);
      return send(request, reply, found, type, (of) => pages.excuse(of, look));
    });
  }
}

/** What was refused, of what went wrong; all else that went wrong goes on. */
function refusalIn(error: unknown): GraphQLError {
  if (isRefusal(error)) return error;
  throw error;
}

/** Says that more is asked than may be, and when to ask again. */
function sendRefusal(reply: FastifyReply, { message, extensions }: GraphQLError): FastifyReply {
  const { http, code, limit } = extensions as unknown as Refusal;
  for (const [name, value] of http.headers ?? []) reply.header(name, value);
  return sendFault(reply, http.status, { message, code, ...(limit !== undefined && { limit }) });
}

interface Refusal {
  readonly http: { readonly status: number; readonly headers?: ReadonlyMap<string, string> };
  readonly code: string;
  readonly limit?: number;
}

const notAcceptable = "This is here as text/html and as application/ld+json";

const refuse = (reply: FastifyReply, message: string) => sendFault(reply, 400, { message, code: "BAD_REQUEST" });

function typeFor(request: Request, format: string | undefined): MediaType | "unknown" | undefined {
  if (format === "html") return "text/html";
  if (format === "jsonld") return "application/ld+json";
  if (format !== undefined) return "unknown";
  return accepted(request.headers.accept, Object.keys(mediaTypes) as MediaType[]);
}

function send(request: Request, reply: FastifyReply, found: PageFound, type: MediaType, excuse: Excuse): FastifyReply {
  if (found.is === "elsewhere") return reply.redirect(found.path, 308);
  if (found.is === "missing" || found.is === "refused") return sendExcuse(reply, found, mediaTypes[type], excuse);
  const etag = `W/"${found.mark}"`;
  reply
    .header("cache-control", found.isPast ? forEver : "no-cache")
    .header("etag", etag)
    .header("link", alternates(found.path, mediaTypes[type]));
  if (isKnown(request.headers["if-none-match"], etag)) return reply.code(304).send();
  return reply.type(`${type === "application/xhtml+xml" ? "text/html" : type}; charset=utf-8`).send(found.text);
}

function alternates(path: string, form: Form): string {
  const [other, type] = form === "html" ? ["jsonld", "application/ld+json"] : ["html", "text/html"];
  return `<${path}>; rel="canonical", <${path}${path.includes("?") ? "&" : "?"}format=${other}>; rel="alternate"; type="${type}"`;
}

type NoPage = Extract<PageFound, { is: "missing" | "refused" }>;
type Excuse = (found: NoPage) => string;

function sendExcuse(reply: FastifyReply, found: NoPage, form: Form, excuse: Excuse): FastifyReply {
  const status = found.is === "missing" ? 404 : 400;
  reply.header("cache-control", "no-cache");
  if (form === "html") return reply.code(status).type("text/html; charset=utf-8").send(excuse(found));
  if (found.is === "refused") return sendFault(reply, status, found);
  const { message, near } = found;
  const hint = near.length > 0 ? `; did you mean ${near.map(({ id }) => `\`${id}\``).join(" or ")}?` : "";
  const suggestions = near.map(({ path }) => path);
  return sendFault(reply, status, { message: message + hint, code: "NOT_FOUND", suggestions });
}
