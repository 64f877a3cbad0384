import { createHash } from "node:crypto";
import { GraphQLError } from "graphql";

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
export function readCursor(cursor: unknown, mark: string, length: number): unknown[] {
  const parts = parse(String(cursor));
  if (!parts) throw invalid(`expected a cursor that this list gave, got ${JSON.stringify(cursor)}`);
  if (parts[0] !== mark || parts.length !== length + 1) {
    throw invalid(
      "the cursor is of another list or of another order; take it from this list, asked with the same orderBy",
    );
  }
  return parts.slice(1);
}

function parse(cursor: string): unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const invalid = (message: string) => new GraphQLError(message, { extensions: { code: "INVALID_CURSOR" } });
