/** A cell of CSV: an empty one without quotes is no value, one with quotes is the empty text. */
export interface Cell {
  readonly text: string;
  readonly isQuoted: boolean;
}

/**
 * Reads CSV by the letter of RFC 4180: lines end in CRLF, the last too; quotes stand around a whole cell and are doubled
 * within; every line has as many cells as the first.
 *
 * @throws Error at the first place where the text is something else
 */
export function readCsv(text: string): Cell[][] {
  const lines: Cell[][] = [];
  let at = 0;
  while (at < text.length) {
    const line: Cell[] = [];
    for (;;) {
      const { cell, end } = readCell(text, at);
      line.push(cell);
      at = end;
      if (text[at] !== ",") break;
      at++;
    }
    if (!text.startsWith("\r\n", at)) throw new Error(`expected CRLF at ${at}, got ${JSON.stringify(text[at])}`);
    at += 2;
    lines.push(line);
    if (line.length !== lines[0]!.length) {
      throw new Error(`line ${lines.length}: expected ${lines[0]!.length} cells, got ${line.length}`);
    }
  }
  return lines;
}

function readCell(text: string, start: number): { cell: Cell; end: number } {
  if (text[start] !== '"') {
    const [bare] = /[^",\r\n]*/y.exec(text.slice(start, start + 10_000))!;
    return { cell: { text: bare, isQuoted: false }, end: start + bare.length };
  }
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new Error(`the quote at ${start} does not end`);
    if (text[quote + 1] !== '"') {
      return { cell: { text: text.slice(start + 1, quote).replaceAll('""', '"'), isQuoted: true }, end: quote + 1 };
    }
    at = quote + 2;
  }
}
