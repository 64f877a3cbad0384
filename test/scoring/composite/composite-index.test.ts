import fc from "fast-check";
import { compositeIndex, type Dimension, type IndexMethod } from "../../../src/scoring";
import { near } from "../near";
import { achievers, technologyAchievement } from "../normalise/technology-achievement";
import { countries, humanDevelopment, humanDevelopmentData } from "./human-development";

const flat = (names: readonly string[], rest: Partial<IndexMethod> = {}): IndexMethod => ({
  tree: { name: "index", children: names.map((name) => ({ name })) },
  ...rest,
});

test("gives the Human Development Index that UNDP publishes, to three decimals", () => {
  const { scores, ranks } = compositeIndex(humanDevelopment, humanDevelopmentData);
  expect(scores.map((score) => Math.round(score! * 1000) / 1000)).toEqual(countries.map(({ hdi }) => hdi));
  expect(ranks).toEqual([1, 2, 3, 4, 5, 6, 7]);
});

test("gives the Technology Achievement Index that UNDP publishes, to a thousandth", () => {
  const names = technologyAchievement.tree.children.flatMap(({ children }) => children.map(({ name }) => name));
  const columns = Object.fromEntries(names.map((name, i) => [name, achievers.map(({ values }) => values[i]!)]));
  const { scores, nodes } = compositeIndex(technologyAchievement, { columns });
  for (const [country, { index }] of achievers.entries())
    expect(Math.abs(scores[country]! - index)).toBeLessThan(0.00125);
  // The note works New Zealand out part by part.
  const zealand = achievers.length - 1;
  expect(names.map((name) => nodes.find((node) => node.name === name)!.scores[zealand])).toEqual(
    [0.104, 0.048, 0.631, 0.191, 0.967, 1, 0.973, 0.476].map((part) => expect.closeTo(part, 3)),
  );
});

const goalposts = (low: number, high: number, more: { log?: boolean; clip?: boolean } = {}) =>
  ({ kind: "goalposts", low, high, ...more }) as const;

test("gives the Human Development Index of 2007/2008, an arithmetic mean, as its note works it out for Turkey", () => {
  const method: IndexMethod = {
    scale: [0, 1],
    tree: {
      name: "index",
      children: [
        { name: "life", normalise: goalposts(25, 85) },
        {
          name: "education",
          children: [
            { name: "literacy", weight: 2, normalise: goalposts(0, 100) },
            { name: "enrolment", normalise: goalposts(0, 100) },
          ],
        },
        { name: "income", normalise: goalposts(100, 40_000, { log: true }) },
      ],
    },
  };
  const columns = { life: [71.4], literacy: [87.4], enrolment: [68.7], income: [8_407] };
  const { scores, nodes } = compositeIndex(method, { columns });
  expect(scores[0]).toBeCloseTo(0.775, 3);
  expect(nodes.find(({ name }) => name === "education")!.scores[0]).toBeCloseTo(0.812, 3);
});

test("gives the Human Development Index of 2010, with its own goalposts, as its note works it out for China", () => {
  // The education index is the geometric mean over 0.951, the greatest there was: each goalpost takes its share of that.
  const most = 0.951;
  const method: IndexMethod = {
    scale: [0, 1],
    aggregate: "geometric",
    tree: {
      name: "index",
      children: [
        { name: "life", normalise: goalposts(20, 83.2) },
        {
          name: "education",
          children: [
            { name: "mean", normalise: goalposts(0, 13.2 * most, { clip: false }) },
            { name: "expected", normalise: goalposts(0, 20.6 * most, { clip: false }) },
          ],
        },
        { name: "income", normalise: goalposts(163, 108_211, { log: true }) },
      ],
    },
  };
  const { scores, nodes } = compositeIndex(method, {
    columns: { life: [73.5], mean: [7.5], expected: [11.4], income: [7_263] },
  });
  expect(scores[0]).toBeCloseTo(0.663, 3);
  const parts = ["life", "education", "income"].map((part) => nodes.find(({ name }) => name === part)!.scores[0]);
  // The note reckons on from rounded parts: its education index is 0.589, where 0.5896 is exact.
  expect(parts).toEqual([0.847, 0.5896, 0.584].map((part) => expect.closeTo(part, 3)));
});

