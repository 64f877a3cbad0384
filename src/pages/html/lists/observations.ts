import { nameOf } from "../../naming";
import { idOf, type Row, rowOf, textOf } from "../../row";
import { type Html, html, joined } from "../markup";
import { type Page } from "../page";
import { type Column, groupedBy, table } from "../table";
import { counted, dateInWords } from "../words";

/** More values of one indicator than this are folded away, all but the latest. */
const most = 6;

/** Observations: by dimension where their indicators have one; long series show their latest value and unfold. */
export function observationList(page: Page, rows: readonly Row[]): Html {
  const series = [...groupedBy(rows, indicatorOf).values()];
  const subjectOf = (row: Row) => (page.isHere(rowOf(row, "subject")) ? undefined : rowOf(row, "subject"));
  const long = rows.some(subjectOf) ? [] : series.filter(({ length }) => length > most);
  const folded = new Set(long.flat());
  const latest = new Set(long.map(latestOf));
  const shownRows = rows.filter((row) => !folded.has(row) || latest.has(row));
  const groups = groupedBy(shownRows, (row) => nameOf(rowOf(rowOf(row, "indicator"), "dimension")));
  const sorted = [...groups].sort(([a], [b]) => Number(a === "") - Number(b === "") || a.localeCompare(b, "en"));
  const headed = sorted.map(([head, inGroup]) => ({
    ...(sorted.length > 1 && { head: head || "Other figures" }),
    rows: inGroup,
  }));
  const columns: readonly Column[] = [
    { head: "Of", cell: (row) => page.link(subjectOf(row)) },
    { head: "Indicator", cell: (row) => page.link(rowOf(row, "indicator")) },
    { head: "Value", cell: (row) => valueCell(page, row) },
    { head: "Period", cell: (row) => html`<span class="date">${dateInWords(textOf(row, "period") ?? "")}</span>` },
    { head: "Evidence", cell: (row) => page.evidence(row) },
  ];
  const unfolding = long.map(
    (
      values,
    ) => html`<details><summary>${nameOf(rowOf(values[0], "indicator"))}: all ${counted(values.length, "value")}</summary>
${table([{ rows: values }], columns.slice(2))}</details>\n`,
  );
  return joined([table(headed, columns), ...unfolding]);
}

const indicatorOf = (row: Row) => {
  const indicator = rowOf(row, "indicator");
  return indicator ? idOf(indicator) : "";
};

/** The latest value that is not foretold; they come the latest first. */
const latestOf = (values: readonly Row[]): Row =>
  values.find((row) => !["FORECAST", "PLANNED"].includes(textOf(row, "status") ?? "")) ?? values[0]!;

function valueCell(page: Page, row: Row): Html {
  const note = textOf(row, "note");
  return html`<strong>${page.link(row, textOf(row, "text") ?? "")}</strong>${note && html`<span class="note">${note}</span>`}`;
}
