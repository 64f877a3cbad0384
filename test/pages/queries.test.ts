import { parse, validate } from "graphql";
import { model, schema } from "../../src/app";
import { catalogueOf } from "../../src/pages/catalogue";
import { limitsRule } from "../../src/server/limits";

const catalogue = [...catalogueOf(schema, model)];

test.each(catalogue)("the query of a page at /%s may be asked by anybody", (_path, { texts, documents }) => {
  expect(validate(schema, documents.revision)).toEqual([]);
  expect(validate(schema, parse(texts.date))).toEqual([]);
  expect(validate(schema, parse(texts.now), [limitsRule])).toEqual([]);
});
