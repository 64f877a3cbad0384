import { bootstrapConsensus, bordaShares, rankSummaries, ranks } from "../../../src/scoring";

const lists = [
  [1, 2, 3, 4],
  [1, 2, 3, 4],
  [1, 2, 3, 4],
  [1, 2, 3, 4],
  [4, 3, 2, 1],
];
const borda = (weights: readonly number[]) => ranks(bordaShares(lists, { weights }).map((city) => city?.share ?? null));
const drawn = (options: Partial<Parameters<typeof bootstrapConsensus>[3]>) =>
  bootstrapConsensus(5, 4, borda, { seed: 1, draws: 500, ...options });

test("the same seed draws the same", () => {
  expect(drawn({})).toEqual(drawn({}));
  expect(drawn({ seed: 2 })).not.toEqual(drawn({}));
});

test("four lists of one publisher are one voice: how sure the first is, falls from almost always to half", () => {
  const alone = rankSummaries(drawn({}))[0]!;
  const together = rankSummaries(
    drawn({ publishers: ["imd", "imd", "imd", "imd", "juniper"], weights: [0.25, 0.25, 0.25, 0.25, 1] }),
  )[0]!;
  expect(alone.first).toBeGreaterThan(0.9);
  expect(together.first).toBeGreaterThan(0.6);
  expect(together.first).toBeLessThan(0.85);
  expect(together.expected).toBeGreaterThan(alone.expected + 0.3);
});

test("an interval never misses the rank that is told beside it, though draws lie to one side", () => {
  const draws = { cities: 2, draws: 4, ranks: Uint32Array.from([2, 1, 2, 1, 2, 1, 2, 1]) };
  expect(rankSummaries(draws, 0.5)[0]).toMatchObject({ low: 2, high: 2 });
  expect(rankSummaries(draws, 0.5, [1, null])[0]).toMatchObject({ low: 1, high: 2, expected: 2, median: 2 });
  expect(rankSummaries(draws, 0.5, [1, null])[1]).toMatchObject({ low: 1, high: 1 });
  expect(() => rankSummaries(draws, 0.5, [1])).toThrow("rankSummaries' ranks expects one length, got 1 and 2");
});

test.each([
  [{ draws: 0 }, "draws"],
  [{ publishers: ["imd"] }, "one publisher and one weight a list (5), got 1 and 1"],
  [{ weights: [1] }, "one publisher and one weight a list (5), got 5 and 1"],
])("what does not fit is refused: %j", (options, message) => {
  expect(() => drawn(options)).toThrow(message);
});

test("a consensus of another number of cities is a fault", () => {
  expect(() => bootstrapConsensus(2, 3, () => [1, 2], { seed: 1 })).toThrow(
    "a consensus expects 3 ranks, one a city, got 2",
  );
});
