import { positive, project } from "../../src/forecast";
import { normal, pointsOf } from "./points";

const next = normal(11);
const values = Array.from({ length: 30 }, (_, i) => 100 * 1.04 ** i * Math.exp(0.05 * next()));

test("a back-test shows errors by step, accuracy against Naive2, and coverage", () => {
  const { backTest } = project(pointsOf(values), { horizon: 4, measure: positive });
  expect(backTest!.tries).toBe(26);
  expect(backTest!.errorByStep).toHaveLength(4);
  expect(backTest!.errorByStep[3]!).toBeGreaterThan(backTest!.errorByStep[0]!);
  expect(backTest!.owa!).toBeLessThan(0.9);
  expect(backTest!.mase!).toBeGreaterThan(0);
  expect(backTest!.msis!).toBeGreaterThan(0);
  expect(backTest!.coverage.map(({ level }) => level)).toEqual([0.5, 0.8, 0.95]);
  expect(backTest!.coverage[2]!.share).toBeGreaterThan(0.85);
  expect(backTest!.summary).toMatch(/^In 26 past tries this method was off by \d+\.\d % on average\.$/);
});

test("naive against Naive2 is as good as it, without seasons", () => {
  expect(project(pointsOf(values), { horizon: 3, method: "naive" }).backTest!.owa).toBeCloseTo(1, 10);
});

test("what came later changes nothing of what was said before", () => {
  const early = project(pointsOf(values.slice(0, 20)), { horizon: 3, measure: positive });
  const later = project(pointsOf([...values.slice(0, 20), 9e9]), { horizon: 3, measure: positive });
  expect(later.backTest!.tries).toBe(early.backTest!.tries + 1);
  expect(later.backTest!.coverage[2]!.share).toBeLessThan(early.backTest!.coverage[2]!.share);
});

test("a series of four values has no back-test, one of five has one try", () => {
  expect(project(pointsOf([1, 2, 3, 5]), { horizon: 1 }).backTest).toBeNull();
  expect(project(pointsOf([1, 2, 3, 5, 6]), { horizon: 1 }).backTest!.tries).toBe(1);
});

test("a long history is tried at forty places", () => {
  const long = Array.from({ length: 120 }, (_, i) => 50 + i + next());
  const { tries } = project(pointsOf(long), { horizon: 2 }).backTest!;
  expect(tries).toBeGreaterThanOrEqual(38);
  expect(tries).toBeLessThanOrEqual(41);
});

test("a series that never changed has no scaled errors", () => {
  expect(project(pointsOf([4, 4, 4, 4, 4, 4, 4]), { horizon: 1 }).backTest).toMatchObject({
    mase: null,
    owa: null,
    msis: null,
  });
});

test("a step that only ever fell on missing years has no error", () => {
  const every5 = [2000, 2005, 2010, 2015].map((at, i) => ({ at, value: 50 + i ** 2 }));
  const errors = project(every5, { horizon: 2 }).backTest!.errorByStep;
  expect(errors.every((error) => error === null || error >= 0)).toBe(true);
});
