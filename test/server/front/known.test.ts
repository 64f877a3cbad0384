import { parse } from "graphql";
import { Known } from "../../../src/server/front/known";

/** Documents of so many characters each, and how many of them are remembered once all have come. */
function remembered(count: number, length: number): number {
  const known = new Known();
  const document = parse("{ __typename }");
  const texts = Array.from({ length: count }, (_, n) => `{ a${n}: __typename }`.padEnd(length));
  for (const text of texts) known.remember(text, document);
  return texts.filter((text) => known.find(text)).length;
}

test("how many documents are remembered follows their size", () => {
  expect(remembered(2_000, 100)).toBe(1_000);
  expect(remembered(2_000, 2_500)).toBe(200);
  expect(remembered(100, 10_000)).toBe(50);
  expect(remembered(10, 10_001)).toBe(0);
});
