import fc from "fast-check";
import { compositeIndex, type IndexMethod, smallestChanges } from "../../../src/scoring";

const method: IndexMethod = {
  tree: {
    name: "index",
    children: [
      { name: "a", normalise: { kind: "goalposts", low: 0, high: 10 } },
      { name: "b", direction: "less", normalise: { kind: "goalposts", low: 0, high: 10 } },
    ],
  },
};

test("finds the change that reaches the city above, worked by hand", () => {
  // 50 and 30 points: 20 points of the index are 4 units of either indicator.
  const changes = smallestChanges(method, { columns: { a: [5, 3], b: [5, 7] } }, 1);
  expect(changes).toEqual([
    { indicator: "a", from: 3, to: expect.closeTo(7, 6) },
    { indicator: "b", from: 7, to: expect.closeTo(3, 6) },
  ]);
});

test("says which indicator alone cannot do it", () => {
  const [a] = smallestChanges(method, { columns: { a: [10, 3], b: [0, 7] } }, 1);
  expect(a).toEqual({ indicator: "a", from: 3, to: null });
});

test("has nothing to say to the first city, and refuses one without a score", () => {
  const data = { columns: { a: [5, 3, null], b: [5, 7, 1] } };
  expect(smallestChanges(method, data, 0)).toEqual([]);
  expect(() => smallestChanges(method, data, 2)).toThrow("city 2 has no score");
});

test("speaks in the unit of the indicator, also where logarithms are taken", () => {
  const tree = {
    name: "index",
    children: [{ name: "a", transform: "log" as const, normalise: { kind: "none" as const } }],
  };
  expect(smallestChanges({ tree }, { columns: { a: [100, 10] } }, 1)[0]).toEqual({
    indicator: "a",
    from: expect.closeTo(10, 9),
    to: expect.closeTo(100, 5),
  });
});

test("names no value that the indicator cannot have", () => {
  // A new best at -2 or 103 would do it.
  const bounded = (bounds: { least?: number; most?: number }, direction: "more" | "less") => ({
    tree: { name: "index", children: [{ name: "a", direction, bounds }, { name: "b" }] },
    normalise: { kind: "none" as const },
  });
  const more = { columns: { a: [99, 98], b: [4, 0] } };
  expect(smallestChanges(bounded({ most: 103 }, "more"), more, 1)[0]!.to).toBeCloseTo(103, 6);
  expect(smallestChanges(bounded({ most: 102 }, "more"), more, 1)[0]!.to).toBeNull();
  const less = { columns: { a: [1, 2], b: [4, 0] } };
  expect(smallestChanges(bounded({}, "less"), less, 1)[0]!.to).toBeCloseTo(-3, 6);
  expect(smallestChanges(bounded({ least: 0 }, "less"), less, 1)[0]!.to).toBeNull();
});

test("tells the value as it is known, and reaches a bound to the digit, though logarithms are taken", () => {
  const tree = {
    name: "index",
    children: [
      { name: "a", transform: "log" as const, normalise: { kind: "none" as const }, bounds: { least: 1, most: 49 } },
    ],
  };
  expect(smallestChanges({ tree }, { columns: { a: [49, 7] } }, 1)).toEqual([
    { indicator: "a", from: 7, to: expect.closeTo(49, 6) },
  ]);
  expect(smallestChanges({ tree }, { columns: { a: [49, 7] } }, 1)[0]!.to).toBeLessThanOrEqual(49);
});

const table = fc.integer({ min: 2, max: 8 }).chain((n) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: n, maxLength: n }), {
    minLength: 3,
    maxLength: 3,
  }),
);
const ways = fc.constantFrom<Partial<IndexMethod>>(
  {},
  { aggregate: "geometric", scale: [1, 100] },
  { normalise: { kind: "z-score" } },
  { normalise: { kind: "percentile" } },
);

test("what it finds does move the city up, and clearly less does not", () => {
  fc.assert(
    fc.property(table, ways, ([a, b, c], rest) => {
      const tree = {
        name: "index",
        children: [{ name: "a" }, { name: "b", direction: "less" as const }, { name: "c", weight: 2 }],
      };
      const columns = { a: a!, b: b!, c: c! };
      const before = compositeIndex({ ...rest, tree }, { columns });
      const city = before.ranks.indexOf(Math.max(...(before.ranks as number[])));
      const rankWith = (indicator: "a" | "b" | "c", value: number) =>
        compositeIndex(
          { ...rest, tree },
          { columns: { ...columns, [indicator]: columns[indicator].with(city, value) } },
        ).ranks[city]!;
      for (const { indicator, from, to } of smallestChanges({ ...rest, tree }, { columns }, city)) {
        if (to === null) continue;
        expect(rankWith(indicator as "a", to)).toBeLessThan(before.ranks[city]!);
        // The change is found to 12 digits of the value: where any change at all will do, none is clearly less.
        const less = Math.abs(to - from) - Math.max(0.001 * Math.abs(to - from), 1e-11 * Math.abs(to));
        if (less <= 0) continue;
        expect(rankWith(indicator as "a", from + Math.sign(to - from) * less)).toBe(before.ranks[city]!);
      }
    }),
    {
      numRuns: 60,
      examples: [
        // Any change at all will do; two z-scores that cancel; a flat slope, on which the edge of a tie is met.
        [
          [
            [1, 1, 1],
            [6, 7, 1],
            [1, 1, 1],
          ],
          {},
        ],
        [
          [
            [1, 60],
            [25, 36],
            [1, 1],
          ],
          { normalise: { kind: "z-score" } },
        ],
        [
          [
            [2, 2, 2, 72, 56, 23, 2, 95],
            [29, 29, 29, 38, 78, 15, 15, 92],
            [13, 13, 13, 39, 3, 1, 64, 4],
          ],
          { aggregate: "geometric", scale: [1, 100] },
        ],
      ],
    },
  );
});
