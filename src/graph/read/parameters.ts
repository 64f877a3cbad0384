import { GraphQLError } from "graphql";
import { type Leaf, type Variables } from "./bound";

type Read = (variables: Variables) => unknown;

/** The parameters of a statement that is being written, in their order. */
export class Parameters {
  private readers: Read[] = [];

  /** Adds a parameter; answers how the statement names it, cast to `type`. */
  add(read: Read, type: string): string {
    this.readers.push((variables) => storable(read(variables)));
    return `$${this.readers.length}::${type}`;
  }

  /** Adds a leaf of an argument. */
  leaf(value: Leaf, type: string): string {
    return this.add((variables) => value.read(variables), type);
  }

  /** Runs `work`, and has `around` surround the reading of each parameter that it adds. */
  within<Result>(around: (read: Read) => Read, work: () => Result): Result {
    const before = this.readers.length;
    const result = work();
    this.readers = this.readers.map((read, i) => (i < before ? read : around(read)));
    return result;
  }

  /** The values for a request with these variables. Throws GraphQLError where one cannot be right. */
  get values(): readonly Read[] {
    return this.readers;
  }
}

/** The value; text that Postgres cannot hold is refused. */
function storable(value: unknown): unknown {
  const texts = Array.isArray(value) ? value : [value];
  if (texts.some((text) => typeof text === "string" && text.includes("\0"))) {
    throw new GraphQLError("expected text without the character U+0000, which no text here holds", {
      extensions: { code: "BAD_USER_INPUT" },
    });
  }
  return value;
}

/** A text literal of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
