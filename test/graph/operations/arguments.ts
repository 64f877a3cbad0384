import {
  type ArgumentNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputObjectType,
  getNamedType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  Kind,
} from "graphql";
import { kinds } from "../../../src/knowledge";
import { measureOf } from "../oracle/declared";
import { type Draft } from "./draft";
import { nameOf, sampleOf, whereOf, yearOf } from "./filter";

/** The arguments of a field, and how many rows it answers at most. */
export interface Written {
  readonly nodes: readonly ArgumentNode[];
  readonly rows: number;
}

/**
 * Arguments for a field.
 *
 * @param list what cursors of its connection remember it by; undefined where that is not known
 * @param most how many rows it may answer
 */
export function argumentsOf(
  draft: Draft,
  field: GraphQLField<unknown, unknown>,
  list: string | undefined,
  most: number,
): Written {
  const answered = getNamedType(field.type).name.replace(/Connection$/, "");
  const isPage = field.args.some(({ name }) => name === "first");
  const values = new Map<string, unknown>();
  const others = new Map<string, () => unknown>();
  for (const arg of field.args) {
    if (pageArguments.has(arg.name)) continue;
    const isThere = isNonNullType(arg.type) || draft.dice.chance(arg.name === "where" ? 55 : 35);
    if (!isThere) continue;
    const again = () => valueFor(draft, arg, answered);
    values.set(arg.name, again());
    others.set(arg.name, again);
  }
  const rows = isPage ? setPage(draft, values, field, list, answered, most) : 1;
  if (isPage) {
    for (const size of ["first", "last"])
      others.set(size, () => (draft.dice.chance(20) && most >= 50 ? null : draft.dice.int(0, Math.min(most, 6))));
  }
  // A cursor goes with its order and with what was searched for.
  if (values.has("after") || values.has("before")) for (const name of ["orderBy", "text"]) others.delete(name);
  const nodes = field.args.flatMap((arg) =>
    values.has(arg.name) ? [written(draft, arg, values.get(arg.name), others.get(arg.name))] : [],
  );
  return { nodes, rows: field.name === "nodes" ? ((values.get("ids") as unknown[])?.length ?? 1) : rows };
}

const pageArguments = new Set(["first", "last", "after", "before"]);

const written = (
  draft: Draft,
  { name, type }: GraphQLArgument,
  value: unknown,
  again: (() => unknown) | undefined,
): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: { kind: Kind.NAME, value: name },
  value: draft.value(type, value, again),
});

function valueFor(draft: Draft, arg: GraphQLArgument, answered: string): unknown {
  const { dice } = draft;
  const named = getNamedType(arg.type);
  if (!isNonNullType(arg.type) && dice.chance(6)) return null;
  if (arg.name === "where") return whereOf(draft, named as GraphQLInputObjectType, dice.int(0, 3));
  if (arg.name === "orderBy") return orderOf(draft, named as GraphQLInputObjectType, answered);
  const isList = isListType(getNullableType(arg.type));
  return isList
    ? Array.from({ length: dice.int(0, 4) }, () => leafOf(draft, arg, answered))
    : leafOf(draft, arg, answered);
}

/** A value for an argument that asks for a thing, a period, a style: mostly one that is there. */
function leafOf(draft: Draft, arg: GraphQLArgument, answered: string): unknown {
  const { dice } = draft;
  const type = getNamedType(arg.type);
  if (arg.name === "text") return dice.chance(80) ? misspelt(draft, String(sampleOf(draft, type, "City", "name"))) : "";
  // A section that is not there refuses the whole operation: it is tested apart.
  if (arg.name === "kinds" && type.name === "String") return dice.one(kinds.map(({ name }) => name));
  // So does a revision that is not there.
  if (arg.name === "since") return dice.one([0, ...draft.samples.of("Change", "recordedIn")]);
  const field = arg.name === "kinds" ? "kind" : arg.name;
  if (arg.name === "indicator") return nameOf(draft, answered, arg.name);
  // An id of another type refuses the whole operation: it is tested apart.
  if (arg.name === "id" && answered !== "Node" && draft.samples.of(answered, "id").length === 0) return `${answered}:x`;
  if (arg.name === "id" && answered !== "Node") return dice.one(draft.samples.of(answered, "id"));
  const value = sampleOf(draft, type, type.name === "ID" && field !== "id" ? "" : answered, field);
  if (arg.name === "ids" && dice.chance(10)) return dice.one(["City:no-where", "Nothing:at-all", "City", "", "City:"]);
  return field === "slug" && dice.chance(10) ? String(value).replace(/[a-z0-9](?=[a-z0-9])/, "") : value;
}

function misspelt({ dice }: Draft, word: string): string {
  const at = dice.int(0, word.length - 1);
  if (dice.chance(30)) return word.slice(0, at) + word.slice(at + 1);
  return dice.chance(60) ? word.slice(0, dice.int(1, word.length)) : word;
}

/** An order by one or two fields or figures, seldom by none. */
function orderOf(draft: Draft, type: GraphQLInputObjectType, answered: string): unknown[] {
  const { dice } = draft;
  const measure = measureOf(answered);
  const anyOf = (name: string) => {
    const named = getNamedType(type.getFields()[name]!.type);
    return isEnumType(named) ? dice.one(named.getValues()).name : "";
  };
  const count = dice.chance(5) ? 0 : dice.chance(70) ? 1 : 2;
  return Array.from({ length: count }, () => {
    const direction = dice.chance(60) ? anyOf("direction") : "ASC";
    if (!measure || dice.chance(60)) return { direction, field: anyOf("field") };
    const { target, measure: by } = measure;
    const year = dice.chance(30) && { year: yearOf(draft, target.name, by.period) };
    return { direction, [by.by]: nameOf(draft, target.name, by.by), ...year };
  });
}

/** The page: from one end or the other, beyond a cursor or before one; as long as `most` allows. */
function setPage(
  draft: Draft,
  values: Map<string, unknown>,
  field: GraphQLField<unknown, unknown>,
  list: string | undefined,
  type: string,
  most: number,
): number {
  const { dice, samples } = draft;
  const isSearch = field.name === "search";
  const canEndLast = field.args.some(({ name }) => name === "last");
  const isUsual = most >= 50 && dice.chance(25);
  const size = isUsual ? 50 : dice.int(0, Math.min(most, dice.chance(20) ? 20 : 5));
  if (!isUsual) values.set(canEndLast && dice.chance(25) ? "last" : "first", size);
  for (const side of ["after", "before"]) {
    if (list === undefined || !field.args.some(({ name }) => name === side) || !dice.chance(20)) continue;
    const cursors = isSearch
      ? samples.searchCursors(String(values.get("text")))
      : samples.cursors(list, type, values.get("orderBy"));
    if (cursors.length > 0) values.set(side, dice.one(cursors));
  }
  return size;
}
