import { type Computed } from "../../graph/model";
import { permalink, permalinkSql } from "../../graph/permalink";
import { Fact, Thing } from "../../knowledge/fact";
import { Source } from "../../knowledge/sources/source";
import { type CitationStyle, type Cited, citation } from "./citation";
import { type Publication, publicationFields } from "./publication";

/** Citations and permalinks, reckoned from what is stored of a row. */
export const citations: readonly Computed[] = [
  {
    owner: Fact,
    field: "citation",
    sdl: "(style: CitationStyle!): String!",
    description:
      "How to cite it: its source, when that was retrieved where it is known, and Citegraph's permalink of the fact as it stands.",
    needs: `{ id recordedIn source { ${publicationFields} } }`,
    compute: (row, { style }, { publicUrl }) => citation(row as unknown as Cited, style as CitationStyle, publicUrl),
  },
  {
    owner: Source,
    field: "citation",
    sdl: "(style: CitationStyle!): String!",
    description: "How to cite it, with the date it was retrieved where that is known, and Citegraph's permalink.",
    needs: `{ id recordedIn ${publicationFields} }`,
    compute: (row, { style }, { publicUrl }) => {
      const { id, recordedIn, ...source } = row as unknown as Omit<Cited, "source"> & Publication;
      return citation({ id, recordedIn, source }, style as CitationStyle, publicUrl);
    },
  },
  ...[Thing, Fact, Source].map((owner) => ({
    owner,
    field: "permalink",
    sdl: ": Url!",
    description:
      "Where it is shown for people to read, and for machines as JSON-LD; with `?revision=` and a number behind it, as it was then.",
    needs: "{ id }",
    compute: (row: Readonly<Record<string, unknown>>, _args: unknown, { publicUrl }: { publicUrl: string }) =>
      permalink(publicUrl, String(row["id"])),
    sql: (type: string, id: string, { publicUrl }: { publicUrl: string }) => permalinkSql(publicUrl, type, id),
  })),
];

/** The enum they speak of. */
export const citationSdl = `
"How a citation is written."
enum CitationStyle {
  "The rules of the American Psychological Association, 7th edition."
  APA
  "The Chicago Manual of Style, 17th edition, author and date."
  CHICAGO
  "An entry for LaTeX, in UTF-8; its key is made of the id."
  BIBTEX
  "A list of one item of CSL-JSON, the form that Zotero and most citation managers read."
  CSL_JSON
}`;
