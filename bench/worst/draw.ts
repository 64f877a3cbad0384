import {
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { possible } from "./rows";

/** A number from 0 to below 1, ever another. */
export type Chance = () => number;

/** A part of an operation: a field as it is written, and what is asked of it. */
export interface Part {
  readonly text: string;
  /** How many rows its page has; undefined where it has none. */
  readonly first?: number;
  readonly below?: readonly Part[];
}

/** Where parts are drawn. */
interface Place {
  readonly type: GraphQLNamedType;
  readonly depth: number;
}

const sizes = [2, 5, 10, 20, 50, 100, 200, 500];

/** Draws operations over the whole schema, lists within lists above all: whatever types and fields it has. */
export function drawing(schema: GraphQLSchema, samples: Readonly<Record<string, readonly string[]>>, chance: Chance) {
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(chance() * items.length)]!;

  const draw = ({ type, depth }: Place): Part[] => {
    if (isInterfaceType(type) || !isObjectType(type)) {
      const types = possible(schema, type).filter(() => chance() < 0.3);
      const parts = (types.length > 0 ? types : [one(possible(schema, type))]).map((of) => ({
        ...{ text: `... on ${of.name}`, below: draw({ type: of, depth: depth + 1 }) },
      }));
      return [{ text: "__typename" }, ...parts];
    }
    const isPage = type.name.endsWith("Connection");
    const most = depth > 9 ? 0 : isPage ? 1 : depth < 2 ? 0.5 : 0.3;
    const parts = Object.values(type.getFields()).flatMap((field): Part[] => {
      const isComposite = isCompositeType(getNamedType(field.type));
      if (isPage && field.name === "edges" && chance() < 0.7) return [];
      if (chance() > (isComposite ? most : 0.6)) return [];
      return drawField(field, depth, type.name);
    });
    return parts.length > 0 ? parts : [{ text: "__typename" }];
  };

  const drawField = (field: GraphQLField<unknown, unknown>, depth: number, owner: string): Part[] => {
    const target = getNamedType(field.type);
    const args: string[] = [];
    for (const arg of field.args) {
      if (arg.name === "first") continue;
      const value = isRequiredArgument(arg)
        ? required(field, arg.name, owner)
        : arg.name === "orderBy" && chance() < 0.25
          ? order(getNamedType(arg.type) as GraphQLInputObjectType)
          : arg.name === "where" && chance() < 0.25
            ? where(getNamedType(arg.type) as GraphQLInputObjectType, 2)
            : undefined;
      if (isRequiredArgument(arg) && value === undefined) return [];
      if (value !== undefined) args.push(`${arg.name}: ${value}`);
    }
    const text = (more: readonly string[]) => `${field.name}${more.length > 0 ? `(${more.join(", ")})` : ""}`;
    if (!isCompositeType(target)) return [{ text: text(args) }];
    const isPage = field.args.some(({ name }) => name === "first");
    const first = isPage ? one(sizes) : undefined;
    const below = draw({ type: target, depth: depth + 1 });
    return [{ text: text(isPage ? [...args, "first: $"] : args), below, ...(first !== undefined && { first }) }];
  };

  /** A value for an argument that must be there; undefined where none is known. */
  const required = (field: GraphQLField<unknown, unknown>, name: string, owner: string): string | undefined => {
    if (name === "style") return "APA";
    if (name === "text") return JSON.stringify(one(["san", "a", "smart", "barcelna", "new york", "zurich", "e"]));
    const known = samples[owner === "Query" ? `${field.name}.${name}` : name];
    if (!known || known.length === 0) return undefined;
    const arg = field.args.find((candidate) => candidate.name === name)!;
    const isList = isListType(getNullableType(arg.type));
    return isList ? JSON.stringify(Array.from({ length: 20 }, () => one(known))) : JSON.stringify(one(known));
  };

  const order = (type: GraphQLInputObjectType): string | undefined => {
    const field = getNamedType(type.getFields()["field"]!.type);
    const direction = one(["ASC", "DESC"]);
    if (type.getFields()["indicator"] && chance() < 0.4) {
      return `{ indicator: ${JSON.stringify(one(samples["indicator"]!))}, direction: ${direction} }`;
    }
    return isEnumType(field) ? `{ field: ${one(field.getValues()).name}, direction: ${direction} }` : undefined;
  };

  const where = (type: GraphQLInputObjectType, depth: number): string => {
    const { name, type: of } = one(Object.values(type.getFields()));
    const named = getNamedType(of);
    if (named.name === "StringFilter") return `{ ${name}: { contains: "${one(["a", "e", "city", "1"])}" } }`;
    if (named.name === "IntFilter" || named.name === "FloatFilter") return `{ ${name}: { gte: ${one([0, 1, 50])} } }`;
    if (name === "text") return `{ text: "${one(["sa", "lo", "a"])}" }`;
    if (!isInputObjectType(named) || depth === 0 || "slug" in named.getFields()) return "{}";
    const inner = where(named, depth - 1);
    return isListType(getNullableType(of)) ? `{ ${name}: [${inner}] }` : `{ ${name}: ${inner} }`;
  };

  return (): Part[] => {
    const roots = Object.values(schema.getQueryType()!.getFields());
    const count = 1 + Math.floor(chance() * 3);
    const parts = new Map<string, Part>();
    for (let i = 0; i < 20 && parts.size < count; i++)
      for (const part of drawField(one(roots), 0, "Query")) parts.set(part.text.split("(")[0]!, part);
    return [...parts.values()];
  };
}

/** The operation as it is sent. */
export const written = (parts: readonly Part[]): string => `query Drawn { ${parts.map(write).join(" ")} }`;

function write({ text, first, below }: Part): string {
  return `${text.replace("first: $", `first: ${first}`)}${below ? ` { ${below.map(write).join(" ")} }` : ""}`;
}

/** The same with smaller pages: every one of more than two rows halved. */
export const halved = (parts: readonly Part[]): Part[] =>
  parts.map(({ first, below, ...part }) => ({
    ...part,
    ...(first !== undefined && { first: first > 2 ? Math.floor(first / 2) : first }),
    ...(below && { below: halved(below) }),
  }));

/** The same with one page, drawn by lot, twice as long. */
export function longer(parts: readonly Part[], chance: Chance): Part[] {
  const pages = count(parts);
  let left = Math.floor(chance() * pages);
  const walk = (list: readonly Part[]): Part[] =>
    list.map(({ first, below, ...part }) => {
      const isIt = first !== undefined && left-- === 0;
      return {
        ...part,
        ...(first !== undefined && { first: isIt ? Math.min(500, first * 2) : first }),
        ...(below && { below: walk(below) }),
      };
    });
  return walk(parts);
}

const count = (parts: readonly Part[]): number =>
  parts.reduce((sum, { first, below }) => sum + (first === undefined ? 0 : 1) + count(below ?? []), 0);
