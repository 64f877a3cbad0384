import { type Connection, Query, type Submittable } from "pg";
import { longest, tellPrepared } from "./prepared";

/** A statement to be prepared under its name, unless it is long. */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The columns of a row, as Postgres writes them in text. */
export type TextRow = readonly (string | null)[];

/**
 * A prepared statement of one row whose columns are known. Postgres is not asked to describe them, and nobody makes
 * objects of them: for a small answer both take longer than to read it.
 */
export class OneRow implements Submittable {
  /** Empty where it is not prepared by name. */
  readonly name: string;
  readonly text: string;
  /** Set by node-postgres, as long as it is not set yet. */
  callback?: (error: Error | null, row?: TextRow) => void;
  /** When it was sent, in milliseconds of the process. */
  sent = 0;
  private readonly values: readonly (string | null)[];
  private row: TextRow = [];

  constructor({ name, text, values }: Statement) {
    this.name = text.length > longest ? "" : name;
    this.text = text;
    this.values = values.map(parameterText);
  }

  submit(connection: Connection): void {
    const { name, text, values } = this;
    const wire = connection as Wire;
    this.sent = performance.now();
    wire.stream.cork();
    if (name === "") wire.parse({ name, text });
    else if (wire.parsedStatements[name] === undefined && wire.submittedNamedStatements[name] === undefined) {
      wire.parse({ name, text });
      wire.submittedNamedStatements[name] = text;
      tellPrepared(wire, text);
    }
    wire.bind({ statement: name, values });
    wire.execute({});
    wire.sync();
    wire.stream.uncork();
  }

  handleDataRow({ fields }: { fields: TextRow }): void {
    this.row = fields;
  }

  handleCommandComplete(): void {}

  handleError(error: Error): void {
    this.callback?.(error);
  }

  handleReadyForQuery(): void {
    this.callback?.(null, this.row);
  }
}

// node-postgres sends none but its own one after the other: of others it cannot know that one answer is all they wait for.
Object.setPrototypeOf(OneRow.prototype, Query.prototype);

/** What node-postgres has a statement send; its types tell less. */
type Wire = Connection & {
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
  parse(statement: { name: string; text: string }): void;
  bind(bound: { statement: string; values: readonly (string | null)[] }): void;
  execute(how: object): void;
};

/** A parameter as Postgres reads it in text. */
function parameterText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (!Array.isArray(value)) return String(value);
  const items = value.map((item: unknown) => (item === null ? "NULL" : `"${String(item).replace(/["\\]/g, "\\$&")}"`));
  return `{${items.join(",")}}`;
}
