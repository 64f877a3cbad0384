import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isInterfaceType, isObjectType, validateSchema } from "graphql";
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

test("every type and every field of it is described", () => {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));
  const silentTypes = types
    .filter(({ description, name }) => !description && !/Input$|^Query$|^Mutation$/.test(name))
    .map(({ name }) => name);
  const silentFields = types.flatMap((type) => {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const fields = Object.values(type.getFields());
    // A field whose type says it all, such as `kind: SourceKind`, needs no words of its own.
    return fields
      .filter(({ description, type: of }) => !description && !isTelling(String(of)))
      .map(({ name }) => `${type.name}.${name}`);
  });
  expect({ silentTypes, silentFields }).toEqual({ silentTypes: [], silentFields: [] });
});

function isTelling(type: string): boolean {
  const named = schema.getType(type.replace(/[[\]!]/g, ""));
  return !["String", "Int", "Float", "Boolean", "ID"].includes(named!.name) && Boolean(named!.description);
}