test("gives the Human Development Index of 2014 as its note works it out for Costa Rica", () => {
  const columns = {
    "life expectancy": [79.93],
    "expected schooling": [13.5],
    "mean schooling": [8.37],
    income: [13_011.7],
  };
  expect(compositeIndex(humanDevelopment, { columns }).scores[0]).toBeCloseTo(0.763, 3);
});

test("scores a single country where the goalposts are fixed, and says that there is nothing to compare it with", () => {
  const columns = {
    "life expectancy": [83.2339],
    "expected schooling": [18.1852],
    "mean schooling": [13.00362968],
    income: [64_660.1],
  };
  const { scores, warnings } = compositeIndex(humanDevelopment, { columns });
  expect(scores[0]).toBeCloseTo(0.961, 3);
  expect(warnings[0]).toMatch("only one city");
});

test("warns of scales that are mixed within a dimension, innermost first, but for parts that weigh nothing", () => {
  const rank = { kind: "rank" } as const;
  const inner = { name: "d", children: [{ name: "a" }, { name: "b", normalise: rank }] };
  const columns = { a: [0, 1], b: [1, 0], c: [0, 2] };
  const warned = (tree: Dimension) => compositeIndex({ tree }, { columns }).warnings;
  expect(warned({ name: "index", children: [inner, { name: "c" }] })).toEqual([
    "d mixes scales (a by points, b by places): what its parts weigh hangs on their scales as well as on their weights",
  ]);
  expect(
    warned({ name: "index", children: [{ ...inner, children: inner.children.slice(0, 1) }, { name: "c" }] }),
  ).toEqual([]);
  expect(warned({ name: "index", children: [{ name: "a" }, { name: "b", normalise: rank, weight: 0 }] })).toEqual([]);
  expect(
    warned({ name: "index", children: [{ name: "a" }, { name: "d", children: [{ name: "b", normalise: rank }] }] }),
  ).toEqual([expect.stringMatching(/^index mixes scales \(a by points, b by places\)/)]);
});

test("weighs dimensions first and indicators within them", () => {
  const tree: Dimension = {
    name: "index",
    children: [
      { name: "a", weight: 3 },
      { name: "d", weight: 1, children: [{ name: "b" }, { name: "c", weight: 3 }] },
    ],
  };
  const { scores, nodes } = compositeIndex({ tree }, { columns: { a: [0, 1], b: [1, 0], c: [0, 2] } });
  // Second city: a 100, b 0, c 100, so d is 75 and the index (3 x 100 + 75) / 4.
  expect(scores).toEqual([6.25, 93.75]);
  expect(nodes.find(({ name }) => name === "c")).toMatchObject({ parent: "d", weight: 0.75, share: 0.1875 });
});

test("turns an indicator round, divides it and takes its logarithm", () => {
  const tree: Dimension = {
    name: "index",
    children: [{ name: "deaths", direction: "less", per: "people", times: 1000, transform: "log" }],
  };
  const { scores } = compositeIndex({ tree }, { columns: { deaths: [1, 20, 100], people: [1000, 2000, 1000] } });
  expect(scores).toEqual([100, expect.closeTo(50, 10), 0]);
});

test("excludes a city of which something is not known, and says what", () => {
  const { scores, excluded, ranks } = compositeIndex(flat(["a", "b"]), { columns: { a: [1, null, 3], b: [1, 2, 3] } });
  expect(scores).toEqual([0, null, 100]);
  expect(ranks).toEqual([2, null, 1]);
  expect(excluded).toEqual([{ city: 1, reason: "no value for a", missing: ["a"] }]);
});

test("does not ask for an indicator that weighs nothing", () => {
  const tree: Dimension = { name: "index", children: [{ name: "a" }, { name: "b", weight: 0 }] };
  expect(compositeIndex({ tree }, { columns: { a: [1, 2], b: [null, 5] } }).scores).toEqual([0, 100]);
});

