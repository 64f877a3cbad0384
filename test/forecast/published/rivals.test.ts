import { comparable, percentage, positive, sanityOf, sideBySide } from "../../../src/forecast";
import { savings } from "./sample";

const defined = { ...savings, priceYear: 2020, definition: "savings" };

const other = {
  ...savings,
  forecaster: "Another",
  points: [
    { year: 2024, value: 100 },
    { year: 2026, value: 144 },
  ],
};

test("forecasts stand side by side year by year, null where one does not speak", () => {
  const { forecasters, years } = sideBySide([savings, other]);
  expect(forecasters).toEqual(["Juniper Research", "Another"]);
  expect(years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026, 2027, 2028]);
  expect(years[0]!.values).toEqual([96, null]);
  expect(years[2]!.values[1]).toBeCloseTo(120, 10);
  expect(years[1]!.ratio).toBeCloseTo((96 * (249 / 96) ** 0.2) / 100, 10);
  expect(years[0]!.ratio).toBeNull();
});

test("a forecast with one point speaks of that year alone", () => {
  const { years } = sideBySide([savings, { ...other, points: other.points.slice(0, 1) }]);
  expect(years.filter(({ values }) => values[1] !== null).map(({ year }) => year)).toEqual([2024]);
});

test("they are comparable if they count the same thing", () => {
  expect(comparable(defined, { ...defined, points: other.points })).toEqual({ verdict: "COMPARABLE", reasons: [] });
  expect(comparable(defined, { ...defined, scope: "europe" })).toEqual({
    verdict: "NOT_COMPARABLE",
    reasons: ["they speak of world and of europe"],
  });
  expect(comparable(savings, { ...other, unit: "billion EUR" }).verdict).toBe("NOT_COMPARABLE");
  expect(comparable({ ...savings, priceYear: 2020 }, { ...other, priceYear: 2015 }).verdict).toBe("NOT_COMPARABLE");
  expect(
    comparable({ ...savings, definition: "What is saved." }, { ...savings, definition: "What is earned." }).reasons,
  ).toContain('their definition differs: "What is saved" and "What is earned"');
  expect(comparable({ ...savings, definition: "savings" }, { ...other, definition: "revenue" }).verdict).toBe(
    "NOT_COMPARABLE",
  );
});

test("what only one of them says calls for care", () => {
  expect(comparable(defined, { ...defined, priceYear: null })).toEqual({
    verdict: "WITH_CARE",
    reasons: ["only one of them says its year of prices"],
  });
});

test("what neither of them says calls for care too; only money has a year of prices", () => {
  expect(comparable(savings, other)).toEqual({
    verdict: "WITH_CARE",
    reasons: ["neither of them says its year of prices", "neither of them says its definition"],
  });
  expect(comparable({ ...savings, unit: "lamps" }, { ...other, unit: "lamps" }).reasons).toEqual([
    "neither of them says its definition",
  ]);
});

test("none, or forecasts of different indicators, are refused", () => {
  expect(() => sideBySide([])).toThrow("at least one forecast, got none");
  expect(() => sideBySide([savings, { ...other, indicator: "smart-city-revenue" }])).toThrow(
    "rivals expect one indicator",
  );
});

test("a sane forecast has nothing odd about it", () => {
  expect(sanityOf(savings, positive)).toEqual([]);
});

test("what is odd about a forecast is said, all of it", () => {
  const points = [
    { year: 2020, value: 2 },
    { year: 2021, value: 120, unit: "million USD" },
  ];
  expect(sanityOf({ ...savings, points }, percentage)).toEqual([
    "mixed units: billion USD, million USD",
    "2021: 120, outside 0 to 100",
    "2020 to 2021: 5900 % a year",
    "its last year, 2021, is not after its publication in 2023",
  ]);
  expect(sanityOf({ ...savings, points: [], unit: " " }, positive)).toEqual([
    "no point: no growth can be reckoned",
    "no unit",
  ]);
});
