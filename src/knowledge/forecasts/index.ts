import { any, many, one, optional } from "../../graph/edge";
import { Subject } from "../fact";
import { Indicator } from "../indicators/indicator";
import { type Claims, type Fault, fact, sentence } from "../kind";
import { Organisation } from "../organisations/organisation";
import { Forecast, ForecastInput } from "./forecast";
import { unchangedSql } from "./unchanged";

export const forecasts = fact<ForecastInput>({
  name: "forecasts",
  one: "forecast",
  by: "slug",
  entity: Forecast,
  input: ForecastInput,
  identify: ({ slug }) => slug,
  edges: [
    one(Forecast, "forecaster", Organisation, "Who foretells it."),
    one(Forecast, "indicator", Indicator, "What is foretold."),
    any(Forecast, "subject", "Subject", "Of what it is foretold."),
    optional(
      one(Forecast, "revises", Forecast, "The earlier forecast it takes the place of; null when it revises none."),
    ),
    many(
      Organisation,
      "forecasts",
      Forecast,
      { on: "forecaster", order: ["published desc"] },
      "What it foretold, the latest first.",
    ),
    many(
      Indicator,
      "forecasts",
      Forecast,
      { on: "indicator", order: ["published desc"] },
      "What is foretold of it, the latest first.",
    ),
    many(
      Subject,
      "forecasts",
      Forecast,
      { on: "subject", holds: "globalId", order: ["indicator.name", "published desc"] },
      "What is foretold of it.",
    ),
  ],
  claims: {
    compares: {
      baseValue: "rounded",
      targetYear: "exactly",
      targetValue: "rounded",
      statedGrowthPercent: "rounded",
      statedCagrPercent: "rounded",
    } as Claims["compares"],
    together: [["points", "baseYear", "baseValue", "targetYear", "targetValue", "note"] as never],
    says: ({ points, statedGrowthPercent, statedCagrPercent }) =>
      sentence({
        ...Object.fromEntries(points.map(({ year, value }) => [`${year}:`, value])),
        "growth in percent": statedGrowthPercent,
        "yearly growth in percent": statedCagrPercent,
      }),
  },
  order: ["published desc"],
  derives: ({ points }) => {
    const [base, target] = [points.length > 1 ? points[0] : undefined, points.at(-1)];
    return {
      ...(base && { baseYear: base.year, baseValue: base.value }),
      ...(target && { targetYear: target.year, targetValue: target.value }),
    };
  },
  check: ({ points }) =>
    points.length === 0
      ? [{ path: "points", message: "expected at least one point, got none" }]
      : [...rising(points), ...rounded(points)],
  mentions: ({ subject }) => [{ path: "subject", id: subject }],
  audit: unchangedSql,
});

function rounded(points: readonly { roundedTo?: number }[]): Fault[] {
  return points.flatMap(({ roundedTo }, i) =>
    roundedTo === undefined || roundedTo === null || roundedTo > 0
      ? []
      : [{ path: `points.${i}.roundedTo`, message: `expected a number above 0, got ${roundedTo}` }],
  );
}

function rising(points: readonly { year: number }[]): Fault[] {
  return points.flatMap(({ year }, i) => {
    const before = points[i - 1]?.year;
    return before === undefined || year > before
      ? []
      : [{ path: `points.${i}.year`, message: `expected a year after ${before}, got ${year}` }];
  });
}