test("leaves out what is not known where enough is, and says how much was known", () => {
  const method = flat(["a", "b", "c"], { missing: { policy: "coverage", atLeast: 0.6 } });
  const columns = { a: [0, 10, 5], b: [0, null, 10], c: [0, 10, null] };
  const { scores, coverage, excluded } = compositeIndex(method, { columns });
  expect(scores).toEqual([0, expect.closeTo(100, 10), 75]);
  expect(coverage).toEqual([1, expect.closeTo(2 / 3, 12), expect.closeTo(2 / 3, 12)]);
  expect(excluded).toEqual([]);
  expect(
    compositeIndex(flat(["a", "b", "c"], { missing: { policy: "coverage", atLeast: 0.7 } }), { columns }).excluded,
  ).toHaveLength(2);
});

test("can ask for coverage within each dimension", () => {
  const tree: Dimension = {
    name: "index",
    children: [
      { name: "x", children: [{ name: "a" }, { name: "b" }, { name: "c" }] },
      { name: "y", children: [{ name: "d" }] },
    ],
  };
  const columns = { a: [1, 2], b: [1, 2], c: [1, 2], d: [1, null] };
  const missing = { policy: "coverage", atLeast: 0.5, each: true } as const;
  expect(compositeIndex({ tree, missing }, { columns }).excluded[0]).toMatchObject({ city: 1, missing: ["d"] });
  expect(compositeIndex({ tree, missing: { ...missing, each: false } }, { columns }).excluded).toEqual([]);
});

test("fills in the mean of a city's group, and marks it", () => {
  const method = flat(["a", "b"], { missing: { policy: "group mean" } });
  const data = { columns: { a: [10, 20, null, 0, null], b: [1, 1, 1, 1, 1] }, groups: ["x", "x", "x", "y", "z"] };
  const { imputed, excluded, scores } = compositeIndex(method, data);
  expect(imputed).toEqual([{ city: 2, indicator: "a", value: 15 }]);
  expect(scores).toEqual([50, 75, 62.5, 25, null]);
  expect(excluded[0]!.reason).toBe("no value for a, nor for its group");
});

test("says which values counted as outliers, and where they went", () => {
  const method = flat(["a"], { outliers: { rule: "count", low: 0, high: 1 } });
  const { moved, scores } = compositeIndex(method, { columns: { a: [0, 5, 10, 1000] } });
  expect(moved).toEqual([{ city: 3, indicator: "a", from: 1000, to: 10 }]);
  expect(scores).toEqual([0, 50, 100, 100]);
});

test("gives all cities the middle where an indicator is the same for all, and says so", () => {
  const { scores, ranks, warnings } = compositeIndex(flat(["a"]), { columns: { a: [7, 7, 7] } });
  expect(scores).toEqual([50, 50, 50]);
  expect(ranks).toEqual([1, 1, 1]);
  expect(warnings).toEqual(["a is the same for all cities: it moves none of them"]);
});

test("ties cities whose z-scores cancel, whatever the last digits say", () => {
  const tree = { name: "index", children: [{ name: "a" }, { name: "b", direction: "less" as const }, { name: "c" }] };
  const method: IndexMethod = { tree, normalise: { kind: "z-score" } };
  const { ranks } = compositeIndex(method, { columns: { a: [1, 60], b: [25, 36], c: [1, 1] } });
  expect(ranks).toEqual([1, 1]);
});

test("makes a geometric mean with a part of 0 zero, and says so", () => {
  const { scores, warnings } = compositeIndex(flat(["a", "b"], { aggregate: "geometric" }), {
    columns: { a: [0, 1], b: [2, 1] },
  });
  expect(scores).toEqual([0, 0]);
  expect(warnings[0]).toMatch("is 0 for 2 cities");
});

test("names the part that a principal component cannot weigh", () => {
  const tree = { name: "index", weights: "principal component", children: [{ name: "a" }, { name: "b" }] } as const;
  expect(() => compositeIndex({ tree }, { columns: { a: [1, 2, 3], b: [4, 4, 4] } })).toThrow(
    "dimension `index`: principal component weights expect scores that differ, got one for all cities of b",
  );
});

