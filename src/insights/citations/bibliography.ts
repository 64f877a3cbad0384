import { type CslItem } from "./publication";

/** How citation-js is spoken to; it comes without types. */
interface CitationJs {
  readonly plugins: {
    readonly config: { get(plugin: string): Config };
    readonly output: { format(format: string, items: readonly CslItem[], options?: object): string };
  };
}

interface Config {
  readonly templates: { add(name: string, style: unknown): void };
  readonly format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean };
}

/** A bibliography's entry for an item, by the rules of a style: APA (7th edition) or Chicago (17th, author and date). */
export function entryOf(item: CslItem, style: "apa" | "chicago"): string {
  const options = { format: "text", template: style, lang: "en-US" };
  return citationJs().plugins.output.format("bibliography", [item], options).trim();
}

/** The item for LaTeX; its key is its id. */
export function bibtexOf(item: CslItem): string {
  return citationJs()
    .plugins.output.format("bibtex", [escaped(item)])
    .trim();
}

// An address stands in `url`, which LaTeX takes as it is; in any other field a lone `%` or `&` breaks the document.
function escaped(item: CslItem): CslItem {
  const { title, publisher, author, note } = item;
  const container = item["container-title"];
  return {
    ...item,
    title: forLatex(title),
    ...(publisher && { publisher: forLatex(publisher) }),
    ...(container && { "container-title": forLatex(container) }),
    ...(note && { note: forLatex(note) }),
    ...(author && {
      author: author.map((name) => ("literal" in name ? { literal: forLatex(name.literal) } : name)),
    }),
  };
}

const forLatex = (text: string) => text.replace(/[&%$#_{}]/g, "\\$&");

let loaded: CitationJs | undefined;

// It takes long to load, and most processes are never asked to cite.
function citationJs(): CitationJs {
  if (loaded) return loaded;
  const core = require("@citation-js/core") as CitationJs;
  require("@citation-js/plugin-csl");
  require("@citation-js/plugin-bibtex");
  const { config } = core.plugins;
  config.get("@csl").templates.add("chicago", require("style-chicago"));
  // Keys keep their hyphens, and titles in other scripts their letters: LaTeX has long read UTF-8.
  Object.assign(config.get("@bibtex").format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false });
  loaded = core;
  return core;
}
