import { type Measure, percentage, positive, project, scenario } from "../../src/forecast";
import { pointsOf } from "./points";

const growing = project(pointsOf(Array.from({ length: 15 }, (_, i) => 100 * 1.03 ** i)), {
  horizon: 5,
  measure: positive,
});

test("a change of nothing is the base case", () => {
  for (const { base, effect, value } of scenario(growing, { from: 2015, growth: 0 })) {
    expect(value).toBeCloseTo(base, 8);
    expect(effect).toBeCloseTo(0, 8);
  }
});

test("one percent more a year from 2017 on adds up from then", () => {
  const [a, b, c, d] = scenario(growing, { from: 2017, growth: 0.01 });
  expect([a!.effect, b!.effect]).toEqual([0, 0]);
  const yearly = growing.points[2]!.value / growing.points[1]!.value;
  expect(c!.value / b!.value).toBeCloseTo(yearly + 0.01, 8);
  expect(d!.effectShare).toBeGreaterThan(c!.effectShare);
});

test("intervals move along in proportion", () => {
  const last = scenario(growing, { from: 2015, growth: -0.02 }).at(-1)!;
  const base = growing.points.at(-1)!;
  expect(last.intervals[2]!.high / base.intervals[2]!.high).toBeCloseTo(last.value / base.value, 8);
});

test("quarters share out the growth of a year", () => {
  const quarters = project(
    pointsOf(
      Array.from({ length: 24 }, (_, i) => 100 * 1.01 ** i),
      4,
    ),
    { horizon: 4, frequency: 4, measure: positive },
  );
  const year = scenario(quarters, { from: 2006, growth: 0.02 }).at(-1)!;
  expect(year.effectShare).toBeCloseTo(0.02 / 1.01 ** 4, 3);
});

test("a share stops at its bound", () => {
  const share = project(pointsOf([80, 84, 88, 91, 93, 95]), { horizon: 5, measure: percentage });
  for (const { intervals, value } of scenario(share, { from: 2006, growth: 0.3 }))
    for (const x of [value, ...intervals.map(({ high }) => high)]) expect(x).toBeLessThanOrEqual(100);
});

test("a share that must not fall below a bound stops there too", () => {
  const rating: Measure = { kind: "bounded", low: 1, high: 5 };
  const falling = project(pointsOf([3, 2.9, 2.8, 2.6, 2.5, 2.4]), { horizon: 5, measure: rating });
  const last = scenario(falling, { from: 2006, growth: -0.5 }).at(-1)!;
  expect(last.value).toBe(1);
  for (const { high, low } of last.intervals) expect(low >= 1 && high >= 1).toBe(true);
});

test("a growth that numbers cannot hold is refused, a great one that they can is not", () => {
  const far = project(pointsOf(Array.from({ length: 15 }, (_, i) => 100 * 1.03 ** i)), {
    horizon: 200,
    measure: positive,
  });
  expect(() => scenario(far, { from: 2015, growth: 100 })).toThrow("a growth that numbers can hold, got 100 a year");
  for (const { value, effectShare, intervals } of scenario(far, { from: 2015, growth: 10 }))
    for (const x of [value, effectShare, ...intervals.map(({ high }) => high)]) expect(Number.isFinite(x)).toBe(true);
});
