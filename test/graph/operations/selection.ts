import {
  type DirectiveNode,
  doTypesOverlap,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type SelectionNode,
} from "graphql";
import { schema } from "../../../src/app";
import { argumentsOf } from "./arguments";
import { type Draft } from "./draft";
import { isReckoned, isStoredRoot } from "./samples";

/** Where selections are written. */
export interface Place {
  readonly type: GraphQLCompositeType;
  /** How many rows the selections are read for, at most. */
  readonly rows: number;
  readonly depth: number;
  /** For how many types the selections are read. */
  readonly breadth: number;
  /** What each key of the answer stands for: two fields under one key must be the same. */
  readonly keys: Map<string, string>;
}

/** No answer is for more rows than this; lists within lists become short. */
const mostRows = 400;

/** Interfaces within interfaces stand for no more types than this. */
const mostTypes = 25;

const types = new Map<GraphQLCompositeType, readonly GraphQLObjectType[]>();

function typesOf(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
  const known = types.get(type) ?? (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]);
  types.set(type, known);
  return known;
}

/** Rows that a plain list is taken to have. */
const fewRows = 3;

/** Selections on a type: fields, fragments, the same again under another name. */
export function selectionsOf(draft: Draft, place: Place): SelectionNode[] {
  const { dice } = draft;
  const count = dice.int(1, place.type.name.endsWith("Connection") ? 3 : 5);
  const made = Array.from({ length: count }, () => selectionOf(draft, place)).flat();
  return made.length > 0 ? made : [field(draft, place, "__typename")];
}

function selectionOf(draft: Draft, place: Place): SelectionNode[] {
  const { dice } = draft;
  draft.budget--;
  const fragmentChance = isAbstractType(place.type) ? 50 : 10;
  if (dice.chance(fragmentChance)) return fragment(draft, place);
  if (dice.chance(6)) return [field(draft, place, "__typename")];
  const fields = "getFields" in place.type ? Object.values(place.type.getFields()) : [];
  const possible = fields.filter((known) => isPossible(draft, place, known));
  if (possible.length === 0) return [field(draft, place, "__typename")];
  return fieldWith(draft, place, dice.one(possible));
}

function isPossible(draft: Draft, { type, rows, depth, breadth }: Place, field: AnyField): boolean {
  if (type.name === "Query" && !isStoredRoot(field.name)) return false;
  if (isReckoned(type, field.name)) return false;
  const { isComposite, isList, isPage } = sortOf(type, field);
  if (!isComposite) return true;
  if (draft.budget <= 0 || depth > 12 || breadth > mostTypes) return field.name === "pageInfo";
  return (!isPage && !isList) || rows * fewRows <= mostRows;
}

interface Sort {
  readonly isComposite: boolean;
  /** Whether it answers a plain list, rather than the rows of a page. */
  readonly isList: boolean;
  readonly isPage: boolean;
}

const sorts = new WeakMap<AnyField, Sort>();

function sortOf({ name }: GraphQLCompositeType, field: AnyField): Sort {
  const sort = sorts.get(field) ?? {
    isComposite: isCompositeType(getNamedType(field.type)),
    isList: isListType(getNullableType(field.type)) && !/(Connection|Query)$/.test(name),
    isPage: field.args.some((arg) => arg.name === "first"),
  };
  sorts.set(field, sort);
  return sort;
}

type AnyField = GraphQLField<unknown, unknown>;

/** A field, or the same one twice with parts of its selection. */
function fieldWith(draft: Draft, place: Place, known: AnyField): FieldNode[] {
  const { dice } = draft;
  const answered = getNamedType(known.type);
  const list =
    place.type.name === "Query"
      ? known.name
      : isObjectType(place.type)
        ? `${place.type.name}.${known.name}`
        : undefined;
  const { nodes, rows } = argumentsOf(draft, known, list, Math.floor(mostRows / place.rows));
  if (!isCompositeType(answered)) {
    const isPlain = nodes.length === 0 && known.args.length === 0;
    return [
      { ...field(draft, place, known.name, isPlain ? `${known.name}:${known.type}` : undefined), arguments: nodes },
    ];
  }
  const { isList } = sortOf(place.type, known);
  const below: Place = {
    type: answered,
    rows: place.rows * Math.max(1, isList ? fewRows : rows),
    depth: place.depth + 1,
    breadth: place.breadth * typesOf(answered).length,
    keys: new Map(),
  };
  const node = { ...field(draft, place, known.name), arguments: nodes };
  const selections = selectionsOf(draft, below);
  const parted = dice.chance(12) ? dice.int(1, selections.length) : selections.length;
  return [selections.slice(0, parted), selections.slice(parted)]
    .filter((part) => part.length > 0)
    .map((part) => ({ ...node, selectionSet: { kind: Kind.SELECTION_SET, selections: part } }));
}

