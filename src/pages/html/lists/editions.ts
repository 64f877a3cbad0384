import { nameOf } from "../../naming";
import { type Row, rowOf, rowsOf, textOf } from "../../row";
import { type Html, html, joined } from "../markup";
import { type Page } from "../page";
import { table } from "../table";
import { dateInWords, ofEnum, shown, spanInWords } from "../words";
import { observationList } from "./observations";
import { winList } from "./wins";

/** Editions of expos: when, where, and how large. */
export function expoEditionList(page: Page, rows: readonly Row[]): Html {
  return table(
    [{ rows }],
    [
      { head: "Edition", cell: (row) => html`<strong>${page.link(row, editionName(page, row))}</strong>` },
      { head: "When", cell: (row) => spanInWords(textOf(row, "starts"), textOf(row, "ends")) || textOf(row, "year") },
      {
        head: "Where",
        cell: (row) => joined([textOf(row, "venue"), rowOf(row, "city") && page.link(rowOf(row, "city"))], ", "),
      },
      { head: "Status", cell: (row) => ofEnum(textOf(row, "status") ?? "") },
      { head: "Figures", cell: (row) => figures(page, rowsOf(row, "observations")) },
      { head: "Evidence", cell: (row) => page.evidence(row) },
    ],
  );
}

const figures = (page: Page, rows: readonly Row[]): Html =>
  joined(rows.map((row) => html`<span class="figure">${figure(page, row)}</span>`));

/** A figure in a line; its badge only where there is more to say than that one source says so. */
function figure(page: Page, row: Row): Html {
  const indicator = rowOf(row, "indicator");
  const [name, unit] = [nameOf(indicator), textOf(indicator, "unit") ?? ""];
  const isNamed = name.toLowerCase().includes(unit.toLowerCase());
  const evidence = rowOf(row, "evidence");
  const isPlain = ["SINGLE_SOURCE", "PLANNED"].includes(textOf(evidence, "status") ?? "");
  return html`${!isNamed && `${name}: `}${page.link(row, textOf(row, "text") ?? "")}${isPlain ? page.sourceNotes(row) : html` ${page.evidence(row)}`}`;
}

const editionName = (page: Page, row: Row): string => textOf(row, "title") ?? nameOf(row, page.row);

/** Editions of rankings: when they came out, and who came first. */
export function rankingEditionList(page: Page, rows: readonly Row[]): Html {
  return table(
    [{ rows }],
    [
      {
        head: "Edition",
        cell: (row) => html`<strong>${page.link(row, textOf(row, "label") ?? textOf(row, "year") ?? "")}</strong>`,
      },
      { head: "Title", cell: (row) => textOf(row, "title") },
      { head: "Published", cell: (row) => dateInWords(textOf(row, "published") ?? "") },
      {
        head: "Cities",
        isNumber: true,
        cell: (row) => (typeof row["citiesAssessed"] === "number" ? shown(row["citiesAssessed"]) : undefined),
      },
      { head: "Highest places known", cell: (row) => firstOf(page, rowsOf(row, "placements")) },
      { head: "Evidence", cell: (row) => page.evidence(row) },
    ],
  );
}

const firstOf = (page: Page, rows: readonly Row[]): Html =>
  joined(
    rows.map((row) => html`${page.link(row, textOf(row, "rank") ?? "?")}. ${page.link(rowOf(row, "city"))}`),
    ", ",
  );

/** Editions of awards, each with its winners and figures. */
export function awardEditionList(page: Page, rows: readonly Row[]): Html {
  return joined(
    rows.map((row) => {
      const held = textOf(row, "held");
      const [wins, numbers] = [rowsOf(row, "wins"), rowsOf(row, "observations")];
      return html`<article>
<h3>${page.link(row, editionName(page, row))}</h3>
<p class="meta">${joined([held && dateInWords(held), rowOf(row, "city") && page.link(rowOf(row, "city"))], ", ")} ${page.evidence(row)}</p>
${wins.length > 0 && winList(page, wins)}${numbers.length > 0 && observationList(page, numbers)}</article>\n`;
    }),
  );
}
