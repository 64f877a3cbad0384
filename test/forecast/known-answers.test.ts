import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mase, methods, naiveError, scaleOf } from "../../src/forecast";
import { chooseEts } from "../../src/forecast/methods/ets/automatic";
import { fitEts } from "../../src/forecast/methods/ets/fit";
import type { Model } from "../../src/forecast/methods/ets/model";
import type { Fit } from "../../src/forecast/methods/method";

// What R's forecast 8.20 answers; fixtures/known-answers.R holds the calls.
interface Answer {
  readonly mean: readonly number[];
  readonly sse: number;
  readonly aicc: number;
  readonly model: string;
}
type Named = "drift" | "simple" | "holt" | "damped" | "theta";
interface Yearly extends Record<Named | "ets", Answer> {
  readonly name: string;
  readonly values: readonly number[];
}
interface Seasonal extends Record<"fixed" | "ets" | "naive" | "theta", Answer> {
  readonly name: string;
  readonly period: number;
  readonly form: string;
  readonly values: readonly number[];
}
interface Measured {
  readonly history: readonly number[];
  readonly actual: readonly number[];
  readonly mean: readonly number[];
  readonly mase: number;
}
const file = join(__dirname, "fixtures", "known-answers.json");
const known: { yearly: Yearly[]; seasonal: Seasonal[]; measured: Measured } = JSON.parse(readFileSync(file, "utf8"));

const scale = scaleOf({ kind: "any" }, []);
const made = (name: Named, values: readonly number[]): Fit => methods[name](values, 6, { period: 1, scale });
const squares = (values: readonly number[], { fitted }: Fit): number =>
  values.reduce((total, value, i) => total + (value - fitted[i]!) ** 2, 0);
const gap = (ours: readonly number[], theirs: readonly number[]): number =>
  Math.max(...ours.map((value, i) => Math.abs(value / theirs[i]! - 1)));
const series = known.yearly.map((one) => [one.name, one] as const);

test.each(series)(
  "drift, simple smoothing and Theta foretell %s as R does, to one part in 10,000",
  (_, { values, ...answers }) => {
    expect(gap(made("drift", values).forecast, answers.drift.mean)).toBeLessThan(1e-9);
    expect(gap(made("simple", values).forecast, answers.simple.mean)).toBeLessThan(1e-4);
    expect(gap(made("theta", values).forecast, answers.theta.mean)).toBeLessThan(1e-4);
  },
);

test.each(series)(
  "simple, Holt and damped smoothing miss %s by no more than R's optimum",
  (_, { values, ...answers }) => {
    for (const name of ["simple", "holt", "damped"] as const)
      expect(squares(values, made(name, values))).toBeLessThan(answers[name].sse * (1 + 1e-6));
  },
);

// Where R's search ends in the same valley the forecasts agree; for the rest ours has the lesser error, as tested above.
test.each(["LakeHuron", "WWWusage", "airmiles", "uspop", "Nile"])(
  "Holt's method foretells %s as R does, to 2 in 1,000",
  (name) => {
    const { holt, values } = known.yearly.find((one) => one.name === name)!;
    expect(gap(made("holt", values).forecast, holt.mean)).toBeLessThan(2e-3);
  },
);

test.each(["LakeHuron", "WWWusage", "airmiles"])("the damped trend foretells %s as R does, to 2 in 1,000", (name) => {
  const { damped, values } = known.yearly.find((one) => one.name === name)!;
  expect(gap(made("damped", values).forecast, damped.mean)).toBeLessThan(2e-3);
});

test.each(series)("the automatic choice for %s has a criterion at most that of R's choice", (_, { ets, values }) => {
  expect(chooseEts(values, 6, 1).aicc).toBeLessThan(ets.aicc + 0.05);
});

test.each(["Nile", "LakeHuron", "WWWusage"])("the automatic choice for %s is R's, and foretells the same", (name) => {
  const { ets, values } = known.yearly.find((one) => one.name === name)!;
  const chosen = chooseEts(values, 6, 1);
  expect(chosen.name).toBe(ets.model);
  expect(gap(chosen.forecast, ets.mean)).toBeLessThan(5e-3);
});

const seasonal = known.seasonal.map((one) => [one.name, one] as const);

test.each(seasonal)(
  "the form R was told to fit to %s is fitted at least as well, and foretells within 3 %%",
  (_, one) => {
    const [error, trend, season] = [...one.form] as [Model["error"], "A", Model["season"]];
    const { aicc, forecast } = fitEts(one.values, 8, { error, trend, season }, one.period);
    expect(aicc).toBeLessThan(one.fixed.aicc + 0.05);
    expect(gap(forecast, one.fixed.mean)).toBeLessThan(0.03);
  },
);

test.each(seasonal)(
  "the automatic choice for %s is R's, with a criterion no worse, and foretells within 2 %%",
  (_, one) => {
    const chosen = chooseEts(one.values, 8, one.period);
    expect(chosen.name).toBe(one.ets.model);
    expect(chosen.aicc).toBeLessThan(one.ets.aicc + 0.05);
    expect(gap(chosen.forecast, one.ets.mean)).toBeLessThan(0.02);
  },
);

test.each(seasonal)(
  "the seasonal naive of %s is R's, and so are its seasons, taken out of its logarithm and put back on Theta's forecast",
  (_, { naive, period, theta, values }) => {
    const amounts = scaleOf({ kind: "positive" }, values);
    const foretold = (name: "seasonal-naive" | "theta") =>
      methods[name](values.map(amounts.to), 8, { period, scale: amounts }).forecast.map(amounts.from);
    expect(gap(foretold("seasonal-naive"), naive.mean)).toBeLessThan(1e-9);
    expect(gap(foretold("theta"), theta.mean)).toBeLessThan(1e-3);
  },
);

test("MASE is what R's accuracy() reckons", () => {
  const { actual, history, mean } = known.measured;
  expect(mase(actual, mean, naiveError(history, 1))).toBeCloseTo(known.measured.mase, 6);
});
