import { otherStart } from "../../../src/forecast";
import { savings } from "./sample";

const of = (...points: (typeof savings)["points"][number][]) => ({ ...savings, points });

test("a growth of all the years may count from another of the points", () => {
  const forecast = of({ year: 2020, value: 80 }, { year: 2023, value: 100 }, { year: 2028, value: 130 });
  expect(otherStart(forecast, "TOTAL", 30)).toEqual({ year: 2023, value: 100, isGiven: true, growthBefore: 25 });
  expect(otherStart(forecast, "TOTAL", 45)).toBeNull();
});

test("how finely a point was printed tells how far it leaves the start open", () => {
  const printed = (digits: number) =>
    of(
      { year: 2020, value: 80 },
      { year: 2023, value: 100, printed: (100).toFixed(digits) },
      { year: 2028, value: 130, printed: (130).toFixed(digits) },
    );
  expect(otherStart(printed(0), "TOTAL", 31)).toMatchObject({ year: 2023 });
  expect(otherStart(printed(2), "TOTAL", 31)).toBeNull();
});

test("a growth a year may count from the year after the first, if that lies on the way and is no steeper than 50 %", () => {
  const forecast = of({ year: 2020, value: 100 }, { year: 2025, value: 200 });
  expect(otherStart(forecast, "YEARLY", 18)).toMatchObject({ year: 2021, isGiven: false });
  expect(otherStart(forecast, "YEARLY", 18)!.value).toBeCloseTo(200 / 1.18 ** 4);
  expect(otherStart(forecast, "YEARLY", 20)).toBeNull();
  expect(otherStart(forecast, "YEARLY", 7)).toBeNull();
});

test("no growth counts from nothing", () => {
  for (const value of [0, -5])
    expect(() => otherStart(of({ year: 2020, value }, { year: 2025, value: 5 }), "YEARLY", 10)).toThrow(
      new RangeError(`growth expects a base above 0, got ${value}`),
    );
});
