import { permalink } from "../../graph/permalink";
import { bibtexOf, entryOf } from "./bibliography";
import { type CslItem, cslItem, type Publication, withoutRepeats } from "./publication";

export type CitationStyle = "APA" | "CHICAGO" | "BIBTEX" | "CSL_JSON";

/** What is cited: a source, or a fact with its source. */
export interface Cited {
  /** The global id of the source or fact. */
  readonly id: string;
  /** The revision that recorded it as it stands: the permalink shows it as it was then. */
  readonly recordedIn: number;
  readonly source: Publication;
}

/**
 * A citation in a style: the publication, when it was retrieved where that is known, and the permalink of the fact.
 *
 * @param base the address of this Citegraph, without a slash at its end
 * @returns for APA and CHICAGO a line; for BIBTEX an entry; for CSL_JSON a list of one item
 */
export function citation({ id, recordedIn, source }: Cited, style: CitationStyle, base: string): string {
  const link = permalink(base, id, recordedIn);
  if (style === "APA") return `${knownEntry(source, "apa")} Citegraph. ${link}`;
  if (style === "CHICAGO") return `${knownEntry(source, "chicago")} Citegraph. ${link}.`;
  const item = { ...cslItem(source), id: keyOf(id) };
  return style === "BIBTEX"
    ? bibtexOf(forBibtex(item, source, link))
    : JSON.stringify([{ ...item, note: `Citegraph: ${link}` }]);
}

/** Facts of one source each have a key of their own: `placement-imd-smart-city-index-2024-zurich-ch`. */
const keyOf = (id: string) => id.replace(/[^\p{L}\p{N}]+/gu, "-").toLowerCase();

// BibTeX has no place for a day, for when a page was read, or for who carried a release: its notes have.
function forBibtex(item: CslItem, { published, retrieved, carrier }: Publication, link: string): CslItem {
  const [date] = item.issued?.["date-parts"] ?? [];
  const notes = [
    ...(carrier ? [`Carried by ${carrier.name}`] : []),
    ...(published && date && date.length > 2 ? [`Published ${published}`] : []),
    ...(retrieved ? [`Retrieved ${retrieved}`] : []),
    `Citegraph: ${link}`,
  ];
  return { ...item, ...(date && { issued: { "date-parts": [date.slice(0, 2)] } }), note: notes.join(". ") };
}

const known = new Map<string, string>();
const mostKnown = 2_000;

/** Entries are kept: a page of facts has few sources, and to set one takes milliseconds. */
function knownEntry(source: Publication, style: "apa" | "chicago"): string {
  const key = `${style} ${JSON.stringify(source)}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const entry = withRetrieval(entryOf(withoutRepeats(cslItem(source)), style), source);
  if (known.size >= mostKnown) known.delete(known.keys().next().value!);
  known.set(key, entry);
  return entry;
}

// Both styles tell when a page was read only where they know no date of publication; a page may change all the same.
function withRetrieval(entry: string, { retrieved }: Publication): string {
  if (!retrieved || /\b(Retrieved|Accessed) /.test(entry)) return entry;
  // APA ends at an address without a full stop, which would seem a part of it.
  const isEnded = /[.)]$|:\/\/\S+$/.test(entry);
  return `${entry}${isEnded ? "" : "."} Retrieved ${inWords(retrieved)}.`;
}

const inWords = (date: string) => {
  const [, month, day] = date.split("-");
  const shown: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
  if (month) shown.month = "long";
  if (day) shown.day = "numeric";
  return new Date(date).toLocaleDateString("en-US", shown);
};
