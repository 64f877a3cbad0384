import { type StoredType } from "../model";
import { type Names, type Row, tableRow } from "./row";

/** The joins of one `from`, in order. A row that is named twice, to be shown and to be ordered by, is joined once. */
export class Joins {
  private readonly all: string[] = [];
  private readonly rows = new Map<string, Row>();

  add(sql: string): void {
    this.all.push(sql);
  }

  /** The row of a type whose id stands in `column`. */
  one(names: Names, type: StoredType, column: string): Row {
    const key = `${type.name} ${column}`;
    const known = this.rows.get(key);
    if (known) return known;
    const row = tableRow(names, type);
    this.rows.set(key, row);
    this.add(`left join ${row.from} on ${row.id} = ${column}`);
    return row;
  }

  /** SQL to stand behind the row that the joins begin with. */
  get sql(): string {
    return this.all.join(" ");
  }
}
