import { type StoredType } from "../model";
import { type Names, type Row, tableRow } from "./row";

/** A row that is joined: the one of a type whose id stands in `column`. */
export interface Joined {
  readonly column: string;
  readonly row: Row;
}

/** The joins of one `from`, in order. A row that is named twice, to be shown and to be ordered by, is joined once. */
export class Joins {
  private readonly all: string[] = [];
  private readonly rows = new Map<string, Joined>();
  private readonly held = new Map<string, Row>();

  add(sql: string): void {
    this.all.push(sql);
  }

  /** The row of a type whose id stands in `column`: one that is held, or joined. */
  one(names: Names, type: StoredType, column: string): Row {
    return this.held.get(keyOf(type, column)) ?? this.joined(names, type, column);
  }

  /** The same, joined, so that its alias is its own. */
  joined(names: Names, type: StoredType, column: string): Row {
    const key = keyOf(type, column);
    const known = this.rows.get(key);
    if (known) return known.row;
    const row = tableRow(names, type);
    this.rows.set(key, { column, row });
    this.add(`left join ${row.from} on ${row.id} = ${column}`);
    return row;
  }

  /** Has a row that is there already stand for the one whose id stands in `column`. */
  hold({ column, row }: Joined): void {
    this.held.set(keyOf(row.type, column), row);
  }

  /** All rows that are joined so. */
  get ones(): readonly Joined[] {
    return [...this.rows.values()];
  }

  /** SQL to stand behind the row that the joins begin with. */
  get sql(): string {
    return this.all.join(" ");
  }
}

const keyOf = ({ name }: StoredType, column: string) => `${name} ${column}`;
