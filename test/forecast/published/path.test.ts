import { cagrPercent, impliedPath, impliedValue, timeReached, wayTo } from "../../../src/forecast";
import { savings } from "./sample";

test("between its points a forecast implies a value for each year", () => {
  const path = impliedPath(savings);
  expect(path.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026, 2027, 2028]);
  expect(path[0]).toEqual({ year: 2023, geometric: 96, linear: 96, given: true });
  expect(path[5]!.geometric).toBeCloseTo(249, 10);
  expect(path[1]!.linear).toBeCloseTo(126.6, 10);
  expect(path[1]!.geometric! / 96).toBeCloseTo(1 + cagrPercent(96, 249, 5) / 100, 10);
  expect(path[1]!.given).toBe(false);
});

test("through several points it passes each", () => {
  const points = [...savings.points, { year: 2025, value: 200 }];
  expect(impliedValue({ ...savings, points }, 2025)).toEqual({ year: 2025, geometric: 200, linear: 200, given: true });
});

test("a year outside, even one already past, is refused: nothing was said of it", () => {
  expect(() => impliedValue(savings, 2030)).toThrow("expects years from 2023 to 2028, got 2030 to 2030");
  expect(() => impliedValue(savings, 2019)).toThrow(RangeError);
});

test("values that are not above zero have no growth and lie on a line", () => {
  const points = [
    { year: 2020, value: 0 },
    { year: 2022, value: 10 },
  ];
  expect(impliedValue({ ...savings, points }, 2021)).toEqual({ year: 2021, geometric: null, linear: 5, given: false });
});

test("a path comes to a value in the midst of a year, or not at all", () => {
  const at = timeReached(savings, 200)!;
  expect(96 * (249 / 96) ** ((at - 2023) / 5)).toBeCloseTo(200, 9);
  expect(timeReached(savings, 249)).toBe(2028);
  expect(timeReached(savings, 90)).toBe(2023);
  expect(timeReached(savings, 250)).toBeNull();
  const falling = { ...savings, points: [...savings.points].map(({ year, value }) => ({ year, value: -value })) };
  expect(timeReached(falling, -172.5)).toBeCloseTo(2025.5, 9);
  expect(() => timeReached(savings, Number.NaN)).toThrow(TypeError);
});

test("a path that turns is walked from point to point, up to what lies above its start and down to what lies below", () => {
  const turning = {
    ...savings,
    points: [
      { year: 2020, value: 100 },
      { year: 2024, value: 150 },
      { year: 2028, value: 90 },
    ],
  };
  expect(timeReached(turning, 140)).toBeCloseTo(2020 + (4 * Math.log(1.4)) / Math.log(1.5), 9);
  expect(timeReached(turning, 95)).toBeCloseTo(2024 + (4 * Math.log(95 / 150)) / Math.log(90 / 150), 9);
  expect(timeReached(turning, 100)).toBe(2020);
  for (const beyond of [151, 89]) expect(timeReached(turning, beyond)).toBeNull();
  expect([140, 95].map((value) => wayTo(turning, value))).toEqual(["rising", "falling"]);
});
