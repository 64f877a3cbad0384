import {
  type FieldNode,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  getNamedType,
  isInputObjectType,
  Kind,
  type ValueNode,
} from "graphql";
import { type Bound, priceOf } from "../graph/price";
import { pageSize } from "../graph/sdl";
import { count, type Sizes, sizeGiven, sizeOf } from "./cost-sizes";

/** How many rows a list is taken to have that does not say: as many as long ones have. */
const usualList = 10;

/** What surrounds a selection, as far as it tells how long lists in it can be. */
export interface Place {
  /** The size of the page that its type is, where it is one. */
  readonly page: number;
  /** What fields above it say, by name of the argument; null where nothing is said. */
  readonly bounds: Readonly<Record<string, number | null>>;
}

/** Where nothing tells. */
export const nowhere: Place = { page: 1, bounds: {} };

type Field = GraphQLField<unknown, unknown>;

/** The most rows that a list can have: as many as `first` asks for, or as it says of itself, whichever is less. */
export function rowsOf(node: FieldNode, field: Field, type: GraphQLNamedType, place: Place, sizes: Sizes): number {
  const { rows } = priceOf(field);
  const most = typeof rows === "object" ? boundOf(rows, place) : rows;
  if (field.args.some(({ name }) => name === "first"))
    return Math.min(pageOf(node, field, sizes), most ?? pageSize.most);
  if (type.name.endsWith("Connection")) return place.page;
  if (most !== undefined) return most;
  const ids = node.arguments?.find(({ name }) => name.value === "ids")?.value;
  return ids ? sizeOf(ids, sizes) : usualList;
}

const boundOf = ({ by, most }: Bound, { bounds }: Place): number => Math.min(Math.max(bounds[by] ?? most, 0), most);

/** As many rows as a page may have; what is no size is refused elsewhere. */
export function pageOf({ arguments: given = [] }: FieldNode, { args }: Field, sizes: Sizes): number {
  const asked = given.filter(({ name }) => name.value === "first" || name.value === "last");
  const sizesAsked = asked.map(({ value }) => sizeGiven(value, sizes) ?? undefined);
  const usual = count(args.find(({ name }) => name === "first")?.defaultValue) ?? pageSize.usual;
  const size = sizesAsked.find((one) => one !== undefined) ?? usual;
  return Math.min(Math.max(size, 0), pageSize.most);
}

/** What surrounds the selection of a field. */
export function placeWithin(node: FieldNode, field: Field, { bounds }: Place, page: number, sizes: Sizes): Place {
  const { bounds: names = [] } = priceOf(field);
  if (names.length === 0) return { page, bounds };
  const said = Object.fromEntries(names.map((name) => [name, sizeNamed(name, node, field, sizes)]));
  return { page, bounds: { ...bounds, ...said } };
}

/** The size of an argument of this name, or of the field of an input that has it: as given, else as the schema has it. */
function sizeNamed(name: string, { arguments: given = [] }: FieldNode, { args }: Field, sizes: Sizes): number | null {
  for (const arg of args) {
    const value = given.find((one) => one.name.value === arg.name)?.value;
    if (arg.name === name) return orDefault(sizeGiven(value, sizes), arg);
    const type = getNamedType(arg.type);
    const inner = isInputObjectType(type) ? type.getFields()[name] : undefined;
    if (inner) return orDefault(sizeWithin(value, name, sizes), inner);
  }
  return null;
}

const orDefault = (given: number | null | undefined, { defaultValue }: GraphQLArgument | GraphQLInputField) =>
  given === undefined ? count(defaultValue) : given;

function sizeWithin(input: ValueNode | undefined, name: string, sizes: Sizes): number | null | undefined {
  if (input?.kind === Kind.VARIABLE) return sizes[`${input.name.value}.${name}`];
  if (input?.kind !== Kind.OBJECT) return undefined;
  return sizeGiven(input.fields.find((field) => field.name.value === name)?.value, sizes);
}
