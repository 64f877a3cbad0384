import { pathOf } from "../../graph/permalink";
import { type Row, rowOf, textOf, typeOf } from "../row";
import { disagreements } from "./disagreements";
import { contents, documentOf, jsonLdBlock, type Look } from "./document";
import { type Html, html, joined } from "./markup";
import { type Page } from "./page";
import { sourcesSection } from "./sources";
import { alias, lead, ownFacts, proof, sectionsOf, titleOfPage } from "./thing";
import { dateInWords, inWords } from "./words";

/** What a page shows. */
export interface Shown {
  /** The page, with the row it is about. */
  readonly page: Page;
  /** The whole answer, the row in it. */
  readonly data: Row;
  readonly revision: number;
  readonly isPast: boolean;
  /** The permalink of the row. */
  readonly canonical: string;
  /** Where the playground opens with the query of the page. */
  readonly query: string;
  readonly jsonLd: string;
}

/** The HTML page of a row. */
export function renderPage({ page, data, revision, isPast, canonical, query, jsonLd }: Shown, look: Look): string {
  const { row } = page;
  const path = pathOf(String(row["id"]));
  const asJsonLd = `${path}${page.asOf}${page.asOf ? "&" : "?"}format=jsonld`;
  const title = titleOfPage(page);
  // Written in the order in which it is read, so that the numbers of sources rise down the page.
  const top = joined([
    html`<p class="kind">${inWords(typeOf(row))}${seriesOf(page)}</p>\n<h1>${title}</h1>\n`,
    alias(page),
    isPast && pastNotice(data, revision, path),
    lead(page),
    disagreements(page, data),
    ownFacts(page),
  ]);
  const sections = sectionsOf(page);
  const end = joined([proof(page), sourcesSection(page)]);
  return documentOf({
    title,
    description: `${inWords(typeOf(row))} ${title}: what is known of it, who says so, and who says otherwise.`,
    look,
    head: html`<link rel="canonical" href="${canonical}">
<link rel="alternate" type="application/ld+json" href="${asJsonLd}">
${jsonLdBlock(jsonLd)}`,
    links: html`<a href="${query}">This page as a query</a>\n<a href="${asJsonLd}">JSON-LD</a>\n`,
    main: joined([top, contents(sections), ...sections.map((section) => section.html), end]),
    footer: html`<p>${isPast ? "As of revision" : "Revision"} ${revision}. To cite this page as it stands: <a href="${path}?revision=${revision}">${canonical}?revision=${revision}</a></p>
<p>Each fact has its own source and each source its own licence.</p>`,
  });
}

/** For an edition or fact, the thing it belongs to. */
function seriesOf(page: Page): Html {
  const series = ["ranking", "award", "expo"].map((field) => rowOf(page.row, field)).find(Boolean);
  return series ? html` of ${page.link(series)}` : html``;
}

function pastNotice(data: Row, revision: number, path: string): Html {
  const recordedAt = textOf(rowOf(data, "graph"), "recordedAt");
  return html`<p class="notice">As the graph was at revision ${revision}${recordedAt && `, recorded on ${dateInWords(recordedAt)}`}. <a href="${path}">See it as it is now</a></p>\n`;
}
