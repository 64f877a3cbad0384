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

test("steps the same way that follow each other are one change of trend", () => {
  const bent = calm.map((value, i) => value + 40 * Math.min(4, Math.max(0, i - 9)));
  const { oddities, warnings } = project(pointsOf(bent), { horizon: 1 });
  expect(oddities).toMatchObject([{ kind: "trend change", at: 2010, until: 2013, value: bent[10] }]);
  expect(warnings.join()).toContain("trend changed 2010 to 2013");
});

test("the usual step of a series that steadily grows is not odd, by amount or in proportion", () => {
  const byAmount = Array.from({ length: 60 }, (_, i) => 1 + i);
  expect(project(pointsOf(byAmount), { horizon: 1, measure: positive }).oddities).toEqual([]);
  const inProportion = Array.from({ length: 60 }, (_, i) => 1.3 ** i);
  expect(project(pointsOf(inProportion), { horizon: 1 }).oddities).toEqual([]);
});

test("five oddities are named, the others counted", () => {
  const odd = Array.from({ length: 60 }, (_, i) => 500 + 2 * i + next() + (i % 8 === 4 ? 90 : 0));
  const { oddities, warnings } = project(pointsOf(odd), { horizon: 1 });
  expect(oddities).toHaveLength(7);
  expect(warnings.filter((one) => one.startsWith("outlier in"))).toHaveLength(5);
  expect(warnings).toContain("2 more oddities are among the values");
});
