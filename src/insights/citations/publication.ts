/** A source as a citation needs it. */
export interface Publication {
  readonly slug: string;
  readonly kind: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly url: string | null;
  readonly published: string | null;
  readonly retrieved: string | null;
  readonly language: string | null;
  readonly publisher: { readonly name: string };
  readonly carrier: { readonly name: string } | null;
}

/** What of a source a citation needs, as a selection. */
export const publicationFields =
  "slug kind title authors url published retrieved language publisher { name } carrier { name }";

/** An item of CSL-JSON. @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */
export interface CslItem {
  readonly id: string;
  readonly type: "article-newspaper" | "webpage" | "report";
  readonly title: string;
  readonly author?: readonly CslName[];
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly publisher?: string;
  readonly "container-title"?: string;
  readonly URL?: string;
  readonly language?: string;
  readonly note?: string;
}

type CslName = { readonly literal: string } | { readonly given: string; readonly family: string };

interface CslDate {
  readonly "date-parts": readonly (readonly number[])[];
}

/**
 * A source as an item of CSL-JSON. What nobody has signed is its publisher's, but for the press, where a style goes by the
 * newspaper, unless that carried another's release. What is not known is left out.
 */
export function cslItem(source: Publication): CslItem {
  const { slug, kind, title, authors, url, published, retrieved, language, publisher, carrier } = source;
  const isPress = kind === "PRESS";
  const isUnsigned = isPress && !carrier;
  const names = authors.length > 0 || isUnsigned ? authors.map(nameOf) : [{ literal: publisher.name }];
  const container = carrier?.name ?? (isPress ? publisher.name : undefined);
  return {
    id: slug,
    type: isPress ? "article-newspaper" : url ? "webpage" : "report",
    title,
    ...(names.length > 0 && { author: names }),
    ...(published && { issued: dateOf(published) }),
    ...(retrieved && { accessed: dateOf(retrieved) }),
    publisher: publisher.name,
    ...(container && { "container-title": container }),
    ...(url && { URL: url }),
    ...(language && { language }),
  };
}

/** The item without a publisher that its author or container names already: a style would print it twice. */
export function withoutRepeats(item: CslItem): CslItem {
  const { publisher, ...rest } = item;
  const isSaid = rest.author?.some((name) => "literal" in name && name.literal === publisher);
  return isSaid || publisher === item["container-title"] ? rest : item;
}

const dateOf = (date: string): CslDate => ({ "date-parts": [date.split("-").map(Number)] });

/** A person's name has its family name last, with the small words before it; what does not look like one stays whole. */
function nameOf(name: string): CslName {
  const words = name.trim().split(/\s+/);
  const isPerson =
    words.length > 1 && words.length < 5 && /^[\p{L}.' -]+$/u.test(name) && !/\b(and|of|the)\b/i.test(name);
  if (!isPerson) return { literal: name };
  const small = words.findIndex((word, i) => i > 0 && /^\p{Ll}/u.test(word));
  const from = small > 0 ? small : words.length - 1;
  return { given: words.slice(0, from).join(" "), family: words.slice(from).join(" ") };
}
