import { checkOf, growthOf } from "../../../src/insights/forecasts/check";
import { foretold } from "./foretold";

const values = { 2018: 50, 2020: 100, 2030: 200 };

test("what is stated from a year that is a point is checked from that point on", () => {
  expect(checkOf(foretold(values, { statedGrowthPercent: 100, statedFrom: 2020 }), null)).toMatchObject({
    verdict: "AGREES",
    computedPercent: 100,
    explanation: "100 to 200 is a growth of 100.0 % (98.5 to 101.5 % before rounding); stated 100 %: agrees.",
  });
  expect(growthOf(foretold(values, { statedFrom: 2020 }), "TOTAL")).toBe(300);
});

test("a contradiction says from which year it is counted, where the statement does not", () => {
  const { explanation, verdict } = checkOf(foretold(values, { statedGrowthPercent: 100 }), null);
  expect(verdict).toBe("CONTRADICTS");
  expect(explanation).toMatch(/: more than rounding can explain, as counted from the first point, 2018\.$/);
});

test("a loss has a growth, but none a year", () => {
  const loss = foretold({ 2020: 100, 2025: -50 }, { statedCagrPercent: -10 });
  expect([growthOf(loss, "TOTAL"), growthOf(loss, "YEARLY")]).toEqual([-150, null]);
  expect(checkOf(loss, null)).toMatchObject({
    measure: "YEARLY",
    verdict: "CANNOT_BE_CHECKED",
    explanation: "a growth a year expects a last value of 0 or more, got -50; stated -10 %, which cannot be checked.",
  });
});
