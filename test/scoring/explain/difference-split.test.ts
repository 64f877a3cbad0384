import fc from "fast-check";
import { type Aggregation, compositeIndex, differenceSplit, type IndexMethod } from "../../../src/scoring";
import { humanDevelopment, humanDevelopmentData } from "../composite/human-development";

const total = (parts: readonly { points: number }[]) => parts.reduce((sum, { points }) => sum + points, 0);
const plain = (names: readonly string[]) => names.map((name) => ({ name, normalise: { kind: "none" } as const }));

test("splits a product as the logarithmic mean Divisia index does, worked by hand", () => {
  const index = compositeIndex(
    { tree: { name: "index", children: plain(["a", "b"]) }, aggregate: "geometric" },
    { columns: { a: [1, 4], b: [4, 16] } },
  );
  // From 2 to 8: L(8, 2) = 6 / ln 4, and each part gives L x 1/2 x ln 4 = 3.
  expect(differenceSplit({ index, city: 0 }, { index, city: 1 })).toEqual([
    { name: "a", because: "value", points: expect.closeTo(3, 12) },
    { name: "b", because: "value", points: expect.closeTo(3, 12) },
  ]);
});

test("tells why Switzerland is ahead of Norway, without a rest", () => {
  const index = compositeIndex(humanDevelopment, humanDevelopmentData);
  const parts = differenceSplit({ index, city: 1 }, { index, city: 0 });
  expect(total(parts)).toBeCloseTo(index.scores[0]! - index.scores[1]!, 14);
  expect(parts.find(({ name }) => name === "expected schooling")!.points).toBeLessThan(0);
});

test("lets the parts of 0 bear all of a difference from 0", () => {
  const index = compositeIndex(
    { tree: { name: "index", children: plain(["a", "b"]) }, aggregate: "geometric" },
    { columns: { a: [0, 4], b: [9, 16] } },
  );
  expect(differenceSplit({ index, city: 0 }, { index, city: 1 })).toEqual([
    { name: "a", because: "value", points: expect.closeTo(8, 12) },
  ]);
});

test("has no parts where both scores are 0, whatever is known of either", () => {
  const index = compositeIndex(
    {
      tree: { name: "index", children: plain(["a", "b"]) },
      aggregate: { power: 3 },
      missing: { policy: "coverage", atLeast: 0 },
    },
    { columns: { a: [null, 0], b: [0, null] } },
  );
  expect(differenceSplit({ index, city: 0 }, { index, city: 1 })).toEqual([]);
});

test("tells a change of weights from a change of values", () => {
  const year = (weight: number) =>
    compositeIndex(
      { tree: { name: "index", children: [{ ...plain(["a"])[0]!, weight }, plain(["b"])[0]!] } },
      { columns: { a: [10], b: [2] } },
    );
  const parts = differenceSplit({ index: year(1), city: 0 }, { index: year(3), city: 0 });
  expect(parts.filter(({ because }) => because === "value").every(({ points }) => points === 0)).toBe(true);
  expect(total(parts)).toBeCloseTo(2, 12);
});

const aggregation = fc.constantFrom<Aggregation>(
  "arithmetic",
  "geometric",
  "harmonic",
  { power: 0.5 },
  { power: -2 },
  { power: 3 },
);
const value = fc.option(fc.integer({ min: 0, max: 50 }), { nil: null, freq: 6 });

test("leaves no rest for any mean and any gap, and only changes sign when swapped", () => {
  fc.assert(
    fc.property(
      aggregation,
      aggregation,
      fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 6 }),
      (above, below, rows) => {
        const method: IndexMethod = {
          aggregate: above,
          missing: { policy: "coverage", atLeast: 0 },
          tree: {
            name: "index",
            children: [
              plain(["a"])[0]!,
              {
                name: "d",
                weight: 2,
                aggregate: below,
                children: [plain(["b"])[0]!, { ...plain(["c"])[0]!, weight: 3 }],
              },
            ],
          },
        };
        const column = (i: 0 | 1 | 2) => rows.map((cells) => cells[i]);
        fc.pre(([0, 1, 2] as const).every((i) => column(i).some((cell) => cell !== null)));
        const index = compositeIndex(method, { columns: { a: column(0), b: column(1), c: column(2) } });
        for (const [city, score] of index.scores.entries()) {
          if (score === null || index.scores[0] == null) continue;
          const [from, to] = [
            { index, city: 0 },
            { index, city },
          ];
          expect(total(differenceSplit(from, to))).toBeCloseTo(score - index.scores[0], 8);
          expect(total(differenceSplit(to, from))).toBeCloseTo(index.scores[0] - score, 8);
        }
      },
    ),
  );
});

test("refuses indices of different trees", () => {
  const of = (name: string) =>
    compositeIndex({ tree: { name: "index", children: [{ name }] } }, { columns: { [name]: [1, 2] } });
  expect(() => differenceSplit({ index: of("a"), city: 0 }, { index: of("b"), city: 0 })).toThrow(
    "two indices of one tree",
  );
});
