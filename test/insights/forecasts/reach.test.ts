import { reachOf } from "../../../src/insights/forecasts/reach";
import { foretold } from "./foretold";

const turning = foretold({ 2020: 100, 2024: 150, 2028: 90 });

test("a path that turns comes to what lies above its start before it turns", () => {
  expect(reachOf(turning, 140)).toMatchObject({
    year: 2024,
    earliest: 2024,
    latest: 2024,
    explanation:
      "By its path from 100 in 2020 over 150 in 2024 to 90 in 2028 it stands at 140 in 2024. That holds if it comes true.",
  });
});

test("and to what lies below its start after it", () => {
  expect(reachOf(turning, 95)).toMatchObject({ year: 2028, earliest: 2028, latest: 2028 });
});

test("what rounding leaves open is told by the sentence as by the years", () => {
  const slow = foretold({ 2020: 10, 2030: 15 });
  expect(reachOf(slow, 14.5)).toMatchObject({
    year: 2030,
    earliest: 2029,
    latest: 2030,
    explanation:
      "By its path from 10 in 2020 to 15 in 2030 it stands at 14.5 in 2030, before rounding between 2029 and 2030. That holds if it comes true.",
  });
  expect(reachOf(slow, 15)).toMatchObject({
    latest: null,
    explanation: expect.stringContaining("in 2030, before rounding from 2030 on, or not at all."),
  });
  expect(reachOf(slow, 99)).toMatchObject({ year: null, earliest: null, latest: null });
});
