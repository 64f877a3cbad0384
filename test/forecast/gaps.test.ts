import { project } from "../../src/forecast";
import { pointsOf } from "./points";

const without = (values: readonly number[], ...missing: readonly number[]) =>
  pointsOf(values).filter((_, i) => !missing.includes(i));
const rising = Array.from({ length: 20 }, (_, i) => 10 + i);

test("a missing year is filled between its neighbours, marked, and warned of", () => {
  const { history, warnings } = project(without(rising, 5), { horizon: 2 });
  expect(history[5]).toEqual({ at: 2005, value: 15, observed: false });
  expect(warnings).toContain("1 of 20 steps have no value; they were filled between their neighbours");
});

test("values every five years are projected year by year", () => {
  const every5 = [2000, 2005, 2010, 2015, 2020].map((at, i) => ({ at, value: 50 + 5 * i }));
  const { points } = project(every5, { horizon: 3 });
  expect(points.map(({ at }) => at)).toEqual([2021, 2022, 2023]);
  points.forEach(({ value }, i) => void expect(value).toBeCloseTo(71 + i, 0));
});

test("filled values are no evidence: errors are counted against observed ones only", () => {
  const whole = project(pointsOf(rising), { horizon: 1 }).backTest!;
  const holed = project(without(rising, 8, 9, 12, 15), { horizon: 1 }).backTest!;
  expect(holed.values).toBe(whole.values - 4);
});

test("what lies before a gap of more than ten years is left out if enough follows", () => {
  const points = [
    ...pointsOf([900, 901]),
    ...pointsOf([5, 6, 7, 8, 9]).map(({ at, value }) => ({ at: at + 20, value })),
  ];
  const { history, warnings } = project(points, { horizon: 1 });
  expect(history[0]!.at).toBe(2020);
  expect(warnings[0]).toBe("nothing is known between 2001 and 2020; only what follows was used");
});

test("if too little follows, the gap is filled and called a guess", () => {
  const { history, warnings } = project([...pointsOf([5, 6, 7, 8]), { at: 2020, value: 20 }], { horizon: 1 });
  expect(history).toHaveLength(21);
  expect(warnings[0]).toContain("is a guess");
});

test("quarters and months keep their times", () => {
  const quarters = pointsOf([1, 2, 3, 4, 5, 6, 7], 4);
  expect(project(quarters, { horizon: 2, frequency: 4 }).points.map(({ at }) => at)).toEqual([2001.75, 2002]);
  const months = pointsOf([1, 2, 3, 4, 5], 12);
  expect(project(months, { horizon: 1, frequency: 12 }).points[0]!.at).toBeCloseTo(2000.4167, 4);
});
