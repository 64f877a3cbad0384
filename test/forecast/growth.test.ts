import { project } from "../../src/forecast";
import { growthOf, usualGrowth } from "../../src/forecast/intervals/reach";
import { normal, pointsOf } from "./points";

/** Errors of as many origins, which grow as a power of the steps. */
const misses = (origins: number, power: number) =>
  Array.from({ length: origins }, (_, i) =>
    [1, 2, 3, 4, 5, 6].map((steps) => {
      const size = 2 * steps ** power;
      return { known: 4 + i, at: 3 + i + steps, steps, size, root: Math.sqrt(size) };
    }),
  ).flat();

test("how errors grow is told by the series the more, the more places it was tried from", () => {
  expect(growthOf(misses(20, 0.4), 1_000, 20)).toBe(usualGrowth);
  expect(growthOf(misses(40, 0.4), 1_000, 40)).toBeCloseTo((0.4 + usualGrowth) / 2, 9);
  expect(growthOf(misses(80, 1), 1_000, 80)).toBeCloseTo(0.75 * 1 + 0.25 * usualGrowth, 9);
});

test("it stays within what errors do, and what shows later does not count", () => {
  expect([growthOf(misses(400, 9), 1_000, 400), growthOf(misses(400, -9), 1_000, 400)]).toEqual([1.25, 0.25]);
  const late = misses(40, 9).map((miss) => ({ ...miss, at: 2_000 }));
  expect(growthOf([...misses(40, 0.4), ...late], 1_000, 40)).toBeCloseTo((0.4 + usualGrowth) / 2, 9);
  expect(growthOf([], 1_000, 40)).toBe(usualGrowth);
});

test("far intervals of noise about a level widen less than those of a walk whose slope wanders", () => {
  const [noise, slopes] = [normal(3), normal(4)];
  let [level, slope] = [0, 0];
  const still = pointsOf(Array.from({ length: 60 }, () => 100 + noise()));
  const bending = pointsOf(
    Array.from({ length: 60 }, () => {
      slope += slopes();
      level += slope;
      return level;
    }),
  );
  const growth = (points: typeof still) => project(points, { horizon: 8 }).basis.growth;
  expect(growth(still)).toBeLessThan(usualGrowth);
  expect(growth(bending)).toBeGreaterThan(usualGrowth);
});

test("the next step is as sure whether a far step or a very far one is asked for", () => {
  const next = normal(5);
  let level = 100;
  const walk = pointsOf(
    Array.from({ length: 64 }, () => {
      level *= Math.exp(0.02 + 0.03 * next());
      return level;
    }),
  );
  const first = (horizon: number) => project(walk, { horizon, measure: { kind: "positive" } }).points[0];
  expect(first(150)).toEqual(first(18));
});
