import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { type GraphQLInputObjectType } from "graphql";
import { parse } from "yaml";
import { schema } from "../../src/app";
import { jsonSchemaOf } from "../../src/graph/json-schema";

const submission = jsonSchemaOf(schema.getType("Submission") as GraphQLInputObjectType);
const validate = new Ajv({ allErrors: true }).compile(submission);

const data = join(__dirname, "../../data");
const files = readdirSync(data, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
// The catalogue has every kind of thing, and these every kind of fact; all files take a minute.
const some = files.filter((file, i) => file.startsWith("catalogue/") || i % 40 === 0);

test.each(some)("%s is as the JSON Schema of submissions says", (file) => {
  validate(parse(readFileSync(join(data, file), "utf8")));
  expect(validate.errors).toBeNull();
});

const source = { slug: "a", kind: "PRESS", title: "A", publisher: "b", licence: "CC0-1.0", licenceClass: "PERMISSIVE" };
const observation = { subject: "City:x", indicator: "pm25", period: "2023", value: 1 };

/** What editors are to mark, and where. */
const wrong: [what: string, submission: object, path: string][] = [
  ["no source", {}, ""],
  ["a field that is missing", { source: { ...source, licence: undefined } }, "/source"],
  ["a word that is none of an enum's", { source: { ...source, kind: "BLOG" } }, "/source/kind"],
  ["a slug in capitals", { source: { ...source, slug: "A" } }, "/source/slug"],
  ["text that says nothing", { source: { ...source, title: " " } }, "/source/title"],
  ["a section that does not exist", { source, observatons: [] }, ""],
  ["a number in quotes", { source, observations: [{ ...observation, value: "1" }] }, "/observations/0/value"],
  [
    "a period that is none",
    { source, observations: [{ ...observation, period: "last year" }] },
    "/observations/0/period",
  ],
];

test.each(wrong)("%s is marked", (_what, given, path) => {
  expect(validate(JSON.parse(JSON.stringify(given)))).toBe(false);
  expect(validate.errors!.map(({ instancePath }) => instancePath)).toContain(path);
});

test("fields are told apart by what they mean, with what they are by default", () => {
  const { definitions } = submission as { definitions: Record<string, { properties: Record<string, object> }> };
  expect(definitions["ObservationInput"]!.properties["status"]).toMatchObject({
    default: "MEASURED",
    enum: expect.arrayContaining(["PROVISIONAL"]),
    description: expect.stringContaining("How a number came about"),
  });
});