test("finds weights from judgements, and says if they contradict each other", () => {
  const judged = (judgements: number[][]) =>
    flat(["a", "b", "c"], {}).tree.children && {
      tree: { name: "index", weights: { judgements }, children: [{ name: "a" }, { name: "b" }, { name: "c" }] },
    };
  const columns = { a: [0, 1, 2], b: [3, 1, 2], c: [2, 3, 4] };
  const sound = compositeIndex(
    judged([
      [1, 2, 4],
      [1 / 2, 1, 2],
      [1 / 4, 1 / 2, 1],
    ]),
    { columns },
  );
  expect(sound.nodes[0]!.weight).toBeCloseTo(4 / 7, 12);
  expect(sound.warnings).toEqual([]);
  const circular = compositeIndex(
    judged([
      [1, 5, 1 / 5],
      [1 / 5, 1, 5],
      [5, 1 / 5, 1],
    ]),
    { columns },
  );
  expect(circular.warnings[0]).toMatch("contradict each other");
});

const table = fc.tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 5 })).chain(([cities, indicators]) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: cities, maxLength: cities }), {
    minLength: indicators,
    maxLength: indicators,
  }),
);
const named = (columns: readonly (readonly number[])[]) =>
  Object.fromEntries(columns.map((column, i) => [`i${i}`, column]));
const methods = fc.constantFrom<Partial<IndexMethod>>(
  {},
  { scale: [1, 100], aggregate: "geometric" },
  { scale: [1, 100], aggregate: "harmonic" },
  { scale: [1, 100], aggregate: { power: 0.5 } },
  { normalise: { kind: "z-score" } },
  { normalise: { kind: "rank" }, aggregate: "geometric" },
  { normalise: { kind: "percentile" } },
);

test("does not depend on the order of the cities", () => {
  fc.assert(
    fc.property(table, methods, (columns, rest) => {
      const method = flat(Object.keys(named(columns)), rest);
      const there = compositeIndex(method, { columns: named(columns) });
      const back = compositeIndex(method, { columns: named(columns.map((column) => [...column].reverse())) });
      expect([...back.ranks].reverse()).toEqual(there.ranks);
      expect(back.scores.reverse()).toEqual(near(there.scores, 9));
    }),
  );
});

test("does not depend on the units of the indicators", () => {
  fc.assert(
    fc.property(table, methods, fc.double({ min: 0.001, max: 1000, noNaN: true }), (columns, rest, factor) => {
      const method = flat(Object.keys(named(columns)), rest);
      const there = compositeIndex(method, { columns: named(columns) });
      const scaled = compositeIndex(method, {
        columns: named(columns.map((column) => column.map((value) => value * factor))),
      });
      expect(scaled.ranks).toEqual(there.ranks);
      expect(scaled.scores).toEqual(near(there.scores, 6));
    }),
  );
});

test("never ranks a city above one that is at least as good in everything", () => {
  fc.assert(
    fc.property(table, methods, (columns, rest) => {
      const { ranks } = compositeIndex(flat(Object.keys(named(columns)), rest), { columns: named(columns) });
      for (const [city, rank] of ranks.entries()) {
        for (const [rival, other] of ranks.entries()) {
          if (columns.every((column) => column[rival]! >= column[city]!)) expect(other).toBeLessThanOrEqual(rank!);
        }
      }
    }),
  );
});

