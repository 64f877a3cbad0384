import { coverage, type Measure, mase, methods, msis, naiveError, project, scaleOf, smape } from "../../src/forecast";
import type { Asked } from "./arguments";
import type { Case } from "./cases";

/** How well one series was foretold. */
export interface Score {
  readonly period: string;
  readonly smape: number;
  readonly mase: number;
  readonly naiveSmape: number;
  readonly naiveMase: number;
  readonly covered80: number;
  readonly covered95: number;
  readonly msis: number;
  readonly milliseconds: number;
  /** What the process worked meanwhile, its compiler and collector too, in milliseconds. */
  readonly processor: number;
}

/**
 * Foretells a series from its history alone and holds it against what followed. What cannot be scaled, as where the history
 * never changed, is infinite or no number.
 *
 * @throws Error that names the series
 */
export function scoreOf(one: Case, asked: Asked): Score {
  try {
    return scoreFrom(one, asked);
  } catch (error) {
    throw new Error(`series ${one.id}: ${error instanceof Error ? error.message : error}`);
  }
}

function scoreFrom({ actual, frequency, history, horizon, period }: Case, asked: Asked): Score {
  const measure = measureOf(asked, history);
  const points = history.map((value, i) => ({ at: 2000 + i / frequency, value }));
  const [began, worked] = [performance.now(), process.cpuUsage()];
  const projection = project(points, { horizon, frequency, measure, method: asked.method, levels: [0.8, 0.95] });
  const milliseconds = performance.now() - began;
  const { user, system } = process.cpuUsage(worked);
  const forecast = projection.points.map(({ value }) => value);
  const [at80, at95] = [0, 1].map((level) => projection.points.map(({ intervals }) => intervals[level]!));
  const unit = naiveError(history, history.length > frequency ? frequency : 1);
  const scale = scaleOf(history.every((value) => value >= 0) ? { kind: "positive" } : { kind: "any" }, history);
  const naive2 = methods.naive2(history.map(scale.to), horizon, { period: frequency, scale }).forecast.map(scale.from);
  return {
    period,
    smape: smape(actual, forecast),
    mase: mase(actual, forecast, unit),
    naiveSmape: smape(actual, naive2),
    naiveMase: mase(actual, naive2, unit),
    covered80: coverage(actual, at80!),
    covered95: coverage(actual, at95!),
    msis: msis(actual, at95!, 0.95, unit),
    milliseconds,
    processor: (user + system) / 1000,
  };
}

function measureOf({ measure, method }: Asked, history: readonly number[]): Measure {
  const wanted = measure === "auto" ? (method === "combination" ? "positive" : "any") : measure;
  return wanted === "positive" && history.every((value) => value >= 0) ? { kind: "positive" } : { kind: "any" };
}
