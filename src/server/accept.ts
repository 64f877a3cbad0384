/** A media range of an Accept header. @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1 */
interface Range {
  readonly type: string;
  readonly quality: number;
}

/**
 * The one of some media types that a caller likes best, by an Accept header; of those liked alike, the first offered.
 * Without a header anything goes. Undefined when the caller takes none of them.
 */
export function accepted<Type extends string>(header: string | undefined, offered: readonly Type[]): Type | undefined {
  if (!header?.trim()) return offered[0];
  const ranges = header.split(",").map(rangeOf);
  let best: { readonly type: Type; readonly quality: number } | undefined;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality > (best?.quality ?? 0)) best = { type, quality };
  }
  return best?.type;
}

function rangeOf(text: string): Range {
  const [type = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  const quality = given === undefined ? 1 : Number(given);
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}

/** What the range that fits most closely says: the type itself, then its family, then any. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const family = `${type.split("/")[0]}/*`;
  for (const word of [type, family, "*/*"]) {
    const range = ranges.find((known) => known.type === word);
    if (range) return range.quality;
  }
  return 0;
}
