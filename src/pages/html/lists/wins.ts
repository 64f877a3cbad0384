import { type Row, rowOf, textOf } from "../../row";
import { type Html, html, joined } from "../markup";
import { type Page } from "../page";
import { table } from "../table";

/** Wins: who won what, with which project. */
export function winList(page: Page, rows: readonly Row[]): Html {
  return table(
    [{ rows }],
    [
      { head: "Edition", cell: (row) => page.link(rowOf(row, "edition")) },
      { head: "Category", cell: (row) => page.link(row, textOf(row, "category") ?? "not known") },
      { head: "Winner", cell: (row) => winnerOf(page, row) },
      { head: "Project", cell: (row) => textOf(row, "project") },
      { head: "Evidence", cell: (row) => page.evidence(row) },
    ],
  );
}

function winnerOf(page: Page, row: Row): Html {
  const known = ["city", "country", "organisation"].map((field) => rowOf(row, field));
  const links = known.map((winner) => winner && !page.isHere(winner) && html`<strong>${page.link(winner)}</strong>`);
  return joined([...links, textOf(row, "winner")], ", ");
}
