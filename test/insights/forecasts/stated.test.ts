import { checkOf, growthOf } from "../../../src/insights/forecasts/check";
import { Qualifier } from "../../../src/knowledge/qualifier";
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
  const { explanation, verdict } = checkOf(foretold(values, { statedGrowthPercent: 700 }), null);
  expect(verdict).toBe("CONTRADICTS");
  expect(explanation).toMatch(/: more than rounding can explain, as counted from the first point, 2018\.$/);
});

test("it is undecided where some year within the points would make it follow, and which is told", () => {
  expect(checkOf(foretold(values, { statedGrowthPercent: 101 }), null)).toMatchObject({
    verdict: "UNDECIDED",
    computedPercent: 300,
    explanation: expect.stringMatching(
      /^50 to 200 .* as counted from the first point, 2018; .* from 2020 on it would agree, which is one of its points\.$/,
    ),
  });
  // 200 in 2030 after 20.5 % a year from 2021 on: 200 / 1.205^9 = 37.34 in 2021, where 34 stood in 2020.
  expect(checkOf(foretold({ 2020: 34, 2030: 200 }, { statedCagrPercent: 20.5 }), null)).toMatchObject({
    verdict: "UNDECIDED",
    explanation: expect.stringMatching(
      /from 2021 on it would agree if 2021 stood at 37\.34, 9\.82 % more than 2020\.$/,
    ),
  });
});

test("it contradicts where the year it would have to count from cannot be", () => {
  const verdictOf = (stated: number) =>
    checkOf(foretold({ 2020: 34, 2030: 200 }, { statedCagrPercent: stated }), null).verdict;
  // 10 % a year would need 84.8 in 2021, two and a half times as much as the year before; 30 % less than stood in 2020.
  expect([verdictOf(10), verdictOf(30), verdictOf(-200)]).toEqual(["CONTRADICTS", "CONTRADICTS", "CONTRADICTS"]);
  expect(checkOf(foretold({ 2020: 34, 2030: 200 }, { statedCagrPercent: 20.5, statedFrom: 2020 }), null).verdict).toBe(
    "CONTRADICTS",
  );
});

test("figures told roughly are not said to be rounded, and shares are told in points as well", () => {
  const about = foretold(
    { 2020: 50, 2030: 60 },
    { indicator: { slug: "share", unit: "percent", minimum: 0, maximum: 100 } },
  );
  const rough = { ...about, points: about.points.map((point) => ({ ...point, qualifier: Qualifier.AT_LEAST })) };
  expect(checkOf(about, null).explanation).toBe(
    "50 to 60 is a growth of 20.0 % (10 percentage points; 17.8 to 22.2 % before rounding); no growth is stated.",
  );
  expect(checkOf(rough, null).explanation).toMatch(/^50 to 60 .* its figures, told roughly, allow /);
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
