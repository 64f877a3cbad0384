import { percentage, positive, project, tried } from "../../src/forecast";
import { pointsOf } from "./points";

const width = (values: readonly number[]): number => {
  const { high, low } = project(pointsOf(values), { horizon: 1, measure: positive }).points[0]!.intervals.at(-1)!;
  return high - low;
};

test("one value of any measure is carried on, and nothing is known of how far it may move", () => {
  const { backTest, points, warnings } = project(pointsOf([7]), { horizon: 2 });
  expect(points.map(({ value }) => value)).toEqual([7, 7]);
  expect(points[0]!.intervals.at(-1)).toEqual({
    level: 0.95,
    low: Number.NEGATIVE_INFINITY,
    high: Number.POSITIVE_INFINITY,
  });
  expect(backTest).toBeNull();
  expect(warnings[0]).toContain("how far it may move is not known");
});

test("one amount or share is given the width that is usual for series at large, and says so", () => {
  for (const measure of [positive, percentage]) {
    const { points, warnings } = project(pointsOf([50]), { horizon: 1, measure });
    const { high, low } = points[0]!.intervals.at(-1)!;
    expect(low).toBeLessThan(40);
    expect(high).toBeGreaterThan(60);
    expect(warnings[0]).toContain("usual for series at large");
  }
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])("%i values are answered with intervals and a warning", (n) => {
  const { points, warnings } = project(pointsOf([5, 6, 6.5, 8, 8.2, 9.9, 10.4, 12].slice(0, n)), {
    horizon: 5,
    measure: positive,
  });
  expect(points).toHaveLength(5);
  for (const { intervals, value } of points) {
    expect(Number.isFinite(value)).toBe(true);
    expect(intervals[2]!.low).toBeLessThan(value);
    expect(intervals[2]!.high).toBeGreaterThan(value);
  }
  expect(warnings.length).toBeGreaterThan(0);
});

test("with fewer than four values the mean change counts half", () => {
  expect(project(pointsOf([10, 20]), { horizon: 2 }).points.map(({ value }) => value)).toEqual([25, 30]);
});

test("the fewer values of a series, the wider its intervals", () => {
  const swinging = (n: number): number[] => Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 100 : 110));
  expect(width(swinging(6))).toBeGreaterThan(width(swinging(20)));
  expect(width(swinging(20))).toBeGreaterThan(width(swinging(60)));
});

test("a pool that was tried already tells the same", () => {
  const short = pointsOf([10, 12, 11]);
  const others = [pointsOf([1, 2, 4, 3, 5, 8, 7, 9, 12, 10]), pointsOf([90, 80, 85, 70, 60, 65, 50, 55, 40, 30])];
  const once = others.map((points) => tried(points, { horizon: 2 }));
  expect(once.every(({ sizes, origins }) => sizes.length > 0 && origins > 0)).toBe(true);
  expect(project(short, { horizon: 2, tried: once }).points).toEqual(
    project(short, { horizon: 2, pool: others }).points,
  );
  expect(project(short, { horizon: 2, tried: once }).points).not.toEqual(project(short, { horizon: 2 }).points);
});

test("a series that is too short leans on the pool of its kind", () => {
  const wild = Array.from({ length: 12 }, (_, k) =>
    pointsOf(Array.from({ length: 30 }, (_, i) => 100 + 40 * Math.sin(i ** 2 + k))),
  );
  const short = pointsOf([100, 102, 101]);
  const alone = project(short, { horizon: 1 }).points[0]!.intervals[1]!;
  const pooled = project(short, { horizon: 1, pool: wild }).points[0]!.intervals[1]!;
  expect(pooled.high - pooled.low).not.toBeCloseTo(alone.high - alone.low, 3);
});
