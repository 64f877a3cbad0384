import { coverage, type Point, positive, project } from "../../src/forecast";
import { normal, pointsOf } from "./points";

/** Walks whose mean step itself wanders a little: nothing that any of the methods assumes. */
function walk(seed: number, length: number): Point[] {
  const next = normal(seed);
  let [level, slope] = [100, 0.02];
  return pointsOf(
    Array.from({ length }, () => {
      slope += 0.003 * next();
      level *= Math.exp(slope + 0.04 * next());
      return level;
    }),
  );
}

test.each([
  [0.8, 0.74, 0.9],
  [0.95, 0.91, 0.99],
])("intervals at %d cover about as many of 200 short walks as they say", (level, least, most) => {
  const shares = Array.from({ length: 200 }, (_, seed) => {
    const points = walk(seed + 1, 20);
    const { points: projected } = project(points.slice(0, 14), { horizon: 6, measure: positive, levels: [level] });
    return coverage(
      points.slice(14).map(({ value }) => value),
      projected.map(({ intervals }) => intervals[0]!),
    );
  });
  const share = shares.reduce((a, b) => a + b, 0) / shares.length;
  expect(share).toBeGreaterThan(least);
  expect(share).toBeLessThan(most);
});
