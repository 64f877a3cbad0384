import { getNamedType, isLeafType } from "graphql";
import { declared, edgeOf, measureOf } from "./declared";
import { facetItem, holders, type Item, shown, target } from "./item";
import { figureOf } from "./order";
import { fail, type Row, type Rows } from "./rows";
import { fold, order } from "./words";

/** A `where` as it arrives. */
export type Where = Readonly<Record<string, unknown>>;

/** What is given: a condition of null is no condition. */
const given = (where: Where) => Object.entries(where).filter(([, condition]) => condition !== null);

/** Whether an item meets every condition; nothing is known of a value that is null, so it meets none. */
export function meets(rows: Rows, item: Item, where: Where): boolean {
  return given(where).every(([field, condition]) => holds(rows, item, field, condition));
}

function holds(rows: Rows, item: Item, field: string, condition: unknown): boolean {
  const each = condition as readonly Where[];
  if (field === "and") return each.every((part) => meets(rows, item, part));
  if (field === "or") return each.some((part) => meets(rows, item, part));
  if (field === "not") return !meets(rows, item, condition as Where);
  if (field === "text" && declared(item.name).declaration.named) return isNamed(item.row, String(condition));
  const path = declared(item.name).declaration.through?.[field];
  const measure = measureOf(item.name);
  if (measure?.measure.by === field) {
    const { slug, year, isNull, ...compared } = condition as Where;
    const figure = figureOf(rows, item, measure, slug, year ?? undefined);
    const meetsAll = figure !== null && compares(figure.row[measure.measure.value], compared);
    return isNull === true ? !meetsAll : meetsAll;
  }
  if (path) return alongPath(rows, item, path.split("."), condition as Where);
  return atField(rows, item, field, condition as Where);
}

function atField(rows: Rows, item: Item, field: string, condition: Where): boolean {
  const type = declared(item.name).type.getFields()[field]?.type;
  if (type && isLeafType(getNamedType(type)) && !edgeOf(item.name, field)) {
    return compares(shown(rows, item, field), condition);
  }
  const edge = edgeOf(item.name, field) ?? fail(`${item.name} has no filter ${field}`);
  if (edge.shape === "any") return compares(item.row[item.column(edge.by)] ?? null, condition);
  if (edge.shape === "facet") return meets(rows, facetItem(edge.target.name, field, item), condition);
  if (edge.shape === "one") {
    const other = target(rows, item, field);
    return other !== null && meets(rows, other, condition);
  }
  return given(condition).every(([quantifier, inner]) => {
    const some = holders(rows, item, edge.target.name, edge).some((other) => meets(rows, other, inner as Where));
    return quantifier === "some" ? some : !some;
  });
}

function alongPath(rows: Rows, item: Item, [step, ...rest]: readonly string[], condition: Where): boolean {
  if (rest.length === 0) return atField(rows, item, step!, condition);
  const next = target(rows, item, step!);
  return next !== null && alongPath(rows, next, rest, condition);
}

/** Whether a word of one of its names, with what follows, begins with the text. */
export function isNamed(row: Row, text: string): boolean {
  return namesOf(row).some((name) => tails(fold(name)).some((tail) => tail.startsWith(fold(text))));
}

export const namesOf = (row: Row) => [row["name"], ...(row["aliases"] as unknown[])].map(String);

/** A folded name from its first word on, from its second on, and so forth. */
export function tails(folded: string): string[] {
  if (folded === "") return [];
  const words = folded.split(" ");
  return words.map((_, i) => words.slice(i).join(" "));
}

function compares(value: unknown, condition: Where): boolean {
  return given(condition).every(([operator, operand]) => {
    if (operator === "isNull") return (value === null) === operand;
    if (operator === "notIn" && (operand as unknown[]).length === 0) return true;
    if (value === null) return false;
    return (operators[operator] ?? fail(`no operator ${operator}`))(value, operand);
  });
}

/** Compares words without case and accents; signs alone, of which nothing is left then, as they are. */
function alike(meets: (value: string, operand: string) => boolean) {
  return (value: unknown, operand: unknown) => {
    const folded = fold(String(operand));
    return folded === "" ? meets(String(value), String(operand)) : meets(fold(String(value)), folded);
  };
}

const operators: Readonly<Record<string, (value: unknown, operand: unknown) => boolean>> = {
  eq: (value, operand) => value === operand,
  ne: (value, operand) => value !== operand,
  in: (value, operand) => (operand as unknown[]).includes(value),
  notIn: (value, operand) => !(operand as unknown[]).includes(value),
  gt: (value, operand) => order(value, operand) > 0,
  gte: (value, operand) => order(value, operand) >= 0,
  lt: (value, operand) => order(value, operand) < 0,
  lte: (value, operand) => order(value, operand) <= 0,
  has: (value, operand) => (value as unknown[]).includes(operand),
  contains: alike((value, operand) => value.includes(operand)),
  startsWith: alike((value, operand) => value.startsWith(operand)),
};
