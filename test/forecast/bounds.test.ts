import { percentage, project, scaleOf } from "../../src/forecast";
import { pointsOf } from "./points";

const shares = (values: readonly number[], horizon = 5) => project(pointsOf(values), { horizon, measure: percentage });

test.each([0, 100])("a share that has always been %d is projected as it is, with intervals that hold it", (bound) => {
  for (let n = 1; n <= 12; n++)
    for (const { intervals, value } of shares(Array(n).fill(bound)).points) {
      expect(value).toBe(bound);
      for (const { high, low } of intervals)
        expect([low <= bound, high >= bound, low < high]).toEqual([true, true, true]);
    }
});

test.each([0.03, 99.97, 1e-7])("a share of %d that never changed is not moved away from its bound", (share) => {
  for (const { value } of shares(Array(8).fill(share)).points) expect(value / share).toBeCloseTo(1, 6);
});

test("small shares are told apart", () => {
  const { points } = shares([0.01, 0.012, 0.015, 0.018, 0.022, 0.026, 0.031, 0.037]);
  expect(points[0]!.value).toBeGreaterThan(0.037);
  expect(points[0]!.value).toBeLessThan(0.06);
});

test("a gap between small shares is filled with small shares", () => {
  const at = [2000, 2001, 2002, 2004, 2005];
  const { history } = project(
    at.map((year) => ({ at: year, value: 0.03 })),
    { horizon: 1, measure: percentage },
  );
  expect(history[3]).toMatchObject({ at: 2003, observed: false });
  expect(history[3]!.value).toBeCloseTo(0.03, 9);
});

test("a value on its bound counts as nearer to it than any other, and comes back as the bound", () => {
  const scale = scaleOf(percentage, [0, 0.04, 3, 50]);
  expect(scale.to(0)).toBeLessThan(scale.to(0.04));
  expect(scale.from(scale.to(0))).toBe(0);
  expect(scale.from(scale.to(0.04))).toBeCloseTo(0.04, 12);
});
