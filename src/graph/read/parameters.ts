import { type Leaf, type Variables } from "./bound";

/** The parameters of a statement that is being written, in their order. */
export class Parameters {
  private readonly readers: ((variables: Variables) => unknown)[] = [];

  /** Adds a parameter; answers how the statement names it, cast to `type`. */
  add(read: (variables: Variables) => unknown, type: string): string {
    this.readers.push(read);
    return `$${this.readers.length}::${type}`;
  }

  /** Adds a leaf of an argument. */
  leaf(value: Leaf, type: string): string {
    return this.add((variables) => value.read(variables), type);
  }

  /** The values for a request with these variables. Throws GraphQLError where one cannot be right. */
  get values(): readonly ((variables: Variables) => unknown)[] {
    return this.readers;
  }
}

/** A text literal of SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
