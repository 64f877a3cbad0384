import { createHash } from "node:crypto";
import { GraphQLError } from "graphql";
import { isMoment } from "../date";

/** A word for a list and its order, so that a cursor of another list is known for what it is. */
export function listMark(list: string, order: readonly string[]): string {
  return createHash("sha256")
    .update([list, ...order].join("|"))
    .digest("base64url")
    .slice(0, 6);
}

/** SQL for the cursor of a row: base64url of a JSON array, the list's mark and then the values it is ordered by. */
export function cursorSql(mark: string, keys: readonly string[]): string {
  const bytes = `convert_to(json_build_array('${mark}', ${keys.join(", ")})::text, 'UTF8')`;
  return `translate(encode(${bytes}, 'base64'), E'+/=\\n', '-_')`;
}

/**
 * The values a cursor stands at.
 *
 * @throws GraphQLError INVALID_CURSOR if it is none, or one of another list or order
 */
export function readCursor(cursor: unknown, mark: string, keys: readonly Held[]): unknown[] {
  const parts = parse(String(cursor));
  if (!parts) throw noCursor(cursor);
  if (parts[0] !== mark || parts.length !== keys.length + 1) {
    throw invalid(
      "the cursor is of another list or of another order; take it from this list, asked with the same orderBy",
    );
  }
  const values = parts.slice(1);
  if (!keys.every((key, i) => isOf(key, values[i]))) throw noCursor(cursor);
  return values;
}

/** A value that a cursor holds: its type in SQL, and whether it may be null. */
interface Held {
  readonly cast: string;
  readonly nullable: boolean;
}

function isOf({ cast, nullable }: Held, value: unknown): boolean {
  if (value === null) return nullable;
  if (cast === "int") return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31;
  if (cast === "float8") return typeof value === "number";
  if (cast === "boolean") return typeof value === "boolean";
  if (cast === "timestamptz") return typeof value === "string" && isMoment(value);
  return typeof value === "string" && !value.includes("\0");
}

function parse(cursor: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const noCursor = (cursor: unknown) =>
  invalid(`expected a cursor that this list gave, got ${JSON.stringify(cursor).slice(0, 200)}`);

const invalid = (message: string) => new GraphQLError(message, { extensions: { code: "INVALID_CURSOR" } });
