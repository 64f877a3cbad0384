import { milestone, percentage, positive, project } from "../../src/forecast";
import { pointsOf } from "./points";

const urban = pointsOf([
  36.2, 37.7, 39.1, 40.5, 41.8, 43.0, 44.3, 45.9, 47.0, 48.3, 50.0, 51.8, 53.1, 54.5, 55.8, 57.3, 58.8, 60.2, 61.5,
  62.7, 63.9,
]);
const projection = project(urban, { horizon: 40, measure: percentage });

test("a milestone ahead is given as times with probabilities", () => {
  const found = milestone(projection, 80);
  expect(found.direction).toBe("rising");
  expect(found.reachedAt).toBeNull();
  expect(found.likely!).toBeGreaterThan(2030);
  expect(found.earliest!).toBeLessThanOrEqual(found.likely!);
  expect(found.explanation).toContain(`as likely as not by ${found.likely}`);
});

test("the probability never falls with time", () => {
  const shares = milestone(projection, 75).byTime.map(({ probability }) => probability);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
});

test("at the projected value a milestone is as likely as not", () => {
  const at = projection.points[5]!;
  expect(milestone(projection, at.value).byTime[5]!.probability).toBeCloseTo(0.5, 6);
});

test("it agrees with the intervals: at the upper end of 80 % the chance is one in ten", () => {
  const at = projection.points[5]!;
  expect(milestone(projection, at.intervals[1]!.high).byTime[5]!.probability).toBeCloseTo(0.1, 2);
});

test("a milestone already passed is answered with the time it was reached", () => {
  expect(milestone(projection, 50)).toMatchObject({
    reachedAt: 2010,
    earliest: 2010,
    latest: 2010,
    explanation: "50 was reached in 2010.",
  });
});

test("a falling series reaches lower values", () => {
  const falling = project(pointsOf([90, 85, 79, 76, 70, 66, 61, 57, 54, 50]), { horizon: 10, measure: positive });
  const found = milestone(falling, 40);
  expect(found.direction).toBe("falling");
  expect(found.likely!).toBeGreaterThan(2010);
  expect(milestone(falling, 70).reachedAt).toBe(2004);
});

test("a milestone out of reach is called unlikely, with its chance", () => {
  const flat = project(pointsOf([10, 11, 10, 11, 10, 11, 10, 11, 10, 11, 10, 11]), { horizon: 3, measure: positive });
  expect(milestone(flat, 500)).toMatchObject({ earliest: null, likely: null, latest: null });
  expect(milestone(flat, 500).explanation).toBe("500 is unlikely by 2014: below 1 %.");
});

test("the chance of an amount far below what is projected tends to nothing, and 0 is never reached", () => {
  const amounts = project(pointsOf([90, 110, 95, 120, 100, 108, 94, 117, 103, 99]), { horizon: 20, measure: positive });
  const chances = [50, 10, 1, 1e-3, 1e-9].map((value) => milestone(amounts, value).byTime.at(-1)!.probability);
  expect(chances).toEqual([...chances].sort((a, b) => b - a));
  expect(new Set(chances).size).toBe(chances.length);
  expect(chances.at(-1)!).toBeLessThan(0.01);
  expect(milestone(amounts, 0)).toMatchObject({ earliest: null, reachedAt: null });
  expect(milestone(amounts, 0).byTime.every(({ probability }) => probability === 0)).toBe(true);
});

test("what the measure cannot be is refused", () => {
  expect(() => milestone(projection, 101)).toThrow("a milestone expects a value from 0 to 100, got 101");
  const amounts = project(pointsOf([3, 2, 4, 3]), { horizon: 2, measure: positive });
  expect(() => milestone(amounts, -1)).toThrow("a milestone expects a value from 0 to Infinity, got -1");
});
