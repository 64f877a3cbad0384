/** A line of CSV: its cells, and the line of the text on which it begins. */
export interface CsvLine {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * Reads CSV as spreadsheets write it: quotes stand around a cell and are doubled within, lines end in LF or CRLF; empty
 * lines are left out.
 *
 * @param firstLine the number of the text's first line, where it is a part of a file
 * @throws SyntaxError at a quote that does not end, or that ends within a cell
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export function readCsv(text: string, separator = ",", firstLine = 1): CsvLine[] {
  const lines: CsvLine[] = [];
  let [at, line] = [0, firstLine];
  while (at < text.length) {
    const cells: string[] = [];
    const begins = line;
    for (;;) {
      const { cell, end } = text[at] === '"' ? quoted(text, at, line) : bare(text, at, separator);
      cells.push(cell);
      line += cell.split("\n").length - 1;
      at = end;
      if (text[at] !== separator) break;
      at++;
    }
    if (at < text.length && !/^\r?\n/.test(text.slice(at, at + 2))) {
      throw new SyntaxError(
        `line ${line}: expected ${separator} or the end of the line after a quote, got ${text[at]}`,
      );
    }
    at += text[at] === "\r" ? 2 : 1;
    line++;
    if (cells.some((cell) => cell !== "")) lines.push({ cells, line: begins });
  }
  return lines;
}

function bare(text: string, start: number, separator: string): { cell: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n") end++;
  if (text[end] === "\n" && text[end - 1] === "\r" && end > start) end--;
  return { cell: text.slice(start, end).trim(), end };
}

function quoted(text: string, start: number, line: number): { cell: string; end: number } {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new SyntaxError(`line ${line}: the quote that begins here does not end`);
    if (text[quote + 1] !== '"') return { cell: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    at = quote + 2;
  }
}
