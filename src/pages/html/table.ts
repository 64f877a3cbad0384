import { type Row } from "../row";
import { Html, html } from "./markup";

/** A column of a table; a cell that knows nothing is undefined. */
export interface Column {
  readonly head: string;
  cell(row: Row): Html | string | undefined;
  /** Whether it holds numbers, which stand to the right. */
  readonly isNumber?: boolean;
}

/** A heading within a table, and the rows under it. */
export interface Group {
  readonly head?: Html | string;
  readonly rows: readonly Row[];
}

/** A table of groups; columns in which no row has anything are left out. */
export function table(groups: readonly Group[], columns: readonly Column[]): Html {
  const cells = groups.map(({ rows }) => rows.map((row) => columns.map((column) => filled(column.cell(row)))));
  const kept = columns.map((_, i) => cells.flat().some((row) => row[i] !== undefined));
  const shown = columns.filter((_, i) => kept[i]);
  const line = (row: readonly (Html | string | undefined)[]) => {
    const content = row.filter((_, i) => kept[i]);
    return html`<tr>${content.map((cell, i) => html`<td${classOf(shown[i]!)} data-head="${shown[i]!.head}">${cell ?? ""}</td>`)}</tr>\n`;
  };
  const bodies = groups.map(({ head }, i) => {
    const heading = head && html`<tr class="group"><th colspan="${shown.length}" scope="rowgroup">${head}</th></tr>\n`;
    return html`<tbody>\n${heading}${cells[i]!.map(line)}</tbody>\n`;
  });
  return html`<div class="table"><table>
<thead><tr>${shown.map((column) => html`<th scope="col"${classOf(column)}>${column.head}</th>`)}</tr></thead>
${bodies}</table></div>\n`;
}

const classOf = ({ isNumber }: Column): Html => (isNumber ? html` class="number"` : html``);

const filled = (cell: Html | string | undefined) => ((cell instanceof Html ? cell.text : cell) ? cell : undefined);

/** Rows under the heading that `of` gives each, in the order in which headings first come. */
export function groupedBy<Key>(rows: readonly Row[], of: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(of(row), [...(groups.get(of(row)) ?? []), row]);
  return groups;
}
