import { positive, project } from "../../src/forecast";
import { normal, pointsOf } from "./points";

const next = normal(7);
const calm = Array.from({ length: 24 }, (_, i) => 100 + 2 * i + next());

test("a calm series has no oddities", () => {
  expect(project(pointsOf(calm), { horizon: 1 }).oddities).toEqual([]);
});

test("a value that stands alone is named an outlier, with what was to be expected, and stays", () => {
  const odd = calm.map((value, i) => (i === 12 ? value + 60 : value));
  const { history, oddities, warnings } = project(pointsOf(odd), { horizon: 1, measure: positive });
  expect(oddities).toHaveLength(1);
  expect(oddities[0]).toMatchObject({ kind: "outlier", at: 2012, value: odd[12] });
  expect(Math.abs(oddities[0]!.expected - calm[12]!)).toBeLessThan(5);
  expect(history[12]!.value).toBe(odd[12]);
  expect(warnings.join()).toContain("outlier in 2012");
});

test("a step that lasts is named a level shift", () => {
  const shifted = calm.map((value, i) => (i >= 15 ? value - 50 : value));
  expect(project(pointsOf(shifted), { horizon: 1 }).oddities).toMatchObject([{ kind: "level shift", at: 2015 }]);
});

test("a season is not odd", () => {
  const seasonal = Array.from({ length: 32 }, (_, i) => 100 + [30, -20, 5, -15][i % 4]! + next());
  expect(project(pointsOf(seasonal, 4), { horizon: 1, frequency: 4 }).oddities).toEqual([]);
});
