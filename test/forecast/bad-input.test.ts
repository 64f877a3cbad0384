import { type MethodName, milestone, percentage, positive, project, scenario } from "../../src/forecast";
import { pointsOf } from "./points";

const some = pointsOf([3, 4, 6, 5, 7, 9, 8]);

test("no points are refused", () => {
  expect(() => project([], { horizon: 3 })).toThrow(new RangeError("a series expects at least one point, got none"));
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, "7" as unknown as number])(
  "a value of %p is refused, with its time",
  (value) => {
    expect(() => project([...some, { at: 2010, value }], { horizon: 3 })).toThrow(TypeError);
    expect(() => project([...some, { at: 2010, value }], { horizon: 3 })).toThrow("at 2010");
  },
);

test("a time that is no number is refused", () => {
  expect(() => project([{ at: Number.NaN, value: 1 }], { horizon: 3 })).toThrow(TypeError);
});

test("two values for one time are refused", () => {
  expect(() => project([...some, { at: 2003, value: 1 }], { horizon: 3 })).toThrow("got two for 2003");
});

test("times so far apart that they are a slip are refused, before they fill the memory", () => {
  expect(() => project([...some, { at: -1e9, value: 1 }, { at: -2e9, value: 1 }].slice(-4), { horizon: 3 })).toThrow(
    /^a series expects at most 100000 steps from its first value to its last, got \d+: give a frequency that fits/,
  );
});

test("a time between the steps is refused", () => {
  expect(() => project([...some, { at: 2010.4, value: 1 }], { horizon: 3 })).toThrow("got 2010.4");
});

test.each([0, -1, 1.5, 201, 500, Number.NaN])("a horizon of %p is refused", (horizon) => {
  expect(() => project(some, { horizon })).toThrow(
    new RangeError(`a projection expects a horizon of 1 to 200 steps, got ${horizon}`),
  );
});

test.each([0, 1, 95, -0.5, Number.NaN])("a level of %p is refused", (level) => {
  expect(() => project(some, { horizon: 3, levels: [level] })).toThrow(`above 0 and below 1, got ${level}`);
});

test("no levels are refused: no number without an interval", () => {
  expect(() => project(some, { horizon: 3, levels: [] })).toThrow(RangeError);
});

test("an unknown method is refused with the names of the known", () => {
  expect(() => project(some, { horizon: 3, method: "prophet" as MethodName })).toThrow("combination, naive");
});

test.each([0, 0.5, 52.18, 367, Number.NaN])("a frequency of %p is refused", (frequency) => {
  expect(() => project(some, { horizon: 3, frequency })).toThrow(`expects a frequency of 1 to 366, got ${frequency}`);
});

test("a negative where a share is meant is refused, and so is 101 %", () => {
  expect(() => project(pointsOf([5, -1]), { horizon: 3, measure: percentage })).toThrow("got -1 at 2001");
  expect(() => project(pointsOf([5, 101]), { horizon: 3, measure: percentage })).toThrow("got 101 at 2001");
});

test("a negative amount is refused", () => {
  expect(() => project(pointsOf([5, -1]), { horizon: 3, measure: positive })).toThrow(
    "expects values of 0 or more, got -1",
  );
});

test("bounds the wrong way round are refused", () => {
  const measure = { kind: "bounded", low: 1, high: 0 } as const;
  expect(() => project(some, { horizon: 3, measure })).toThrow("expects low below high");
});

test("zeros among amounts are carried on by amounts, with a warning", () => {
  const { points, warnings } = project(pointsOf([0, 3, 0, 0, 5, 1, 0, 2, 0]), { horizon: 4, measure: positive });
  expect(warnings.join()).toContain("there are zeros");
  for (const { intervals, value } of points)
    for (const x of [value, ...intervals.map(({ low }) => low)]) expect(x).toBeGreaterThanOrEqual(0);
});

test("a share on its bound is answered, with a warning", () => {
  expect(project(pointsOf([90, 95, 98, 100, 100]), { horizon: 3, measure: percentage }).warnings.join()).toContain(
    "on its bound",
  );
});

test("a milestone that is no number and a scenario without sense are refused", () => {
  const projection = project(some, { horizon: 3 });
  expect(() => milestone(projection, Number.NaN)).toThrow(TypeError);
  expect(() => scenario(projection, { from: 2050, growth: 0.01 })).toThrow("expects to begin by 2009");
  expect(() => scenario(projection, { from: 2007, growth: -1 })).toThrow("above -1");
  expect(() => scenario(project(pointsOf([-3, -2, -1]), { horizon: 2 }), { from: 2003, growth: 0.1 })).toThrow(
    "values above 0",
  );
});
