import fc from "fast-check";
import {
  kendallDistance,
  kendallTau,
  type RankList,
  rankBiasedOverlap,
  spearman,
  topOverlap,
} from "../../../src/scoring";
import { renamed, twoLists } from "./arbitrary";

/** Henderson and Velleman's cars of 1974, the data set mtcars that comes with R. */
const cars = {
  miles: [
    21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7, 32.4, 30.4, 33.9,
    21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
  ],
  weight: [
    2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2,
    1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
  ],
};

describe("worked examples", () => {
  test("tau-b with ties is that of the documentation of scipy.stats.kendalltau", () => {
    expect(kendallTau([12, 2, 1, 12, 2], [2, 5, 8, 2, 1])).toBeCloseTo(-0.47140452079103173, 12);
  });

  test("Spearman's correlation of IQ and hours of television is -29/165, as in Wikipedia's article", () => {
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(spearman(iq, hours)).toBeCloseTo(-29 / 165, 12);
  });

  test("tau-b and Spearman's correlation, with ties, are those of R for miles and weight of its 32 cars", () => {
    // cor(mtcars$mpg, mtcars$wt, method = ...)
    expect(kendallTau(cars.miles, cars.weight)).toBeCloseTo(-0.7278321, 7);
    expect(spearman(cars.miles, cars.weight)).toBeCloseTo(-0.886422, 6);
  });

  test("ten equal places carry 86 % of the weight at 0.9, as Webber, Moffat and Zobel print", () => {
    const list = Array.from({ length: 10 }, (_, i) => i + 1);
    const { min, residual } = rankBiasedOverlap(list, list, { p: 0.9 });
    expect(min).toBeCloseTo(0.8556, 4);
    expect(min + residual).toBeCloseTo(1, 12);
  });

  test("Kendall's distance counts pairs in opposite order, and half of those that one list ties", () => {
    expect(kendallDistance([1, 2, 3, 4], [2, 1, 3, 4])).toEqual({ distance: 1, pairs: 6, share: 1 / 6 });
    expect(kendallDistance([1, 1, 3], [1, 2, 3])).toEqual({ distance: 0.5, pairs: 3, share: 0.5 / 3 });
  });

  test("the first three of two lists share two cities of four", () => {
    expect(topOverlap([1, 2, 3, 4], [1, 5, 2, 3], 3)).toEqual({ common: 2, share: 2 / 3, jaccard: 0.5 });
  });

  test("rank-biased overlap lies between its ends, which are those of the worst and best lists that could follow", () => {
    const [a, b]: RankList[] = [
      [1, 2, 3, 4, null, null],
      [2, 1, null, null, 3, null],
    ];
    const { min, residual, extrapolated } = rankBiasedOverlap(a!, b!, { p: 0.8 });
    // Depth by depth, for so long that nothing is left: with no further city in common, and with all.
    const worst = summed(0.8, (depth) => [0, 0, 2, 2][Math.min(depth, 3)]! / depth);
    expect(min).toBeCloseTo(worst, 10);
    expect(extrapolated).toBeGreaterThanOrEqual(min);
    expect(extrapolated).toBeLessThanOrEqual(min + residual + 1e-12);
  });
});

/** (1 - p) times the sum of p^(d - 1) A_d, by the definition. */
function summed(p: number, agreement: (depth: number) => number): number {
  let sum = 0;
  for (let depth = 1; depth <= 400; depth++) sum += (1 - p) * p ** (depth - 1) * agreement(depth);
  return sum;
}

describe("invariants", () => {
  const measures = [kendallTau, spearman, (a: RankList, b: RankList) => rankBiasedOverlap(a, b).extrapolated];

  test.each(measures)(
    "neither the order of the two nor that of the cities matters, nor how far ranks lie apart",
    (measure) => {
      fc.assert(
        fc.property(twoLists, fc.infiniteStream(fc.nat()), ([a, b], dice) => {
          const order = a.map((_, city) => [[...dice.take(1)][0]!, city] as const).sort(([x], [y]) => x - y);
          const cities = order.map(([, city]) => city);
          const wide = (list: RankList) => list.map((rank) => rank && rank ** 2 + 3);
          expect(measure(b, a)).toBeCloseTo(measure(a, b), 10);
          expect(measure(renamed(a, cities), renamed(b, cities))).toBeCloseTo(measure(a, b), 10);
          expect(measure(wide(a), b)).toBeCloseTo(measure(a, b), 10);
        }),
      );
    },
  );

  test.each(measures)("a list agrees with itself wholly", (measure) => {
    fc.assert(fc.property(twoLists, ([a]) => expect(measure(a, a)).toBeCloseTo(1, 10)));
  });

  test("tau of a list and its reverse is -1", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2 }), (list) => {
        expect(
          kendallTau(
            list,
            list.map((rank) => 100 - rank),
          ),
        ).toBeCloseTo(-1, 12);
      }),
    );
  });
});

describe("refusals", () => {
  test.each([
    [[1, 2, null], [null, null, 1], "expects lists with two cities in common, got 0"],
    [[1, 1, 1], [1, 2, 3], "expects lists that order some of the common cities, got one tie"],
    [[1, 2], [1, 2, 3], "expects one length, got 2 and 3"],
    [[0, 1], [1, 2], "a list expects ranks above 0, got 0 for city 0"],
    [[Number.NaN, 1], [1, 2], "a list expects ranks above 0, got NaN"],
  ])("%j and %j", (a, b, message) => {
    expect(() => kendallTau(a, b)).toThrow(message);
  });

  test("what is no number is a fault of type", () => {
    expect(() => kendallTau(["1", 2] as unknown as RankList, [1, 2])).toThrow(TypeError);
  });

  test("a depth beyond the shorter list, a persistence of 1, an empty list", () => {
    expect(() => topOverlap([1, 2, null], [1, 2, 3], 3)).toThrow(
      "topOverlap's k expects a whole number from 1 to 2, got 3",
    );
    expect(() => rankBiasedOverlap([1], [1], { p: 1 })).toThrow("p expects more than 0 and less than 1");
    expect(() => rankBiasedOverlap([null], [1])).toThrow("got an empty one");
  });
});
