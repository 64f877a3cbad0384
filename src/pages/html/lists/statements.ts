import { type Row, rowOf, textOf } from "../../row";
import { type Html, html, joined } from "../markup";
import { type Page } from "../page";
import { dateInWords } from "../words";

/** Statements: what is said, and who says so. */
export function statementList(page: Page, rows: readonly Row[]): Html {
  return html`<ul class="said">${rows.map((row) => html`<li>${statement(page, row)}</li>\n`)}</ul>\n`;
}

function statement(page: Page, row: Row): Html {
  const about = rowOf(row, "about");
  const denies = textOf(row, "stance") === "DENIES" && html`<strong class="denied">Not so:</strong> `;
  const subject = about && !page.isHere(about) && html`<span class="quiet">Of ${page.link(about)}:</span> `;
  return html`<p>${subject}${denies}${page.link(row, textOf(row, "text") ?? "")}</p>
<p class="meta">${speakers(page, row)} ${page.evidence(row)}</p>`;
}

/** Who says it, in which role, for whom and when; empty where the source itself says it. */
export function speakers(page: Page, row: Row): Html {
  const organisation = rowOf(row, "organisation");
  const said = textOf(row, "said");
  return joined(
    [textOf(row, "speaker"), textOf(row, "role"), organisation && page.link(organisation), said && dateInWords(said)],
    ", ",
  );
}
