import { rankSummaries, stretchedRanks } from "../../../src/scoring";

test("the last of two is as far down as the last of five", () => {
  expect(stretchedRanks([1, null, 2, null, null], 5)).toEqual([1, null, 5, null, null]);
  expect(stretchedRanks([1, 2, 3, null, null], 5)).toEqual([1, 3, 5, null, null]);
  expect(stretchedRanks([3, 1, 2], 3)).toEqual([3, 1, 2]);
});

test("a city alone is ahead of nobody", () => {
  expect(stretchedRanks([null, 1], 2)).toEqual([null, null]);
});

test("the chances to be first are of all draws, also of those that do not rank a city", () => {
  // Three draws of two cities: the second is ranked in one of them, and first there.
  const drawn = { cities: 2, draws: 3, ranks: Uint32Array.from([1, 0, 1, 0, 2, 1]) };
  expect(rankSummaries(drawn).map((summary) => summary!.first)).toEqual([2 / 3, 1 / 3]);
});
