import { type Row, rowOf, rowsOf, textOf } from "../row";
import { type Html, html } from "./markup";
import { only, type Page } from "./page";
import { table } from "./table";
import { counted } from "./words";

/** Who says so: every claim with its source, and whether it stands. */
export function evidenceSection(page: Page, evidence: Row): Html {
  const claims = rowsOf(evidence, "claims");
  const status = textOf(evidence, "status") ?? "";
  return html`<section id="who-says-so">
<h2>Who says so</h2>
<p>${page.badge(evidence)} ${page.meaning("EvidenceStatus", status)} ${counted(Number(evidence["publishers"]), "independent publisher")} in all.</p>
${table(
  [{ rows: claims }],
  [
    { head: "Claim", cell: (claim) => html`<strong>${page.link(claim, textOf(claim, "text") || "names it")}</strong>` },
    {
      head: "Source",
      cell: (claim) => {
        const source = rowOf(claim, "source");
        return html`${page.link(rowOf(source, "publisher"))}: ${page.link(source)}${page.footnotes(only(source))}`;
      },
    },
    { head: "Standing", cell: (claim) => standing(claim, claim === claims[0]) },
    { head: "Note", cell: (claim) => textOf(claim, "note") },
  ],
)}</section>\n`;
}

function standing(claim: Row, isFirst: boolean): Html {
  const reason = textOf(claim, "deprecated");
  if (reason) return html`<span class="badge corrected">no longer stands</span> <span class="reason">${reason}</span>`;
  return html`${isFirst ? "preferred" : "stands"}`;
}

/** How to cite the row, in four styles; empty where the page does not ask for citations. */
export function citations(row: Row): Html {
  const styles = { apa: "APA", chicago: "Chicago", bibtex: "BibTeX", cslJson: "CSL-JSON" };
  const known = Object.entries(styles).flatMap(([field, name]) => {
    const text = textOf(row, field);
    return text ? [{ name, text, isCode: field === "bibtex" || field === "cslJson" }] : [];
  });
  if (known.length === 0) return html``;
  const shown = known.map(({ name, text, isCode }) =>
    isCode
      ? html`<details><summary>${name}</summary><pre><code>${text}</code></pre></details>\n`
      : html`<p><span class="quiet">${name}</span><br>${text}</p>\n`,
  );
  return html`<section id="how-to-cite">\n<h2>How to cite it</h2>\n${shown}</section>\n`;
}
