import fc from "fast-check";
import { type Measure, percentage, positive, project } from "../../src/forecast";
import { pointsOf } from "./points";

const whole = (from: number, to: number) =>
  fc.array(fc.integer({ min: from, max: to }), { minLength: 1, maxLength: 30 });
const horizon = fc.integer({ min: 1, max: 8 });
const measures: readonly Measure[] = [{ kind: "any" }, positive, percentage];

// Powers of two and whole numbers leave no rounding, so a search cannot tip over into another valley.
test("scaling and shifting a series scales and shifts its projection and intervals", () => {
  const factor = fc.constantFrom(0.25, 2, 64);
  fc.assert(
    fc.property(
      whole(-500, 500),
      horizon,
      factor,
      fc.integer({ min: -5000, max: 5000 }),
      (values, steps, times, plus) => {
        const base = project(pointsOf(values), { horizon: steps });
        const moved = project(pointsOf(values.map((value) => times * value + plus)), { horizon: steps });
        const size = times * (Math.max(...values.map(Math.abs)) + 1);
        base.points.forEach((point, i) => {
          const other = moved.points[i]!;
          expect(Math.abs(other.value - (times * point.value + plus)) / size).toBeLessThan(1e-3);
          const widths = (one: typeof point) => one.intervals.map(({ high, low }) => high - low);
          widths(other).forEach((width, j) => {
            const expected = times * widths(point)[j]!;
            expect(width === expected || Math.abs(width - expected) / size < 1e-2).toBe(true);
          });
        });
      },
    ),
    { numRuns: 60 },
  );
});

test("amounts in another unit are projected the same in that unit", () => {
  fc.assert(
    fc.property(whole(1, 1000), horizon, fc.constantFrom(0.125, 4, 1024), (values, steps, times) => {
      const base = project(pointsOf(values), { horizon: steps, measure: positive });
      const scaled = project(pointsOf(values.map((value) => times * value)), { horizon: steps, measure: positive });
      base.points.forEach(({ value }, i) => {
        expect(scaled.points[i]!.value / (times * value)).toBeCloseTo(1, 2);
      });
    }),
    { numRuns: 60 },
  );
});

test("intervals are nested, hold the projected value, and grow on the measure's scale", () => {
  fc.assert(
    fc.property(whole(1, 99), horizon, fc.constantFrom(...measures), (values, steps, measure) => {
      const { basis, points } = project(pointsOf(values), { horizon: steps, measure, levels: [0.5, 0.8, 0.95, 0.99] });
      let widest = 0;
      for (const { intervals, value } of points) {
        const edges = [...intervals.map(({ low }) => low).reverse(), value, ...intervals.map(({ high }) => high)];
        expect(edges).toEqual([...edges].sort((a, b) => a - b));
        // At the very bound the scale ends, and so does what can be told of widths.
        if (measure.kind === "bounded" && intervals[1]!.high > 99.8) break;
        const width = basis.scale.distance(intervals[1]!.high, value);
        expect(width).toBeGreaterThanOrEqual(widest * (1 - 1e-9));
        widest = width;
      }
    }),
    { numRuns: 100 },
  );
});

test("a percentage stays from 0 to 100 and an amount above 0, with all intervals", () => {
  fc.assert(
    fc.property(whole(0, 100), fc.integer({ min: 1, max: 60 }), (values, steps) => {
      for (const { intervals, value } of project(pointsOf(values), { horizon: steps, measure: percentage }).points)
        for (const x of [value, ...intervals.flatMap(({ high, low }) => [low, high])]) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(100);
        }
      const amounts = project(pointsOf(values), { horizon: steps, measure: positive }).points;
      for (const { intervals, value } of amounts)
        for (const x of [value, ...intervals.map(({ low }) => low)]) expect(x).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 100 },
  );
});

test("constant in, constant out, by every measure", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 2, max: 20 }),
      fc.constantFrom(...measures),
      (value, n, measure) => {
        const { points, warnings } = project(pointsOf(Array<number>(n).fill(value)), { horizon: 5, measure });
        for (const point of points) expect(point.value).toBeCloseTo(value, 6);
        expect(warnings.join()).toContain("never changed");
      },
    ),
  );
});

test("the same question has the same answer", () => {
  fc.assert(
    fc.property(whole(-99, 99), horizon, (values, steps) => {
      const ask = () => JSON.stringify(project(pointsOf(values), { horizon: steps }));
      expect(ask()).toBe(ask());
    }),
    { numRuns: 30 },
  );
});

test("the order in which points come does not matter, and they are left as they were", () => {
  const points = Object.freeze(pointsOf([3, 5, 4, 8, 9, 7, 12, 11]).map(Object.freeze)) as ReturnType<typeof pointsOf>;
  expect(project([...points].reverse(), { horizon: 3 })).toMatchObject({
    points: project(points, { horizon: 3 }).points,
  });
});
