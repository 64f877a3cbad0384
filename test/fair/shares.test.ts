import { aFifth, Shares } from "../../src/fair/shares";

test("each has so many, and more when they are given back", () => {
  const shares = new Shares(2);
  expect([shares.take("a"), shares.take("a"), shares.take("a"), shares.take("b")]).toEqual([true, true, false, true]);
  shares.give("a");
  expect([shares.take("a"), shares.take("a")]).toEqual([true, false]);
});

test.each([
  [500, 100],
  [10, 2],
  [3, 1],
  [1, 1],
  [0, 1],
])("a fifth of %i is %i: whoever asks alone is answered", (all, each) => {
  expect(aFifth(all)).toBe(each);
});
