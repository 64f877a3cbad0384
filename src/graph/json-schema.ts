import {
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { inputTypesWithin } from "./input-types";

type Json = Readonly<Record<string, unknown>>;

/**
 * An input type as JSON Schema (draft 7, which editors know best), so that they complete and check what is written for it.
 * What may be left out may not be null there: who does not know a value leaves it out.
 *
 * @see https://json-schema.org/draft-07
 */
export function jsonSchemaOf(type: GraphQLInputObjectType): Json {
  const parts = [...inputTypesWithin(type).values()].filter((part) => part !== type);
  const definitions = parts.map((part) => [part.name, objectOf(part)]);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: type.name,
    ...objectOf(type),
    definitions: Object.fromEntries(definitions),
  };
}

function objectOf(type: GraphQLInputObjectType): Json {
  const fields = Object.values(type.getFields());
  const isRequired = ({ type: of, defaultValue }: GraphQLInputField) => isNonNullType(of) && defaultValue === undefined;
  return {
    ...(type.description && { description: type.description }),
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldOf(field)])),
    required: fields.filter(isRequired).map(({ name }) => name),
    additionalProperties: false,
  };
}

function fieldOf({ type, description, defaultValue }: GraphQLInputField): Json {
  const value = typeOf(type);
  const words = [description, getNamedType(type).description].filter(Boolean).join("\n\n");
  return {
    // Beside a reference older readers see nothing else.
    ...("$ref" in value ? { allOf: [value] } : value),
    ...(words && { description: words }),
    ...(defaultValue !== undefined && { default: defaultValue }),
  };
}

function typeOf(given: GraphQLInputType): Json {
  const type = getNullableType(given);
  return isListType(type) ? { type: "array", items: typeOf(type.ofType) } : namedOf(type as GraphQLNamedInputType);
}

function namedOf(type: GraphQLNamedInputType): Json {
  if (isInputObjectType(type)) return { $ref: `#/definitions/${type.name}` };
  if (isEnumType(type)) return { enum: type.getValues().map(({ name }) => name) };
  return builtIn[type.name] ?? (type.extensions["jsonSchema"] as Json | undefined) ?? {};
}

// Text that says nothing is refused: a value that is not known is left out.
const words = { type: "string", pattern: "\\S" };

const builtIn: Readonly<Record<string, Json>> = {
  String: words,
  ID: words,
  Int: { type: "integer" },
  Float: { type: "number" },
  Boolean: { type: "boolean" },
};
