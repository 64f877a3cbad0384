import { recordOf } from "../../../src/insights/forecasts/outcome";
import { type Observed } from "../../../src/insights/series/series";
import { Qualifier } from "../../../src/knowledge/qualifier";
import { foretold } from "./foretold";

const seen = (period: string, value: number): Observed => ({
  id: `Observation:${period}`,
  period,
  value,
  status: "MEASURED",
  qualifier: "EXACTLY",
});

const yearsOf = (published: string | null, observed: readonly Observed[], now = 2026) => {
  const forecast = foretold({ 2018: 10, 2020: 20, 2022: 30, 2026: 40 }, { published });
  const { outcomes, course, reason } = recordOf(forecast, observed, now);
  return { years: outcomes.map(({ year }) => year), course: course?.year ?? null, reason };
};

const all = [2018, 2019, 2020, 2021, 2022, 2024].map((year) => seen(String(year), 25));

test("a year counts once it is over: a part of it tells nothing yet", () => {
  expect(yearsOf(null, [...all, seen("2026-03", 40)]).years).toEqual([2020, 2022]);
  expect(yearsOf(null, [...all, seen("2026-03", 40)], 2027).years).toEqual([2020, 2022, 2026]);
});

test("a value that could be known when the forecast was published is no hit", () => {
  expect(yearsOf("2020-11", all).years).toEqual([2022]);
  expect(yearsOf("2024-01", all)).toEqual({
    years: [],
    course: null,
    reason: "2026, the first year it speaks of, is not over by the revision of this answer",
  });
  expect(yearsOf("2022", all)).toMatchObject({ years: [], course: 2024 });
});

test("without a date it is judged from the year it starts from on; one point without a date is not", () => {
  const dated = foretold({ 2020: 20 }, { published: "2018" });
  expect(recordOf(dated, all, 2026).outcomes.map(({ year }) => year)).toEqual([2020]);
  expect(recordOf({ ...dated, published: null }, all, 2026)).toEqual({
    outcomes: [],
    course: null,
    reason: "when it was published is not known, and one point does not tell: what could be known by then is no hit",
    isOver: true,
  });
});

test("what is to be at most so much is kept below nothing as well", () => {
  for (const [limit, value, kept] of [
    [3, -1, true],
    [-5, -10, true],
    [-5, -1, false],
  ] as const) {
    const [point] = foretold({ 2020: limit }).points;
    const most = foretold({}, { published: "2018", points: [{ ...point!, qualifier: Qualifier.AT_MOST }] });
    expect(recordOf(most, [seen("2020", value)], 2026).outcomes).toMatchObject([{ cameTrue: kept }]);
  }
});

test("a forecast of nothing later than its publication says so", () => {
  expect(yearsOf("2026", all)).toMatchObject({
    reason: "its last year, 2026, is not later than its publication in 2026: what could be known by then is no hit",
  });
});
