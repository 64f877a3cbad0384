/**
 * What the rows of an interface ask alike of all that is held under their global id, whatever their types: written once, and
 * read once, instead of for each type. A subquery that is never run has its share of what a statement takes to begin.
 */
export class Shared {
  private readonly columns = new Map<string, { readonly sql: string; readonly name: string }>();

  /**
   * @param globalId SQL for the global id of a row, whatever its type
   * @param alias a name that nothing else in the statement has
   */
  constructor(
    readonly globalId: string,
    private readonly alias: string,
  ) {}

  /**
   * SQL for what is held by the row.
   *
   * @param asked what tells it from all else that may be asked
   * @param write its SQL; it is asked for the first time only
   */
  column(asked: string, write: () => string): string {
    const known = this.columns.get(asked) ?? { sql: write(), name: `s${this.columns.size}` };
    this.columns.set(asked, known);
    return `${this.alias}.${known.name}`;
  }

  /** The whole of it, `sql` being written in terms of what is shared. */
  select(sql: string): string {
    if (this.columns.size === 0) return sql;
    const columns = [...this.columns.values()].map((column) => `${column.sql} as ${column.name}`);
    // By itself Postgres would write what is shared into every place again.
    return `(select ${sql} from (select ${columns.join(", ")} offset 0) ${this.alias})`;
  }
}
