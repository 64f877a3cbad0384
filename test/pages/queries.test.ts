import { parse, validate } from "graphql";
import { model, schema } from "../../src/app";
import { catalogueOf } from "../../src/pages/catalogue";
import { createCosting, maxCost } from "../../src/server/cost";
import { limitsRule } from "../../src/server/limits";

const catalogue = [...catalogueOf(schema, model)];
const costOf = createCosting(schema);

test.each(catalogue)("the query of a page at /%s may be asked by anybody", (_path, { texts, documents }) => {
  expect(validate(schema, documents.revision)).toEqual([]);
  expect(validate(schema, parse(texts.date))).toEqual([]);
  expect(validate(schema, parse(texts.now), [limitsRule])).toEqual([]);
  expect(costOf(parse(texts.now), undefined, {}).cost).toBeLessThanOrEqual(maxCost);
});
