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
  expect(milestone(flat, 500).explanation).toContain("unlikely by 2014");
});
