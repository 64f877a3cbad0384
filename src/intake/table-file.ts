import { parse } from "yaml";
import { type CsvLine, readCsv } from "./csv";
import { FaultyError, type FileFault } from "./fault";

/** A submission that was read from a file, and where its rows stand there. */
export interface Outgoing {
  readonly submission: unknown;
  /** Where a path of the submission stands, for people: `figures.csv:12`. */
  place(path: string): string;
}

/** What the lines at the head of a table, which begin with `#`, say in YAML. */
interface Head {
  readonly source?: unknown;
  /** What a column is, by its name: a field of an observation, an indicator whose values it holds, or null for nothing. */
  readonly columns?: Readonly<Record<string, string | Readonly<Record<string, unknown>> | null>>;
  /** Fields that all rows have in common. */
  readonly rows?: Readonly<Record<string, unknown>>;
  /** Between cells; a comma by default. */
  readonly separator?: string;
  /** What stands before the decimals; a point by default. */
  readonly decimal?: string;
}

/**
 * Reads a table of observations as a submission. A cell without a value is a value that is not known: it makes no row.
 *
 * @param name the file's name, for messages
 * @param fields the fields an observation has
 * @throws FaultyError naming every column that means nothing, or what else cannot be read
 */
export function readTable(name: string, text: string, fields: readonly string[]): Outgoing {
  const { head, body, line } = parts(name, text.replace(/^\uFEFF/, ""));
  const [first, ...lines] = cellsOf(name, body, head, line);
  if (!first) throw new FaultyError([{ file: name, path: "", message: "expected a line of column names, got none" }]);
  const columns = first.cells.map((column, i) => meaningOf(column, i, head, fields));
  const faults = [
    ...columns.flatMap(({ fault }) => (fault ? [faultAt(name, first, fault)] : [])),
    ...lines
      .filter(({ cells }) => cells.length !== first.cells.length)
      .map((line) => faultAt(name, line, `expected ${first.cells.length} cells, got ${line.cells.length}`)),
  ];
  if (faults.length > 0) throw new FaultyError(faults);

  const rows = lines.flatMap((given) => observationsOf(given, columns, head));
  return {
    submission: { source: head.source, observations: rows.map(({ row }) => row) },
    place: (path) => {
      const found = rows[Number(/^observations\.(\d+)/.exec(path)?.[1])];
      return found ? `${name}:${found.line}` : name;
    },
  };
}

function parts(name: string, text: string): { head: Head; body: string; line: number } {
  const [commented = ""] = /^(?:#[^\n]*(?:\n|$))*/.exec(text) ?? [];
  const yaml = commented.replaceAll(/^# ?/gm, "");
  try {
    const head = (parse(yaml, { maxAliasCount: 0 }) ?? {}) as Head;
    return { head, body: text.slice(commented.length), line: commented.split("\n").length };
  } catch (error) {
    const message = `the lines that begin with # are not YAML: ${(error as Error).message}`;
    throw new FaultyError([{ file: name, path: "", message }]);
  }
}

function cellsOf(name: string, body: string, { separator = "," }: Head, line: number): CsvLine[] {
  try {
    return readCsv(body, separator, line);
  } catch (error) {
    throw new FaultyError([{ file: name, path: "", message: (error as Error).message }]);
  }
}

interface Column {
  readonly at: number;
  /** The field its cells hold; undefined for a column that means nothing. */
  readonly field?: string;
  /** What else each of its values says. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly fault?: string;
}

function meaningOf(column: string, at: number, { columns = {} }: Head, fields: readonly string[]): Column {
  const meaning = column in columns ? columns[column] : column;
  if (meaning === null) return { at };
  if (typeof meaning === "object") return { at, field: "value", more: meaning };
  if (meaning !== undefined && fields.includes(meaning)) return { at, field: meaning };
  const message = `the column \`${column}\` means nothing; say in \`columns\` which of ${fields.join(", ")} it is, or \`{ indicator: ... }\`, or null`;
  return { at, fault: message };
}

const faultAt = (name: string, { line }: CsvLine, message: string): FileFault => ({
  file: `${name}:${line}`,
  path: "",
  message,
});

function observationsOf({ cells, line }: CsvLine, columns: readonly Column[], head: Head) {
  const held = columns.flatMap(({ at, field, more }) => {
    const cell = cells[at]!;
    return field && cell !== "" ? [{ field, more, cell }] : [];
  });
  const common = held.filter(({ field }) => field !== "value").map(({ field, cell }) => [field, cell] as const);
  const values = held.filter(({ field }) => field === "value");
  return values.map(({ cell, more }) => ({
    line,
    row: { ...head.rows, ...Object.fromEntries(common), ...more, value: numberOf(cell, head.decimal) },
  }));
}

/** A number as a cell prints it; anything else stays text, to be refused where all is judged. */
function numberOf(cell: string, decimal = "."): unknown {
  // A point beside another decimal sign parts thousands, or is a slip: neither is guessed.
  if (decimal !== "." && cell.includes(".")) return cell;
  const plain = cell.replace(decimal, ".");
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : cell;
}
