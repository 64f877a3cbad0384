import { execute, getIntrospectionQuery, type OperationDefinitionNode, parse, print } from "graphql";
import { schema } from "../../src/app";
import { createCosting, maxCost, tooCostly } from "../../src/server/cost";
import { ask, open } from "./parts";

const costing = createCosting(schema);
const costOf = (query: string) => costing(parse(query), undefined, {}).cost;

const whole = getIntrospectionQuery({
  directiveIsRepeatable: true,
  inputValueDeprecation: true,
  oneOf: true,
  schemaDescription: true,
  specifiedByUrl: true,
});
const [asking, ...fragments] = parse(whole).definitions;
const selection = print((asking as OperationDefinitionNode).selectionSet.selections[0]!);
const times = (count: number) =>
  `{ ${Array.from({ length: count }, (_, n) => `a${n}: ${selection}`).join(" ")} } ${fragments.map(print).join(" ")}`;

test("the question by which tools read the whole schema is well within the limit, ten times of it is not", () => {
  expect(costOf(whole)).toBeLessThan(maxCost / 2);
  expect(costOf(times(1))).toBe(costOf(whole));
  expect(costOf(times(10))).toBe(10 * costOf(whole));
  expect(tooCostly(costing(parse(times(10)), undefined, {}))).toMatchObject({
    extensions: { code: "QUERY_TOO_COSTLY" },
    message: expect.stringContaining("__schema.types.fields"),
  });
});

/** How many objects a value holds. */
const objects = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 0;
  const within = Object.values(value).reduce((total: number, one) => total + objects(one), 0);
  return within + (Array.isArray(value) ? 0 : 1);
};

test.each([
  ["the whole schema", whole],
  ["all fields", "{ __schema { types { fields(includeDeprecated: true) { args { name } type { name } } } } }"],
  [
    "the fields of the types of fields",
    "{ __schema { types { fields { type { fields { name } ofType { fields { name } } } } } } }",
  ],
  [
    "what implements what",
    "{ __schema { types { interfaces { fields { name } } possibleTypes { fields { name } } } } }",
  ],
  ["directives", "{ __schema { directives { name args { name type { name } } } } }"],
  ["enums", "{ __schema { types { enumValues { name } inputFields { type { enumValues { name } } } } } }"],
  ["one type", '{ __type(name: "City") { fields { name args { name } type { ofType { fields { name } } } } } }'],
  ["the root", "{ __schema { queryType { fields { args { name } } } } }"],
])("%s costs no less than the objects that it answers", async (_what, query) => {
  const { data, errors } = await execute({ schema, document: parse(query) });
  expect(errors).toBeUndefined();
  expect(costOf(query)).toBeGreaterThanOrEqual(objects(data) - 1);
});

test("fields of types of fields of types of fields are too many", () => {
  const nested = "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }";
  expect(costOf(nested)).toBeGreaterThan(maxCost);
});

test("fragments that double and double again are reckoned, not walked", () => {
  const doubling = Array.from({ length: 60 }, (_, n) => `fragment f${n} on __Type { ...f${n + 1} ...f${n + 1} }`);
  const query = `{ __type(name: "City") { ...f0 } } ${doubling.join(" ")} fragment f60 on __Type { name }`;
  expect(costOf(query)).toBe(1 + 2 ** 59);
});

test("an answer tells what the schema cost", async () => {
  const server = await open();
  const { body } = await ask(server, '{ __type(name: "City") { name kind } }');
  expect(body.extensions).toEqual({ cost: 2 });
  await server.close();
});
