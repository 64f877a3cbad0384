import { createHash } from "node:crypto";
import { declared, type Measured, measureOf } from "./declared";
import { holders, type Item, kept, snake, target } from "./item";
import { fail, type Rows } from "./rows";
import { fold, order } from "./words";

/** What a list is ordered by, such as `edition.year desc`. */
export type Words = readonly string[];

/** One of the things a list is ordered by. */
export interface Step {
  /** What a cursor remembers it by. */
  readonly word: string;
  value(item: Item): unknown;
  /** The figure an item stands by, where the list goes by figures. */
  figure?(item: Item): Item | null;
}

/** The steps of an `orderBy`; without one, those of a list's own words. */
export function stepsOf(rows: Rows, name: string, orderBy: unknown, usual: Words): readonly Step[] {
  const asked = (orderBy ?? []) as readonly OrderBy[];
  if (asked.length === 0) return stepsOfWords(rows, usual);
  const { type, declaration } = declared(name);
  const own = Object.keys(type.getFields()).map((field) => [field, field]);
  const paths = Object.entries({ ...Object.fromEntries(own), ...declaration.through });
  return asked.flatMap(({ field, direction, indicator, year }) => {
    if (indicator) return figureStep(rows, name, indicator, year ?? undefined, direction);
    const [, path] = paths.find(([known]) => snake(known).toUpperCase() === field) ?? fail(`no order ${name}.${field}`);
    return stepsOfWords(rows, [`${path} ${direction.toLowerCase()}`]);
  });
}

interface OrderBy {
  readonly field?: string | null;
  readonly direction: string;
  readonly indicator?: string | null;
  readonly year?: number | null;
}

/** The steps of words as they are declared. */
export function stepsOfWords(rows: Rows, words: Words): readonly Step[] {
  return words.map((word) => {
    const [path, last] = word.split(" ")[0]!.split("=") as [string, string | undefined];
    const value = (item: Item) => valueAt(rows, item, path.split("."));
    return { word, value: last === undefined ? value : (item) => last.split(",").includes(String(value(item))) };
  });
}

function figureStep(rows: Rows, name: string, slug: string, year: number | undefined, direction: string): Step {
  const measure = measureOf(name) ?? fail(`nothing measures ${name}`);
  const figure = (item: Item) => figureOf(rows, item, measure, slug, year);
  return {
    word: `${slug} ${year} ${direction.toLowerCase()}`,
    figure,
    value: (item) => figure(item)?.row[measure.measure.value] ?? null,
  };
}

/** The figure of a thing: of a year where one is given, else its latest. */
export function figureOf(rows: Rows, item: Item, edge: Measured, slug: unknown, year: unknown): Item | null {
  const { by, period } = edge.measure;
  const figures = holders(rows, item, edge.target.name, edge).filter(
    ({ row }) => row[by] === slug && (year === undefined || String(row[period]).slice(0, 4) === String(year)),
  );
  return sorted(figures, stepsOfWords(rows, edge.order))[0] ?? null;
}

/** The values at which an item stands in a list, its id last. */
export const keysOf = (item: Item, steps: readonly Step[]) => [
  ...steps.map((step) => step.value(item)),
  item.row["id"],
];

function valueAt(rows: Rows, item: Item, [step, ...rest]: readonly string[]): unknown {
  if (rest.length > 0) {
    const next = target(rows, item, step!);
    return next && valueAt(rows, next, rest);
  }
  const value = kept(rows, item, step!);
  return step === "name" && value !== null ? fold(String(value)) : value;
}

/** Orders the keys of items: those without a value last, ties by id in the direction of the first word. */
export function comparer(
  steps: readonly Pick<Step, "word">[],
): (a: readonly unknown[], b: readonly unknown[]) => number {
  const signs = [...steps, ...steps.slice(0, 1)].map(({ word }) => (word.endsWith(" desc") ? -1 : 1));
  if (signs.length === 0) signs.push(1);
  return (a, b) => {
    for (const [i, left] of a.entries()) {
      const [right, sign] = [b[i], signs[i]!];
      if (left === null && right === null) continue;
      if (left === null || right === null) return left === null ? 1 : -1;
      const found = order(left, right) * sign;
      if (found !== 0) return found;
    }
    return 0;
  };
}

/** Items in order. */
export function sorted(items: readonly Item[], steps: readonly Step[]): Item[] {
  const compare = comparer(steps);
  const keyed = items.map((item) => ({ item, keys: keysOf(item, steps) }));
  return keyed.sort((a, b) => compare(a.keys, b.keys)).map(({ item }) => item);
}

/** A cursor: base64url of a JSON array, a mark of the list and its order before the keys. */
export function cursorOf(list: string, steps: readonly Pick<Step, "word">[], keys: readonly unknown[]): string {
  const mark = createHash("sha256")
    .update([list, ...steps.map(({ word }) => word)].join("|"))
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
