import { type MethodName, methodNames, methods, positive, project, scaleOf } from "../../src/forecast";
import { optimisedTheta } from "../../src/forecast/methods/optimised-theta";
import { isSeasonal, seasonallyAdjusted } from "../../src/forecast/seasons";
import { normal, pointsOf } from "./points";

const scale = scaleOf({ kind: "any" }, []);
const next = normal(3);
const noisy = Array.from({ length: 30 }, (_, i) => 50 + i + 3 * next());
const seasonal = Array.from({ length: 40 }, (_, i) => 200 + 2 * i + [40, -10, -50, 20][i % 4]! + next());
const forecast = (name: MethodName, values: readonly number[], horizon: number, period = 1) =>
  methods[name](values, horizon, { period, scale }).forecast;

test("naive repeats the last value, seasonal naive the last year, drift the mean step", () => {
  expect(forecast("naive", [1, 5, 3], 2)).toEqual([3, 3]);
  expect(forecast("seasonal-naive", [1, 2, 3, 4, 5, 6], 5, 4)).toEqual([3, 4, 5, 6, 3]);
  expect(forecast("drift", [1, 5, 3], 2)).toEqual([4, 5]);
});

test("robust trend is not bent by one wild value", () => {
  const wild = Array.from({ length: 15 }, (_, i) => (i === 6 ? 900 : 10 + 2 * i));
  forecast("robust-trend", wild, 3).forEach((value, i) => void expect(value).toBeCloseTo(40 + 2 * i, 10));
});

test("optimised Theta goes the whole slope of a straight line and none of a flat noise", () => {
  const line = optimisedTheta(
    Array.from({ length: 12 }, (_, i) => 3 + 2 * i),
    2,
  );
  expect(line.forecast[1]!).toBeCloseTo(29, 4);
  const flat = optimisedTheta([5, 3, 5, 3, 5, 3, 5, 3, 5, 3], 3).forecast;
  expect(Math.abs(flat[2]! - flat[0]!)).toBeLessThan(0.4);
});

test.each(methodNames.filter((name) => name !== "naive" && name !== "seasonal-naive" && name !== "naive2"))(
  "%s carries on a noisy rise to within a few steps of it",
  (name) => {
    const ahead = forecast(name, noisy, 3);
    expect(Math.abs(ahead[2]! - 82)).toBeLessThan(8);
  },
);

test("every method answers every length from one value on", () => {
  for (const name of methodNames)
    for (let n = 1; n <= 9; n++)
      for (const value of project(pointsOf(noisy.slice(0, n)), {
        horizon: 3,
        method: name,
        measure: positive,
      }).points.map((p) => p.value))
        expect(Number.isFinite(value)).toBe(true);
});

test("seasons are found where there are some, and not where there are none or too few years", () => {
  expect(isSeasonal(seasonal, 4)).toBe(true);
  expect(isSeasonal(noisy, 4)).toBe(false);
  expect(isSeasonal(seasonal.slice(0, 11), 4)).toBe(false);
});

test("seasons are taken out and put back", () => {
  const { restore, values } = seasonallyAdjusted(seasonal, 4);
  restore(values, 0).forEach((value, i) => void expect(value).toBeCloseTo(seasonal[i]!, 10));
});

test.each(["combination", "theta", "damped", "ets", "seasonal-naive"] as const)("%s carries the seasons on", (name) => {
  const ahead = forecast(name, seasonal, 4, 4);
  expect(ahead[0]! - ahead[2]!).toBeGreaterThan(60);
});
