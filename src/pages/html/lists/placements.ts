import { nameOf } from "../../naming";
import { idOf, type Row, rowOf, rowsOf, textOf } from "../../row";
import { type Html, html, joined } from "../markup";
import { type Page } from "../page";
import { type Column, type Group, groupedBy, table } from "../table";
import { counted, shown } from "../words";

/** Placements: those of an edition by rank; those of a city ranking by ranking, through the years. */
export function placementList(page: Page, rows: readonly Row[]): Html {
  const columns: readonly Column[] = [
    { head: "Edition", cell: (row) => page.link(rowOf(row, "edition"), editionOf(row)) },
    { head: "Rank", isNumber: true, cell: (row) => rankOf(page, row) },
    { head: "City", cell: (row) => rowOf(row, "city") && page.link(rowOf(row, "city")) },
    { head: "Country", cell: (row) => page.link(rowOf(rowOf(row, "city"), "country")) },
    { head: "Score", isNumber: true, cell: (row) => numberIn(row, "score") },
    { head: "Rating", cell: (row) => textOf(row, "rating") },
    { head: "By dimension", cell: (row) => dimensionsOf(page, rowsOf(row, "dimensions")) },
    { head: "Evidence", cell: (row) => page.evidence(row) },
  ];
  if (!rows.some((row) => rowOf(row, "edition"))) return table([{ rows }], columns);
  const rankings = groupedBy(rows, (row) => textOf(rowOf(rowOf(row, "edition"), "ranking"), "id"));
  const most = [...rankings.values()].sort((a, b) => b.length - a.length);
  return table(
    most.flatMap((placements) => comparable(page, placements)),
    columns,
  );
}

const numberIn = (row: Row, field: string) => (typeof row[field] === "number" ? shown(row[field]) : undefined);

function editionOf(row: Row): string {
  const edition = rowOf(row, "edition");
  return textOf(edition, "label") ?? textOf(edition, "year") ?? "";
}

function rankOf(page: Page, row: Row): Html | undefined {
  const rank = numberIn(row, "rank");
  if (!rank) return textOf(row, "rating") || numberIn(row, "score") ? page.link(row, "not known") : undefined;
  const cities = rowOf(row, "edition")?.["citiesAssessed"];
  return html`<strong>${page.link(row, rank)}</strong>${typeof cities === "number" && html` <span class="quiet">of ${cities}</span>`}`;
}

/** The placements of one ranking, the latest first, set apart where an edition says that older ranks do not compare. */
function comparable(page: Page, rows: readonly Row[]): Group[] {
  const groups: { head: Html; rows: Row[] }[] = [];
  let before: Row | undefined;
  for (const row of rows) {
    const edition = rowOf(row, "edition");
    if (!before || !edition) groups.push({ head: html`${page.link(rowOf(edition, "ranking"))}`, rows: [] });
    else if (!compares(before, edition)) {
      const head = html`<span class="quiet">Made otherwise: not comparable with ${nameOf(before)}, by the publisher's word</span>`;
      groups.push({ head, rows: [] });
    }
    groups.at(-1)!.rows.push(row);
    before = edition;
  }
  return groups;
}

function compares(newer: Row, older: Row): boolean {
  const with_ = newer["comparableWith"];
  const slug = idOf(older).slice("RankingEdition:".length);
  return !Array.isArray(with_) || with_.length === 0 || with_.includes(slug);
}

function dimensionsOf(page: Page, rows: readonly Row[]): Html | undefined {
  if (rows.length === 0) return undefined;
  const items = rows.map((row) => {
    const rank = numberIn(row, "rank");
    const told = [rank && `rank ${rank}`, numberIn(row, "score"), textOf(row, "rating")].filter(Boolean).join(", ");
    return html`<li>${nameOf(rowOf(row, "dimension"))} ${page.link(row, told)}</li>`;
  });
  return html`<details><summary>${counted(rows.length, "dimension")}</summary><ul>${joined(items)}</ul></details>`;
}