test.each<[string, () => unknown, string]>([
  [
    "a negative weight",
    () => compositeIndex({ tree: { name: "t", children: [{ name: "a", weight: -1 }] } }, { columns: { a: [1, 2] } }),
    "dimension `t`: weights expect numbers of 0 or more, got -1 at 0",
  ],
  [
    "weights that are all 0",
    () => compositeIndex({ tree: { name: "t", children: [{ name: "a", weight: 0 }] } }, { columns: { a: [1, 2] } }),
    "weights expect a sum above 0",
  ],
  [
    "an indicator that no city has",
    () => compositeIndex(flat(["a"]), { columns: { a: [null, null] } }),
    "indicator `a` has no value for any city",
  ],
  [
    "a column that is not there",
    () => compositeIndex(flat(["a"]), { columns: { b: [1] } }),
    "no column `a`; there are b",
  ],
  [
    "columns of two lengths",
    () => compositeIndex(flat(["a", "b"]), { columns: { a: [1, 2], b: [1] } }),
    "got 1 for `b`",
  ],
  [
    "a value that is not finite",
    () => compositeIndex(flat(["a"]), { columns: { a: [1, Number.NaN] } }),
    "column `a` expects finite numbers or null, got NaN at 1",
  ],
  [
    "a word in place of a number",
    () => compositeIndex(flat(["a"]), { columns: { a: [1, "2"] as unknown as number[] } }),
    "expects numbers or null, got string at 1",
  ],
  [
    "a geometric mean of a negative",
    () =>
      compositeIndex(flat(["a"], { aggregate: "geometric", normalise: { kind: "z-score" } }), {
        columns: { a: [1, 2] },
      }),
    "dimension `index`: geometric mean expects values of 0 or more, got -0.7",
  ],
  [
    "equal goalposts",
    () =>
      compositeIndex(flat(["a"], { normalise: { kind: "goalposts", low: 1, high: 1 } }), { columns: { a: [1, 2] } }),
    "indicator `a`: goalposts expect low below high",
  ],
  [
    "a logarithm of 0",
    () =>
      compositeIndex({ tree: { name: "t", children: [{ name: "a", transform: "log" }] } }, { columns: { a: [0, 2] } }),
    "log of `a` expects values above 0, got 0 at 0",
  ],
  [
    "a denominator of 0",
    () =>
      compositeIndex(
        { tree: { name: "t", children: [{ name: "a", per: "p" }] } },
        { columns: { a: [1, 2], p: [0, 1] } },
      ),
    "denominator `p` expects values above 0, got 0 at 0",
  ],
  ["a name that comes twice", () => compositeIndex(flat(["a", "a"]), { columns: { a: [1] } }), "got `a` twice"],
  [
    "a dimension without children",
    () => compositeIndex({ tree: { name: "t", children: [] } }, { columns: {} }),
    "dimension `t` expects children",
  ],
  [
    "a set of which no city is left",
    () => compositeIndex(flat(["a", "b"]), { columns: { a: [1, null], b: [null, 1] } }),
    "got none: no value for b",
  ],
  [
    "a scale that falls",
    () => compositeIndex(flat(["a"], { scale: [100, 0] }), { columns: { a: [1, 2] } }),
    "got 100 and 0",
  ],
])("refuses %s", (_, reckon, message) => {
  expect(reckon).toThrow(message);
});

test("a city of which nothing is known is not imputed, and it is told how much was", () => {
  const tree = { name: "index", children: [{ name: "a" }, { name: "b" }] };
  const columns = { a: [1, 2, null, null], b: [2, null, 4, null] };
  const { scores, excluded, imputed, warnings } = compositeIndex(
    { tree, missing: { policy: "group mean" } },
    { columns },
  );
  expect(scores[3]).toBeNull();
  expect(excluded).toEqual([
    { city: 3, reason: "none of 2 indicators of index known, at least one wanted", missing: ["a", "b"] },
  ]);
  expect(imputed).toHaveLength(2);
  expect(warnings).toContain("2 of 6 values are not known and were imputed: they pull cities to the middle");
});

test("it is told how many values were moved, and where there are too few to tell outliers", () => {
  const tree = { name: "index", children: [{ name: "a" }] };
  const warningsFor = (a: number[]) =>
    compositeIndex({ tree, outliers: { rule: "fences" } }, { columns: { a } }).warnings;
  expect(warningsFor([1, 2, 3, 4, 5, 6, 7, 8, 9, 50])).toEqual(["1 value counted as an outlier and was moved inwards"]);
  expect(warningsFor([1, 2, 3, 4, 50])).toEqual(["fewer than 10 values are known of a: outliers were not looked for"]);
});
