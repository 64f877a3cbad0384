import {
  coerceInputValue,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
} from "graphql";
import { suggestionList } from "graphql/jsutils/suggestionList";

/** What is wrong with a value, and where. */
export interface ValueFault {
  /** The path to it, such as `placements.3.rank`; empty for the whole. */
  readonly path: string;
  /** What was expected and what came. */
  readonly message: string;
  /** What was expected, by itself, where it can be said in few words. */
  readonly expected?: string | undefined;
  /** Words near to what came that would do, nearest first. */
  readonly nearest?: readonly string[];
}

/** A value of unknown shape as an input type reads it, or every fault found in it. */
export function coerce(value: unknown, type: GraphQLInputType): { value: unknown; faults: readonly ValueFault[] } {
  const faults: ValueFault[] = [];
  const coerced: unknown = coerceInputValue(value, type, (path, got, { message }) => {
    const field = /^Field "(.+?)" (?:is not defined|of required type)/.exec(message)?.[1];
    faults.push({
      path: [...path, ...(field ? [field] : [])].join("."),
      message: field === undefined ? told(message, got) : message,
      ...choices(typeAt(type, path), field ?? got, message),
    });
  });
  return { value: coerced, faults };
}

/** The type that a value has at a path within one of `type`. */
function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  return path.reduce<GraphQLInputType>((whole, step) => {
    const outer = getNullableType(whole);
    if (isInputObjectType(outer)) return outer.getFields()[step]?.type ?? outer;
    return isListType(outer) ? (outer.ofType as GraphQLInputType) : outer;
  }, type);
}

/** What would do in place of what came: the words of an enum, the fields of an object. */
function choices(type: GraphQLInputType, got: unknown, message: string): Pick<ValueFault, "expected" | "nearest"> {
  const named = getNullableType(type);
  const isUnknownField = message.startsWith("Field ") && !message.endsWith("was not provided.");
  const words = isEnumType(named)
    ? named.getValues().map(({ name }) => name)
    : isInputObjectType(named) && isUnknownField
      ? Object.keys(named.getFields())
      : [];
  if (words.length === 0) return {};
  return { expected: words.join(", "), nearest: suggestionList(typeof got === "string" ? got : "", words).slice(0, 3) };
}

/** What graphql-js says of a value, as we say such things. */
function told(message: string, got: unknown): string {
  if (/ got /.test(message)) return message;
  const scalar = /^(\w+) cannot represent /.exec(message)?.[1];
  if (scalar) return `expected ${scalarWords[scalar] ?? scalar}, got ${shown(got)}`;
  if (message.startsWith("Expected non-nullable"))
    return "expected a value, got null; leave the row out where it is not known";
  return `${message} Got ${shown(got)}.`;
}

const scalarWords: Readonly<Record<string, string>> = {
  Float: "a number",
  Int: "a whole number",
  String: "text",
  Boolean: "true or false",
};

/** A value as a message prints it. */
export function shown(value: unknown): string {
  try {
    return (typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value))).slice(0, 80);
  } catch {
    return "a value nested too deep to print";
  }
}
