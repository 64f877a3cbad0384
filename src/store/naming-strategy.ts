import { DefaultNamingStrategy, type NamingStrategyInterface, type Table, type View } from "typeorm";

/**
 * Names as Postgres itself gives them, so that tables made by plain SQL are the very tables TypeORM expects.
 *
 * Columns are the properties in snake case, tables are named in `@Entity`. Two indexes on the same columns, and checks
 * on more than one column, need names of their own on both sides: Postgres numbers them, which nobody can foresee.
 */
export class PostgresNaming extends DefaultNamingStrategy implements NamingStrategyInterface {
  override tableName(target: string, given: string | undefined): string {
    return given ?? snakeCase(target);
  }

  override columnName(property: string, given: string | undefined, prefixes: string[]): string {
    const name = given ?? snakeCase(property);
    return [...prefixes.map(snakeCase), name].join("_");
  }

  override joinColumnName(relation: string): string {
    return snakeCase(relation);
  }

  override primaryKeyName(table: Table | string): string {
    return objectName(bare(table), "", "pkey");
  }

  override uniqueConstraintName(table: Table | string, columns: string[]): string {
    return objectName(bare(table), columns.join("_"), "key");
  }

  override relationConstraintName(table: Table | string, columns: string[]): string {
    return objectName(bare(table), columns.join("_"), "key");
  }

  override foreignKeyName(table: Table | string, columns: string[]): string {
    return objectName(bare(table), columns.join("_"), "fkey");
  }

  override indexName(table: Table | View | string, columns: string[]): string {
    return objectName(bare(table), columns.join("_"), "idx");
  }

  override exclusionConstraintName(table: Table | string): string {
    return objectName(bare(table), "", "excl");
  }

  /** Postgres names the column if the check speaks of one alone; columns are what `expression` quotes. */
  override checkConstraintName(table: Table | string, expression: string): string {
    const columns = new Set(Array.from(expression.matchAll(/"([^"]+)"/g), ([, column]) => column!));
    return objectName(bare(table), columns.size === 1 ? [...columns][0]! : "", "check");
  }
}

/** The name of a table without its schema. */
function bare(table: Table | View | string): string {
  return (typeof table === "string" ? table : table.name).split(".").at(-1)!;
}

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "_").toLowerCase();
}

/** Postgres cuts names to 63 bytes: NAMEDATALEN less the final zero. */
const longest = 63;

/**
 * `<table>_<columns>_<label>`, of which the longer of the first two is cut byte by byte until the whole fits.
 *
 * @see makeObjectName in src/backend/commands/indexcmds.c of Postgres
 */
function objectName(table: string, columns: string, label: string): string {
  const room = longest - label.length - (columns ? 2 : 1);
  let [first, second] = [Buffer.byteLength(table), Buffer.byteLength(columns)];
  while (first + second > room) {
    if (first > second) first--;
    else second--;
  }
  return [clip(table, first), clip(columns, second), label].filter(Boolean).join("_");
}

/** The first `length` bytes of a text, less a character cut in two. */
function clip(text: string, length: number): string {
  return new TextDecoder().decode(Buffer.from(text).subarray(0, length), { stream: true });
}
