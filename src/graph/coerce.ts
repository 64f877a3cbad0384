import { coerceInputValue, type GraphQLInputType } from "graphql";

/** What is wrong with a value, and where. */
export interface ValueFault {
  /** The path to it, such as `placements.3.rank`; empty for the whole. */
  readonly path: string;
  /** What was expected and what came. */
  readonly message: string;
}

/** A value of unknown shape as an input type reads it, or every fault found in it. */
export function coerce(value: unknown, type: GraphQLInputType): { value: unknown; faults: readonly ValueFault[] } {
  const faults: ValueFault[] = [];
  const coerced: unknown = coerceInputValue(value, type, (path, got, { message }) => {
    const field = /^Field "(.+?)" (?:is not defined|of required type)/.exec(message)?.[1];
    faults.push({
      path: [...path, ...(field ? [field] : [])].join("."),
      message: field === undefined ? told(message, got) : message,
    });
  });
  return { value: coerced, faults };
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
export const shown = (value: unknown) =>
  (typeof value === "number" ? String(value) : (JSON.stringify(value) ?? String(value))).slice(0, 80);
