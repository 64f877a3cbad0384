import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputField,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  validateSchema,
} from "graphql";
import { schema } from "../src/app";
import { sdlOf, unannounced } from "../src/graph/schema";

const committed = readFileSync(join(__dirname, "../schema.graphql"), "utf8");

test("the schema is valid", () => {
  expect(validateSchema(schema)).toEqual([]);
});

test("schema.graphql shows the graph as it is", () => {
  const changelog = readFileSync(join(__dirname, "../CHANGELOG.md"), "utf8");
  // `npm run schema` mends the first; it refuses while the second is not empty.
  const same = sdlOf(schema) === committed;
  expect({ same, unannounced: unannounced(buildSchema(committed), schema, changelog) }).toEqual({
    same: true,
    unannounced: [],
  });
});

test("a change that breaks callers must be told in the change log", () => {
  const before = buildSchema("type Query { city: String, country: String! }");
  const after = buildSchema("type Query { city: Int, country: String! }");
  expect(unannounced(before, after, "")).toEqual(["Query.city changed type from String to Int."]);
  expect(unannounced(before, after, "- Query.city changed type from String to Int.")).toEqual([]);
  expect(unannounced(before, buildSchema("type Query { city: String, country: String!, region: String }"), "")).toEqual(
    [],
  );
});

test("every type, field, argument and word of an enum is described", () => {
  const ours = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__") && !plain.has(name));
  const parts = ours.flatMap((type) => {
    if (isEnumType(type)) return type.getValues().map((value) => [`${type.name}.${value.name}`, value] as const);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => [
      [`${type.name}.${field.name}`, field] as const,
      ...argumentsOf(field).map((arg) => [`${type.name}.${field.name}(${arg.name})`, arg] as const),
    ]);
  });
  const silent = [...ours.map((type) => [type.name, type] as const), ...parts]
    .filter(([, { description }]) => !description)
    .map(([name]) => name);
  expect(silent).toEqual([]);
});

const plain = new Set(["String", "Int", "Float", "Boolean", "ID"]);

const argumentsOf = (field: GraphQLField<unknown, unknown> | GraphQLInputField) => ("args" in field ? field.args : []);
