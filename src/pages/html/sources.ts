import { idOf, type Row, rowOf, textOf } from "../row";
import { type Html, html, joined } from "./markup";
import { type Page } from "./page";
import { outside } from "./values";
import { dateInWords, licenceInWords } from "./words";

/** The sources that the page has named, by their numbers. It must be written last. */
export function sourcesSection(page: Page): Html {
  const sources = [...page.sources.values()];
  if (sources.length === 0) return html``;
  return html`<section id="cited-sources">
<h2>Sources</h2>
<ol class="sources">
${sources.map((source, i) => html`<li id="source-${i + 1}">${sourceLine(page, source)}</li>\n`)}</ol>
</section>\n`;
}

function sourceLine(page: Page, source: Row): Html {
  const [title = idOf(source), url] = [textOf(source, "title"), textOf(source, "url")];
  const [published, retrieved, licence] = ["published", "retrieved", "licence"].map((field) => textOf(source, field));
  const parts = [
    rowOf(source, "publisher") && page.link(rowOf(source, "publisher")),
    published && `published ${dateInWords(published)}`,
    retrieved && `retrieved ${dateInWords(retrieved)}`,
    licence && `licence ${licenceInWords(licence)}`,
    html`<a href="${page.address(source)}">all it says</a>`,
  ];
  return html`<span class="title">${url ? outside(url, title) : title}</span>, <span class="meta">${joined(parts, "; ")}</span>`;
}
