import { shown } from "../graph/coerce";

/** A text of a submission may have so many characters; the longest that ships has a tenth of them. */
const longestText = 10_000;

/** Why a text says nothing, or cannot be kept; undefined where it can. */
export function unfit(text: string, longest = longestText): string | undefined {
  if (text.trim() === "") return `expected text, got ${shown(text)}; leave it out where it is not known`;
  if (text.length > longest)
    return `expected text of ${grouped(longest)} characters or less, got ${grouped(text.length)}`;
  if (text.includes("\0")) return `expected text, got a zero character in ${shown(text)}`;
  return /\p{Surrogate}/u.test(text) ? `expected text, got half a character in ${shown(text)}` : undefined;
}

const grouped = (number: number) => number.toLocaleString("en");
