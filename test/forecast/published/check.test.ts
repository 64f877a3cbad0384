import fc from "fast-check";
import { beforeRounding, checkPublished, growthPercent, growthRange } from "../../../src/forecast";
import { savings } from "./sample";

test("96 to 249 grows 159.4 %; the stated 158 % is within rounding, which allows 157.5 to 161.3 %", () => {
  const { cagr, growth } = checkPublished(savings);
  expect(growth).toMatchObject({ verdict: "WITHIN_ROUNDING", statedPercent: 158, computedPercent: 159.375 });
  expect(growth.lowestPercent).toBeCloseTo(157.5, 1);
  expect(growth.highestPercent).toBeCloseTo(161.3, 1);
  expect(growth.explanation).toBe(
    "96 to 249 is a growth of 159.4 % (157.5 to 161.3 % before rounding); stated 158 %: within what rounding allows.",
  );
  expect(cagr).toMatchObject({ verdict: "NOTHING_STATED", statedPercent: null });
});

test.each([
  ["159", "AGREES"],
  ["159.4", "AGREES"],
  ["160", "WITHIN_ROUNDING"],
  ["161.5", "CONTRADICTS"],
  ["162", "CONTRADICTS"],
  ["157", "CONTRADICTS"],
  ["259", "CONTRADICTS"],
])("a stated growth of %s %% gets the verdict %s", (statedGrowth, verdict) => {
  expect(checkPublished({ ...savings, statedGrowth }).growth.verdict).toBe(verdict);
});

test("the growth a year is checked as well", () => {
  expect(checkPublished({ ...savings, statedCagr: "21" }).cagr?.verdict).toBe("AGREES");
  expect(checkPublished({ ...savings, statedCagr: "21.5" }).cagr?.verdict).toBe("CONTRADICTS");
  expect(checkPublished(savings).cagrPercent).toBeCloseTo(21.0, 1);
});

test("whatever figures hide behind the printed ones, their growth lies in the range", () => {
  const printed = fc.integer({ min: 1, max: 999 });
  const hidden = fc.double({ min: -0.4999, max: 0.4999, noNaN: true });
  fc.assert(
    fc.property(printed, printed, hidden, hidden, (a, b, da, db) => {
      const { highest, lowest } = growthRange(beforeRounding(a), beforeRounding(b));
      const growth = growthPercent(a + da, b + db);
      expect(growth).toBeGreaterThanOrEqual(lowest - 1e-9);
      expect(growth).toBeLessThanOrEqual(highest + 1e-9);
    }),
  );
});

test("printed digits show how finely a figure was rounded", () => {
  expect(beforeRounding("1.20").lowest).toBeCloseTo(1.195, 10);
  expect(beforeRounding(1.2).highest).toBeCloseTo(1.25, 10);
  expect(beforeRounding("3,400")).toEqual({ lowest: 3399.5, highest: 3400.5 });
  expect(beforeRounding("200", 100)).toEqual({ lowest: 150, highest: 250 });
  expect(beforeRounding("2e3")).toEqual({ lowest: 1500, highest: 2500 });
});

test("what cannot be checked is refused", () => {
  const points = savings.points;
  expect(() => checkPublished({ ...savings, points: points.slice(0, 1) })).toThrow("at least two points, got 1");
  expect(() => checkPublished({ ...savings, points: [{ year: 2023, value: 0 }, points[1]!] })).toThrow(
    "a base above 0, got 0",
  );
  expect(() => checkPublished({ ...savings, points: [points[0]!, { ...points[1]!, unit: "EUR" }] })).toThrow(
    "one unit, got billion USD and EUR",
  );
  expect(() => checkPublished({ ...savings, points: [points[0]!, points[0]!] })).toThrow("got two for 2023");
  expect(() => checkPublished({ ...savings, statedGrowth: "a lot" })).toThrow(TypeError);
  expect(() => beforeRounding("3", 0)).toThrow(RangeError);
});

test("where no growth a year leads to a loss, the total growth stands all the same", () => {
  const loss = [
    { year: 2020, value: 100 },
    { year: 2025, value: -50 },
  ];
  expect(checkPublished({ ...savings, points: loss, statedGrowth: "-150" })).toMatchObject({
    growthPercent: -150,
    growth: { verdict: "AGREES" },
    cagrPercent: null,
    cagr: null,
  });
});
