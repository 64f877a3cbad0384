import { nameOf } from "../naming";
import { isNode, isRow, rowOf, rowsOf, textOf } from "../row";
import { citations, evidenceSection } from "./evidence";
import { listOf } from "./lists";
import { speakers } from "./lists/statements";
import { type Html, html } from "./markup";
import { only, type Page } from "./page";
import { valueIn } from "./values";
import { labelOf, shown, titleOf } from "./words";

/** A part of a page with a heading of its own, which its contents name. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly html: Html;
}

/** The lists of a row, each as a section under its field's name (all other ids have hyphens, which no field has); empty ones are left out. */
export function sectionsOf(page: Page): Section[] {
  const { row, type } = page;
  return Object.keys(row).flatMap((field) => {
    const rows = rowsOf(row, field);
    if (rows.length === 0 || !rows.every(isNode) || (field === "claims" && type === "Dispute")) return [];
    const value = row[field];
    const total = isRow(value) && typeof value["totalCount"] === "number" ? value["totalCount"] : rows.length;
    const title = titleOf(type, field);
    const more =
      total > rows.length &&
      html`<p class="meta">${shown(rows.length)} of ${shown(total)}; the query of this page asks for more with <code>after</code>.</p>\n`;
    const content = html`<section id="${field}">\n<h2>${title} <span class="count">${shown(total)}</span></h2>\n${listOf(page, rows)}${more}</section>\n`;
    return [{ id: field, title, count: total, html: content }];
  });
}

/** Fields that are told elsewhere on the page. */
const elsewhere =
  "__typename id slug name aliases recordedIn permalink evidence source apa chicago bibtex cslJson text note description definition caveat".split(
    " ",
  );

/** What is known of the row itself, as a list of terms. */
export function ownFacts(page: Page): Html {
  const { row } = page;
  const isFact = rowOf(row, "evidence") !== undefined;
  const terms = Object.keys(row).flatMap((field) => {
    if (elsewhere.includes(field)) return [];
    const rows = rowsOf(row, field);
    if (rows.length > 0 && rows.every(isNode)) return [];
    if (isRow(row[field]) && "nodes" in row[field]) return [];
    if (isInTitle(page, field, isFact)) return [];
    const told = valueIn(page, row, field);
    return told && told.text !== "" ? [html`<div><dt>${labelOf(page.type, field)}</dt><dd>${told}</dd></div>\n`] : [];
  });
  return terms.length === 0 ? html`` : html`<dl class="facts">\n${terms}</dl>\n`;
}

/** The name of an edition tells its series and its year. */
function isInTitle({ row }: Page, field: string, isFact: boolean): boolean {
  const title = nameOf(row);
  if (field === "title") return textOf(row, field) === title;
  return (
    isFact && (["ranking", "award", "expo"].includes(field) || (field === "year" && title.endsWith(` ${row[field]}`)))
  );
}

/** What the row says or is, in a line or two under its name. */
export function lead(page: Page): Html {
  const { row, type } = page;
  const evidence = rowOf(row, "evidence");
  if (!evidence) {
    const text = ["description", "definition"].map((field) => textOf(row, field)).find(Boolean);
    const remark = textOf(row, "caveat") ?? textOf(row, "note");
    const claim = type === "Claim" && textOf(row, "text");
    return html`${claim && html`<p class="says">${claim}</p>\n`}${text && html`<p class="lead">${text}</p>\n`}${remark && html`<p class="note">${remark}</p>\n`}`;
  }
  const says = type === "Statement" || type === "Observation" ? textOf(row, "text") : undefined;
  // Editions are named by their year already; their claims tell only what else is known of them.
  const claim = row["year"] === undefined ? textOf(rowsOf(evidence, "claims")[0], "text") : undefined;
  const denies = textOf(row, "stance") === "DENIES" && html`<strong class="denied">Not so:</strong> `;
  const text = says ?? claim;
  const note = textOf(row, "note");
  const who = type === "Statement" && html`<p class="meta">${speakers(page, row)}</p>\n`;
  return html`${text && html`<p class="says">${denies}${text}</p>\n`}${who}<p class="meta">${page.evidence(row)}</p>\n${note && html`<p class="note">${note}</p>\n`}`;
}

/** Other names, and where what is told of a thing comes from. */
export function alias(page: Page): Html {
  const { aliases } = page.row;
  const notes = rowOf(page.row, "evidence") ? html`` : page.footnotes(only(rowOf(page.row, "source")));
  if (Array.isArray(aliases) && aliases.length > 0) {
    return html`<p class="aliases">Also ${aliases.map(String).join(", ")}${notes}</p>\n`;
  }
  return notes.text ? html`<p class="aliases">Source${notes}</p>\n` : html``;
}

/** What follows the lists: the evidence of a fact, and how to cite it. */
export function proof(page: Page): Html {
  const evidence = rowOf(page.row, "evidence");
  return html`${evidence && evidenceSection(page, evidence)}${citations(page.row)}`;
}

export const titleOfPage = (page: Page): string => nameOf(page.row);
