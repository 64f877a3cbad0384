import fc from "fast-check";
import { chanceReached, type PublishedForecast, type PublishedPoint } from "../../../src/forecast";

const of = (...points: PublishedPoint[]): PublishedForecast => ({
  ...{ forecaster: "f", published: 2020, indicator: "i", unit: "u", scope: "s", priceYear: null, definition: null },
  points,
});

const exact = (year: number, value: number): PublishedPoint => ({
  year,
  value,
  range: { lowest: value, highest: value },
});

test("figures without room leave two ways to go: by growth later, by amount earlier", () => {
  // From 100 to 400 in ten years 200 is passed by growth after 5 years, by amount after 3 1/3.
  const forecast = of(exact(2020, 100), exact(2030, 400));
  expect([2023, 2024, 2025].map((year) => chanceReached(forecast, 200, year))).toEqual([0, 0.5, 1]);
});

test("at its last point the chance is the part of its room that lies beyond", () => {
  const forecast = of(exact(2020, 100), { year: 2030, value: 200, range: { lowest: 190, highest: 230 } });
  expect(chanceReached(forecast, 200, 2030)).toBeCloseTo(0.75, 2);
  expect(chanceReached(forecast, 220, 2030)).toBeCloseTo(0.25, 2);
  expect(chanceReached(forecast, 231, 2030)).toBe(0);
});

test("both ends have room: the chance that one uniform figure is at most another", () => {
  const points = [
    { year: 2020, value: 105, range: { lowest: 100, highest: 110 } },
    { year: 2030, value: 120, range: { lowest: 120, highest: 140 } },
  ];
  // By amount 125 is passed by 2025 where the sum of both is at least 250, by growth where their product is at least 125 squared.
  const share =
    1 -
    areaBelow(
      250,
      points.map(({ range }) => range),
    );
  const byGrowth =
    1 -
    areaBelowProduct(
      125 ** 2,
      points.map(({ range }) => range),
    );
  expect(chanceReached(of(...points), 125, 2025)).toBeCloseTo((share + byGrowth) / 2, 2);
});

test("a figure that is open on one side ends as printed there; digits tell the rounding where nothing else does", () => {
  const open = { year: 2030, value: 200, range: { lowest: 200, highest: Number.POSITIVE_INFINITY } };
  expect(chanceReached(of(exact(2020, 100), open), 200, 2030)).toBe(1);
  expect(chanceReached(of(exact(2020, 100), { year: 2030, value: 200 }), 200, 2030)).toBeCloseTo(0.5, 2);
});

test("it never falls from year to year, and is the same each time", () => {
  const figure = fc.record({
    value: fc.double({ min: 1, max: 1_000, noNaN: true }),
    room: fc.double({ min: 0, max: 50, noNaN: true }),
  });
  fc.assert(
    fc.property(
      fc.array(figure, { minLength: 2, maxLength: 4 }),
      fc.double({ min: 1, max: 1_000, noNaN: true }),
      (figures, value) => {
        const points = figures.map(({ value: middle, room }, i) => ({
          year: 2020 + 3 * i,
          value: middle,
          range: { lowest: middle - room, highest: middle + room },
        }));
        const chances = Array.from({ length: 12 }, (_, i) => chanceReached(of(...points), value, 2019 + i));
        for (const [i, chance] of chances.entries()) expect(chance).toBeGreaterThanOrEqual(chances[i - 1] ?? 0);
        expect(chances.every((chance) => chance <= 1)).toBe(true);
        expect(chanceReached(of(...points), value, 2024)).toBe(chances[5]);
      },
    ),
    { numRuns: 30 },
  );
});

test("a single point and a value that is none are refused", () => {
  expect(() => chanceReached(of(exact(2020, 1)), 1, 2020)).toThrow("two points");
  expect(() => chanceReached(of(exact(2020, 1), exact(2021, 2)), Number.NaN, 2020)).toThrow("finite number");
});

interface Ends {
  readonly lowest: number;
  readonly highest: number;
}

/** The part of a rectangle in which the sum of both is less than this, by a fine grid. */
const areaBelow = (sum: number, [a, b]: readonly Ends[]) => part(a!, b!, (x, y) => x + y < sum);

const areaBelowProduct = (product: number, [a, b]: readonly Ends[]) => part(a!, b!, (x, y) => x * y < product);

function part(a: Ends, b: Ends, isIn: (x: number, y: number) => boolean): number {
  const n = 400;
  let count = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const at = ({ lowest, highest }: Ends, k: number) => lowest + ((k + 0.5) / n) * (highest - lowest);
      if (isIn(at(a, i), at(b, j))) count++;
    }
  return count / n ** 2;
}
