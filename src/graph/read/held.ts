import { type StoredType } from "../model";
import { type Compile } from "./compile";
import { type Joins } from "./joins";
import { canBeHeld, heldRow, type Row, tableRow } from "./row";

/** The rows of a subquery, as those read them who read from it: it holds the columns that are asked of them, and no others. */
export class Held {
  /** What the subquery selects from its row, by the name it has outside. */
  private readonly selected = new Map<string, (row: Row) => string>();
  /** A row of it, seen from outside. */
  readonly row: Row;

  constructor(
    private readonly compile: Compile,
    type: StoredType,
  ) {
    const alias = compile.alias();
    if (canBeHeld(type)) {
      this.row = heldRow(compile, type, alias, (column) => this.hold(alias, column, (row) => row.text(column)));
    } else {
      this.selected.set("*", (row) => `${row.alias}.*`);
      this.row = tableRow(compile, type, alias);
    }
  }

  /**
   * Has those outside find what the subquery has joined already, instead of joining it again.
   *
   * @param inside the row of the subquery, and what it joins to that
   * @param outside what is joined to the subquery
   */
  joined(inside: { readonly row: Row; readonly joins: Joins }, outside: Joins): void {
    const { alias } = this.row;
    const names = new Map([[inside.row.alias, (column: string) => `${alias}.${column}`]]);
    for (const { column, row } of inside.joins.ones) {
      const [from, named] = column.split(".") as [string, string];
      const place = names.get(from);
      if (!place || !canBeHeld(row.type)) continue;
      const name = (of: string) => `${row.alias}_${of}`;
      const hold = (of: string) => this.hold(alias, name(of), () => `${row.text(of)} as ${name(of)}`);
      names.set(row.alias, (of) => `${alias}.${name(of)}`);
      outside.hold({ column: place(named), row: heldRow(this.compile, row.type, alias, hold) });
    }
  }

  /** SQL for what the subquery selects from its row for those outside; complete when all has been asked. */
  columns(row: Row): string[] {
    return [...this.selected.values()].map((select) => select(row));
  }

  private hold(alias: string, name: string, select: (row: Row) => string): string {
    this.selected.set(name, select);
    return `${alias}.${name}`;
  }
}