/** A field under a key that is free, or that stands for the same already. */
function field(draft: Draft, { keys, type }: Place, name: string, same?: string): FieldNode {
  const { dice } = draft;
  const meaning = name === "__typename" ? "__typename:String!" : (same ?? draft.fresh("field"));
  const others = "getFields" in type ? Object.keys(type.getFields()) : [];
  const wished = dice.chance(4) && others.length > 0 ? dice.one(others) : dice.chance(12) ? draft.fresh("a") : name;
  const key = (keys.get(wished) ?? meaning) === meaning ? wished : draft.fresh("a");
  keys.set(key, meaning);
  const directives = directivesOf(draft);
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    ...(key !== name && { alias: { kind: Kind.NAME, value: key } }),
    ...(directives.length > 0 && { directives }),
  };
}

/** A fragment on a type whose objects can stand here: inline, named, or a named one that is there already. */
function fragment(draft: Draft, place: Place): SelectionNode[] {
  const { dice } = draft;
  const known = draft.fragments.filter(({ type, keys, rows, breadth }) => {
    const isFree = [...keys].every(([key, meaning]) => (place.keys.get(key) ?? meaning) === meaning);
    return isFree && rows >= place.rows && breadth >= place.breadth && overlapping(place.type).includes(type);
  });
  if (known.length > 0 && dice.chance(40)) {
    const { node, keys } = dice.one(known);
    for (const [key, meaning] of keys) place.keys.set(key, meaning);
    return [{ kind: Kind.FRAGMENT_SPREAD, name: node.name, directives: directivesOf(draft) }];
  }
  const type = dice.one(overlapping(place.type));
  const common = typesOf(type).filter((one) => typesOf(place.type).includes(one)).length;
  const inner = { ...place, type, breadth: (place.breadth / typesOf(place.type).length) * common };
  if (dice.chance(60)) {
    const condition = type === place.type && dice.chance(50) ? undefined : named(type);
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        ...(condition && { typeCondition: condition }),
        directives: directivesOf(draft),
        selectionSet: { kind: Kind.SELECTION_SET, selections: selectionsOf(draft, inner) },
      },
    ];
  }
  // Its keys are its own until it is known where they are free.
  const keys = new Map<string, string>();
  const selections = selectionsOf(draft, { ...inner, keys });
  const isFree = [...keys].every(([key, meaning]) => (place.keys.get(key) ?? meaning) === meaning);
  const name = { kind: Kind.NAME as const, value: draft.fresh("F") };
  const selectionSet = { kind: Kind.SELECTION_SET as const, selections };
  if (!isFree) return [field(draft, place, "__typename")];
  for (const [key, meaning] of keys) place.keys.set(key, meaning);
  draft.fragments.push({
    node: { kind: Kind.FRAGMENT_DEFINITION, name, typeCondition: named(type), selectionSet },
    type,
    keys,
    rows: place.rows,
    breadth: place.breadth,
  });
  return [{ kind: Kind.FRAGMENT_SPREAD, name, directives: directivesOf(draft) }];
}

const composites = Object.values(schema.getTypeMap()).filter(isCompositeType);
const overlaps = new Map<GraphQLCompositeType, GraphQLCompositeType[]>();

/** The types that have objects in common with one. */
function overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
  const known = overlaps.get(type) ?? composites.filter((other) => doTypesOverlap(schema, type, other));
  overlaps.set(type, known);
  return known;
}

const named = ({ name }: GraphQLCompositeType) => ({
  kind: Kind.NAMED_TYPE as const,
  name: { kind: Kind.NAME as const, value: name },
});

function directivesOf(draft: Draft): DirectiveNode[] {
  const { dice } = draft;
  if (!dice.chance(6)) return [];
  const isSkip = dice.chance(50);
  const value = draft.value(condition, dice.chance(70) !== isSkip, () => dice.chance(50));
  const name = { kind: Kind.NAME as const, value: isSkip ? "skip" : "include" };
  const argument = { kind: Kind.ARGUMENT as const, name: { kind: Kind.NAME as const, value: "if" }, value };
  return [{ kind: Kind.DIRECTIVE, name, arguments: [argument] }];
}

const condition = schema.getDirective("include")!.args[0]!.type as GraphQLInputType;
