import { nameOf } from "../../naming";
import { isNode, type Row, rowOf, rowsOf, textOf, typeOf } from "../../row";
import { type Html, html, joined } from "../markup";
import { only, type Page } from "../page";
import { type Column, groupedBy, table } from "../table";
import { outside, valueIn } from "../values";
import { dateInWords, inWords, licenceInWords, shown } from "../words";
import { observationList } from "./observations";
import { statementList } from "./statements";

/** Forecasts: what is foretold, from when to when. */
export function forecastList(page: Page, rows: readonly Row[]): Html {
  return table(
    [{ rows }],
    [
      { head: "Indicator", cell: (row) => page.link(rowOf(row, "indicator")) },
      {
        head: "Of",
        cell: (row) => (page.isHere(rowOf(row, "subject")) ? undefined : page.link(rowOf(row, "subject"))),
      },
      { head: "Foretold", cell: (row) => html`<strong>${page.link(row, pointsOf(row))}</strong>` },
      { head: "By", cell: (row) => page.link(rowOf(row, "forecaster")) },
      { head: "Published", cell: (row) => dateInWords(textOf(row, "published") ?? "") },
      { head: "Evidence", cell: (row) => page.evidence(row) },
    ],
  );
}

/** The first and the last point with the unit: `2023: 96, 2028: 249 billion US dollars`. */
function pointsOf(row: Row): string {
  const points = rowsOf(row, "points");
  const ends = points.length > 2 ? [points[0]!, points.at(-1)!] : points;
  const told = ends.map((point) => `${textOf(point, "year")}: ${shown(Number(point["value"]))}`).join(", ");
  return [told, textOf(rowOf(row, "indicator"), "unit")].filter(Boolean).join(" ");
}

/** Initiatives, each with its figures and what is said of it. */
export function initiativeList(page: Page, rows: readonly Row[]): Html {
  return joined(
    rows.map((row) => {
      const [numbers, words] = [rowsOf(row, "observations"), rowsOf(row, "statements")];
      const [started, type, url] = ["started", "type", "url"].map((field) => textOf(row, field));
      const meta = [type?.replaceAll("-", " "), started && `since ${dateInWords(started)}`, url && outside(url)];
      return html`<article>
<h3>${page.link(row)}</h3>
<p class="meta">${joined(meta, ", ")} ${page.footnotes(only(rowOf(row, "source")))}</p>
${textOf(row, "description") && html`<p>${textOf(row, "description")}</p>\n`}${numbers.length > 0 && observationList(page, numbers)}${words.length > 0 && statementList(page, words)}</article>\n`;
    }),
  );
}

/** Claims of a source, kind by kind. */
export function claimList(page: Page, rows: readonly Row[]): Html {
  const others = rows.filter((row) => !page.isHere(rowOf(row, "fact")));
  const groups = [...groupedBy(others, (row) => textOf(row, "kind"))];
  return table(
    groups.map(([kind, claims]) => ({ head: inWords(kind ?? ""), rows: claims })),
    [
      { head: "Of", cell: (row) => (rowOf(row, "fact") ? page.link(rowOf(row, "fact")) : page.link(row)) },
      { head: "It says", cell: (row) => textOf(row, "text") },
      { head: "Note", cell: (row) => textOf(row, "note") },
      { head: "No longer stands", cell: (row) => textOf(row, "deprecated") },
    ],
  );
}

/** Sources: title, publisher, when. */
export function sourceList(page: Page, rows: readonly Row[]): Html {
  return table(
    [{ rows }],
    [
      { head: "Title", cell: (row) => page.link(row) },
      { head: "Publisher", cell: (row) => page.link(rowOf(row, "publisher")) },
      { head: "Published", cell: (row) => dateInWords(textOf(row, "published") ?? "") },
      { head: "Licence", cell: (row) => licenceInWords(textOf(row, "licence") ?? "") },
    ],
  );
}

/** Rows of any other type: what each is called, and whatever was asked of it. */
export function plainList(page: Page, rows: readonly Row[]): Html {
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((field) => isTold(rows, field));
  if (fields.length === 0 && !rows.some((row) => rowOf(row, "evidence"))) {
    return html`<p>${joined(
      rows.map((row) => page.link(row, nameOf(row, page.row))),
      ", ",
    )}</p>\n`;
  }
  const columns: Column[] = [
    { head: inWords(typeOf(rows[0]!)), cell: (row) => page.link(row, nameOf(row, page.row)) },
    ...fields.map((field) => ({
      head: inWords(field),
      isNumber: rows.every((row) => row[field] === null || typeof row[field] === "number"),
      cell: (row: Row) => valueIn(page, row, field),
    })),
    { head: "Evidence", cell: (row) => page.evidence(row) },
  ];
  return table([{ rows }], columns);
}

const untold = ["__typename", "id", "slug", "name", "title", "evidence", "source"];

// What a row is named by is not told again beside its name, unless it is a row with a page of its own.
const isTold = (rows: readonly Row[], field: string): boolean =>
  !untold.includes(field) &&
  rows.some((row) => !Array.isArray(row[field]) && (rowOf(row, field) ? isNode(row[field]) : true));
