import { createHash } from "node:crypto";
import { declared } from "./declared";
import { order } from "./filter";
import { type Item, kept, snake, target } from "./item";
import { fail, type Rows } from "./rows";
import { fold } from "./words";

/** What a list is ordered by, such as `edition.year desc`. */
export type Words = readonly string[];

/** The words of an `orderBy`; without one, a list's own. */
export function wordsOf(name: string, orderBy: unknown, usual: Words): Words {
  const asked = (orderBy ?? []) as readonly { field: string; direction: string }[];
  if (asked.length === 0) return usual;
  const { type, declaration } = declared(name);
  const paths = {
    ...Object.fromEntries(Object.keys(type.getFields()).map((field) => [field, field])),
    ...declaration.through,
  };
  return asked.map(({ field, direction }) => {
    const known = Object.keys(paths).find((path) => snake(path).toUpperCase() === field);
    return `${known ? paths[known] : fail(`${name} has no order ${field}`)} ${direction.toLowerCase()}`;
  });
}

/** The values at which an item stands in a list, its id last. */
export function keysOf(rows: Rows, item: Item, words: Words): unknown[] {
  return [...words.map((word) => valueAt(rows, item, word.split(" ")[0]!.split("."))), item.row["id"]];
}

function valueAt(rows: Rows, item: Item, [step, ...rest]: readonly string[]): unknown {
  if (rest.length > 0) {
    const next = target(rows, item, step!);
    return next && valueAt(rows, next, rest);
  }
  const value = kept(rows, item, step!);
  return step === "name" && value !== null ? fold(String(value)) : value;
}

/** Orders the keys of items: those without a value last, ties by id in the direction of the first word. */
export function comparer(words: Words): (a: readonly unknown[], b: readonly unknown[]) => number {
  const signs = [...words, words[0] ?? ""].map((word) => (word.endsWith(" desc") ? -1 : 1));
  return (a, b) => {
    for (const [i, sign] of signs.entries()) {
      const [left, right] = [a[i], b[i]];
      if (left === null && right === null) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      const found = order(left, right) * sign;
      if (found !== 0) return found;
    }
    return 0;
  };
}

/** Items in order. */
export function sorted(rows: Rows, items: readonly Item[], words: Words): Item[] {
  const compare = comparer(words);
  const keyed = items.map((item) => ({ item, keys: keysOf(rows, item, words) }));
  return keyed.sort((a, b) => compare(a.keys, b.keys)).map(({ item }) => item);
}

/** A cursor: base64url of a JSON array, a mark of the list and its order before the keys. */
export function cursorOf(list: string, words: Words, keys: readonly unknown[]): string {
  const mark = createHash("sha256")
    .update([list, ...words].join("|"))
    .digest("base64url")
    .slice(0, 6);
  return Buffer.from(`[${[mark, ...keys].map(json).join(", ")}]`).toString("base64url");
}

/** The keys that a cursor holds. */
export const keysIn = (cursor: string) =>
  (JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[]).slice(1);

/** JSON as Postgres writes it: great and small numbers have an exponent sooner than in JavaScript. */
function json(value: unknown): string {
  const size = typeof value === "number" ? Math.abs(value) : 0;
  if (size === 0 || (size >= 1e-4 && size < 1e15)) return JSON.stringify(value);
  return Number(value)
    .toExponential()
    .replace(/e([+-])(\d)$/, "e$10$2");
}
