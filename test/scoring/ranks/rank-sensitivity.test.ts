import { type IndexMethod, rankSensitivities, rankSensitivity } from "../../../src/scoring";

const method: IndexMethod = {
  tree: { name: "index", children: [{ name: "a" }, { name: "b" }, { name: "c" }] },
  scale: [1, 100],
};
const columns = { a: [1, 5, 9, 3, 7, 2], b: [9, 2, 1, 8, 4, 6], c: [3, 3, 4, 90, 2, 1] };

test("names what may vary, and how much of the shift of ranks each accounts for", () => {
  const { choices, first, total } = rankSensitivity(
    method,
    { columns },
    {
      seed: 1,
      samples: 1024,
      weights: "uniform",
      aggregations: ["arithmetic", "geometric"],
      normalisations: [{ kind: "min-max" }, { kind: "rank" }],
    },
  );
  expect(choices).toEqual(["weights", "normalisation", "aggregation"]);
  expect(total[0]).toBeGreaterThan(total[2]!);
  for (const [i, share] of first.entries()) expect(share).toBeLessThan(total[i]! + 0.05);
});

test("gives all to the only choice there is", () => {
  const { first, total } = rankSensitivity(
    method,
    { columns },
    { seed: 2, samples: 1024, weights: "fixed", normalisations: [{ kind: "min-max" }, { kind: "percentile" }] },
  );
  expect(first[0]).toBeCloseTo(1, 1);
  expect(total[0]).toBeCloseTo(1, 1);
});

test("watches one city where asked, and its errors", () => {
  const data = { columns, errors: { c: [1, 1, 1, 1, 1, 1] } };
  const { choices, variance } = rankSensitivity(method, data, { seed: 3, samples: 64, errors: true, city: 1 });
  expect(choices).toEqual(["weights", "errors"]);
  expect(variance).toBeGreaterThan(0);
});

test("watches several at once as it watches each by itself", () => {
  const options = { seed: 4, samples: 64, aggregations: ["arithmetic", "geometric"] } as const;
  expect(rankSensitivities(method, { columns }, options, [null, 2])).toEqual([
    rankSensitivity(method, { columns }, options),
    rankSensitivity(method, { columns }, { ...options, city: 2 }),
  ]);
});

test("refuses a question to which there is no answer", () => {
  expect(() => rankSensitivity(method, { columns }, { seed: 1, weights: "fixed" })).toThrow("something that may vary");
  expect(() => rankSensitivity(method, { columns }, { seed: 1, city: 9 })).toThrow("a city with a rank, got 9");
});
