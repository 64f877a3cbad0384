import { type BackTest, type Point, percentage, project } from "../../src/forecast";
import { unlikePast } from "../../src/forecast/unlike-past";

const tried = (values: number, level: number, share: number) =>
  unlikePast({ values, mase: 1, coverage: [{ level, share }] } as unknown as BackTest);

test("intervals that missed more than twice as often as they say are told", () => {
  expect(tried(40, 0.95, 0.89)).toEqual([
    "of the values of past tries 89 % lay within their intervals at 95 %: they may be too narrow for this series",
  ]);
  expect([tried(40, 0.95, 0.9), tried(40, 0.8, 0.6), tried(40, 0.5, 0.1)]).toEqual([[], [], []]);
});

test("so are those that hardly missed at 80 % or below, but not where few values were tried", () => {
  expect(tried(40, 0.8, 1)).toEqual([
    "of the values of past tries 100 % lay within their intervals at 80 %: they may be too wide for this series",
  ]);
  expect([tried(40, 0.95, 1), tried(19, 0.8, 1), unlikePast(null)]).toEqual([[], [], []]);
});

test("of a series that never moved nothing more is told", () => {
  const points = Array.from({ length: 40 }, (_, i) => ({ at: 1980 + i, value: 100 }));
  const { warnings } = project(points, { horizon: 5, measure: percentage });
  expect(warnings.filter((warning) => warning.includes("past tries"))).toEqual([]);
});

test("a series whose bend outruns its intervals is told by its own past", () => {
  // A share that hardly moved for a generation, and then rises by the half of a point more every year.
  const points: Point[] = Array.from({ length: 40 }, (_, i) => ({
    at: 1980 + i,
    value: 20 + 0.1 * i + 0.02 * (i % 2) + (i < 26 ? 0 : 0.25 * (i - 25) ** 2),
  }));
  const { backTest, warnings } = project(points, { horizon: 10, measure: percentage });
  const at95 = backTest!.coverage.find(({ level }) => level === 0.95)!.share;
  expect(at95).toBeLessThan(0.9);
  expect(warnings).toContainEqual(expect.stringMatching(/lay within their intervals at 95 %: they may be too narrow/));
});
