import { type Document, isNode, LineCounter, parseDocument, visit } from "yaml";
import { type Fault } from "./fault";
import { readPlainYaml } from "./plain-yaml";

/** What a YAML text says, or all that is wrong with it; the path of such a fault is its line. */
export type YamlReading = { readonly value: unknown } | { readonly faults: readonly Fault[] };

/** Reads a YAML text. */
export function readYaml(text: string): YamlReading {
  return readPlainYaml(text) ?? readAnyYaml(text);
}

/** Reads a YAML text, however it is written. */
export function readAnyYaml(text: string): YamlReading {
  const parsed = parse(text);
  const faults = [...broken(parsed), ...aliases(parsed)];
  return faults.length > 0 ? { faults } : { value: parsed.document.toJS() as unknown };
}

/** Answers on which line of a text that can be read a path stands, or the nearest thing around it; undefined for the whole. */
export function linesIn(text: string): (path: string) => number | undefined {
  const { document, lines } = parse(text);
  return (path) => {
    const steps = path.split(".").filter((step) => step !== "");
    for (let depth = steps.length; depth > 0; depth--) {
      const node = document.getIn(steps.slice(0, depth).map(step), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
}

interface Parsed {
  readonly document: Document;
  readonly lines: LineCounter;
}

function parse(text: string): Parsed {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines };
}

function broken({ document, lines }: Parsed): Fault[] {
  return document.errors.map(({ code, message, pos }) => ({
    path: `line ${lines.linePos(pos[0]).line}`,
    message: code === "MULTIPLE_DOCS" ? "expected one document a file, got another; split it" : message,
  }));
}

/** An alias may stand for more than its file could hold, so there are none. */
function aliases({ document, lines }: Parsed): Fault[] {
  const byLine = new Map<number, Fault>();
  visit(document, {
    Alias(_key, { source, range }) {
      const { line } = lines.linePos(range?.[0] ?? 0);
      byLine.set(line, { path: `line ${line}`, message: `expected a value, got the alias *${source}; write it out` });
    },
  });
  return [...byLine.values()];
}

const step = (text: string) => (/^\d+$/.test(text) ? Number(text) : text);
