import { createHash } from "node:crypto";
import { type GraphQLError, type GraphQLSchema } from "graphql";
import { type Answer, type Question } from "../graph/answer";
import { isMoment, isPartialDate } from "../graph/date";
import { type Model } from "../graph/model";
import { type PageFound } from "../graph/page-found";
import { pathOf, permalink } from "../graph/permalink";
import { RawJson } from "../graph/raw-json";
import { type AsOfArgument, catalogueOf } from "./catalogue";
import { type Look } from "./html/document";
import { renderExcuse } from "./html/excuse";
import { Page } from "./html/page";
import { renderPage } from "./html/render";
import { renderVocabulary } from "./html/vocabulary";
import { inWords } from "./html/words";
import { jsonLdOf } from "./json-ld/document";
import { playgroundLink } from "./playground-link";
import { isRow, type Row } from "./row";

/** The forms a page comes in. */
export type Form = "html" | "jsonld";

/** Which page: the row's path, and the time it is shown as of. */
export interface Wanted {
  /** The first word of the path: `city`. */
  readonly word: string;
  /** What follows it, decoded: `shanghai-cn`. */
  readonly id: string;
  readonly revision?: string | undefined;
  readonly date?: string | undefined;
}

/** Makes the pages of things and facts. */
export interface Pages {
  /** The first words of their paths. */
  readonly words: readonly string[];
  /** One page, by one question to the graph; throws only when something is broken. */
  find(wanted: Wanted, form: Form, look: Look): Promise<PageFound>;
  /** The page that says why there is none. */
  excuse(found: Extract<PageFound, { is: "missing" | "refused" }>, look: Look): string;
  /** The page of the words that JSON-LD has of us. */
  vocabulary(look: Look): string;
}

/** What pages are made of. */
export interface PageParts {
  readonly schema: GraphQLSchema;
  readonly model: Model;
  answer(question: Question): Promise<Answer>;
  /** The address of this Citegraph, without a slash at its end. */
  readonly publicUrl: string;
}

/** Pages of every type whose rows have a global id. */
export function createPages({ schema, model, answer, publicUrl }: PageParts): Pages {
  const catalogue = catalogueOf(schema, model);

  async function find({ word, id: given, revision, date }: Wanted, form: Form, look: Look): Promise<PageFound> {
    const query = catalogue.get(word)!;
    const { type, root } = query;
    const id = query.bySlug ? slugLike(given) : given;
    const globalId = `${type.name}:${id}`;
    const fault = asOfFault(revision, date);
    if (fault) return { is: "refused", message: fault, code: "INVALID_AS_OF" };
    const at: AsOfArgument = revision !== undefined ? "revision" : date !== undefined ? "date" : "now";
    const asked = {
      ...(query.bySlug && { slug: id }),
      id: globalId,
      ...(revision !== undefined && { revision: Number(revision) }),
      ...(date !== undefined && { date }),
    };
    const { data: answered, errors, extensions } = await answer({ document: query.documents[at], variables: asked });
    const data = answered instanceof RawJson ? (JSON.parse(answered.text) as Row) : (answered ?? {});
    const row = data[root];
    if (!isRow(row)) return failed(errors ?? [], globalId, type.name);
    const asOf =
      at === "now" ? "" : `?${new URLSearchParams(at === "date" ? { date: date! } : { revision: revision! })}`;
    if (id !== given) return { is: "elsewhere", path: pathOf(globalId) + asOf };
    const read = Number(extensions?.["revision"] ?? 0);
    const linked = { schema, base: publicUrl, row, data, revision: read };
    const shown = {
      page: new Page(schema, row, asOf),
      data,
      revision: read,
      isPast: at !== "now",
      canonical: permalink(publicUrl, globalId),
      query: playgroundLink(query.texts[at], asked),
    };
    const text = form === "jsonld" ? jsonLdOf(linked) : renderPage({ ...shown, jsonLd: jsonLdOf(linked, "own") }, look);
    const mark = `${read}-${createHash("sha1").update(text).digest("base64url").slice(0, 12)}`;
    return { is: "page", text, mark, isPast: at !== "now", path: pathOf(globalId) + asOf };
  }

  return {
    words: [...catalogue.keys()],
    find,
    excuse: renderExcuse,
    vocabulary: (look) => renderVocabulary(schema, model, look),
  };
}

/** What is wrong with the time a page is asked as of; undefined when nothing is. */
function asOfFault(revision: string | undefined, date: string | undefined): string | undefined {
  if (revision !== undefined && date !== undefined) return "give `revision` or `date`, not both";
  if (revision !== undefined && !/^[1-9]\d{0,8}$/.test(revision))
    return `\`revision\` expects the number of a revision, got ${JSON.stringify(revision)}`;
  if (date !== undefined && !isPartialDate(date) && !isMoment(date))
    return `\`date\` expects a day such as 2026-12-01, or a moment such as 2026-12-01T09:30:00Z, got ${JSON.stringify(date)}`;
  return undefined;
}

/** A slug as somebody may have typed it, in the form that slugs have. */
const slugLike = (given: string): string =>
  given
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 200) || "-";

function failed(errors: readonly GraphQLError[], globalId: string, type: string): PageFound {
  const of = (code: string) => errors.find((error) => error.extensions["code"] === code);
  const asOf = of("INVALID_AS_OF");
  if (asOf) return { is: "refused", message: asOf.message.replace(/^@asOf: /, ""), code: "INVALID_AS_OF" };
  const missing = of("NOT_FOUND") ?? of("BAD_USER_INPUT");
  if (!missing) throw errors[0] ?? new TypeError(`nothing answered the page of ${globalId}`);
  const suggestions = missing.extensions["suggestions"];
  const ids = Array.isArray(suggestions) ? suggestions.map(String) : [];
  const near = ids.map((id) => ({ id, path: pathOf(`${type}:${id}`) }));
  return {
    is: "missing",
    message: `There is no ${inWords(type).toLowerCase()} \`${globalId.slice(type.length + 1)}\``,
    near,
  };
}
