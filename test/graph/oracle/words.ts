/** A text as names are compared: without case and accents, its words parted by single spaces. */
export function fold(text: string): string {
  const bare = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  const spelled = [...bare].map((letter) => spellings[letter] ?? letter).join("");
  return spelled.replace(/[^\p{L}\p{Nd}\u0080-\uffff]+/gu, " ").replace(/^ +| +$/g, "");
}

const spellings: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
  ħ: "h",
  ŧ: "t",
  ð: "d",
  ß: "ss",
  æ: "ae",
  œ: "oe",
};

/** Orders texts by their code points; a plain `<` goes by UTF-16, where 𐌀 comes before ｡. */
export function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((letter, i) => letter !== right[i]);
  if (at < 0) return left.length - right.length;
  return at < right.length ? left[at]!.codePointAt(0)! - right[at]!.codePointAt(0)! : 1;
}

/**
 * How alike two texts are, from 0 to 1: what share of all their trigrams they have in common.
 *
 * @see the documentation of pg_trgm: words are padded with two spaces before and one behind
 */
export function similarity(a: string, b: string): number {
  const [left, right] = [trigrams(a), trigrams(b)];
  const common = [...left].filter((trigram) => right.has(trigram)).length;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : Math.fround(common / all);
}

/** The least similarity at which texts count as alike. */
export const alike = Math.fround(0.3);

function trigrams(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const found = words.flatMap((word) => {
    const letters = [..."  ", ...word, " "];
    return letters.slice(2).map((letter, i) => `${letters[i]}${letters[i + 1]}${letter}`);
  });
  return new Set(found);
}

/** Numbers by size, texts by code points, false before true. */
export function order(a: unknown, b: unknown): number {
  return typeof a === "string" ? byCodePoint(a, String(b)) : Number(a) - Number(b);
}
