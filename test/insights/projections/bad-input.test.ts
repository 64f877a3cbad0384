import { type OwnWorld, world } from "../../support/world";

const head = (slug: string) =>
  `source: { slug: ${slug}, title: ${slug}, publisher: one, kind: PUBLISHER, licence: CC0-1.0, licenceClass: PERMISSIVE }`;

const things = `
${head("things")}
organisations: [{ slug: one, name: One }]
regions: [{ slug: none, name: None }, { slug: single, name: Single }, { slug: pair, name: Pair }, { slug: level, name: Level }, { slug: zeros, name: Zeros }, { slug: gap, name: Gap }, { slug: months, name: Months }, { slug: full, name: Full }, { slug: old, name: Old }, { slug: signed, name: Signed }]
indicators:
  - { slug: lamps, name: Lamps, definition: Lamps., unit: lamps, direction: NOT_SCORED, subjects: [REGION], minimum: 0 }
  - { slug: lit, name: Lit, definition: Lit., unit: percent, direction: NOT_SCORED, subjects: [REGION], minimum: 0, maximum: 100 }
  - { slug: masts, name: Masts, definition: Masts., unit: masts, direction: NOT_SCORED, subjects: [REGION], minimum: 0 }
  - { slug: change, name: Change, definition: Change., unit: percent, direction: NOT_SCORED, subjects: [REGION] }`;

const seen = (of: string, indicator: string, from: number, ...values: readonly (number | null)[]) =>
  values.flatMap((value, i) =>
    value === null
      ? []
      : [`{ subject: "Region:${of}", indicator: ${indicator}, period: "${from + i}", value: ${value} }`],
  );

const values = (more: readonly string[] = []) => `
${head("values")}
observations: [${[
  ...seen("single", "lamps", 2020, 7),
  ...seen("pair", "lamps", 2020, 7, 8),
  ...seen("level", "lamps", 2015, 5, 5, 5, 5, 5, 5),
  ...seen("zeros", "lamps", 2015, 0, 3, 0, 0, 5, 1),
  ...seen("gap", "lamps", 2000, 10, 11, ...Array(11).fill(null), 30, 31),
  ...seen("full", "lit", 2015, 90, 95, 99, 100, 100),
  ...seen("full", "masts", 2005, 5, 7, 8, 12, 11, 15, 19, 18, 24, 31, 30, 38),
  ...seen("level", "masts", 2008, 50, 41, 48, 52, 61, 47, 58, 66, 80),
  ...seen("single", "masts", 2018, 9, 11),
  ...seen("pair", "masts", 2018, 9, 10, 12),
  ...seen("signed", "change", 2012, -3, 2, -1, 4, 0, 2, -5, 1, 2),
  `{ subject: "Region:months", indicator: lamps, period: "2020-05", value: 4 }`,
  `{ subject: "Region:months", indicator: lamps, period: "2018", value: 4, qualifier: ABOUT }`,
  `{ subject: "Region:months", indicator: lamps, period: "2019", value: 5 }`,
  `{ subject: "Region:months", indicator: lamps, period: "2021", value: 9, status: PLANNED }`,
  ...more,
].join(", ")}]
forecasts:
  - { slug: from-nothing, forecaster: one, indicator: lamps, subject: "Region:none", points: [{ year: 2020, value: 0 }, { year: 2030, value: 9 }] }
  - { slug: past-when-told, forecaster: one, indicator: lamps, subject: "Region:none", published: "2022", points: [{ year: 2018, value: 4 }, { year: 2020, value: 9 }] }`;

let graph: OwnWorld;
beforeAll(async () => {
  graph = await world(things, values());
}, 60_000);
afterAll(() => graph.close());

const fields =
  "why warnings similarSeries history { year value isObserved observation { id } } points { year value intervals { level low high } } backTest { tries }";

interface Answered {
  readonly why: string;
  readonly warnings: string[];
  readonly history: { year: number; isObserved: boolean; observation: object | null }[];
  readonly points: { value: number; intervals: { low: number | null; high: number | null }[] }[];
}

async function projected(of: string, indicator = "lamps", more = "horizon: 3"): Promise<Answered> {
  const { projection } = await graph.ask<{ projection: Answered }>(
    `{ projection(input: { subject: "Region:${of}", indicator: "${indicator}", ${more} }) { ${fields} } }`,
  );
  return projection;
}

async function refused(field: string): Promise<{ message: string; code: unknown }> {
  const { data, errors } = await graph.answer(`{ it: ${field} { warnings } }`);
  expect(data?.["it"] ?? null).toBeNull();
  return { message: errors![0]!.message, code: errors![0]!.extensions["code"] };
}

const asked = (more: string) => `projection(input: { subject: "Region:pair", indicator: "lamps", ${more} })`;

test("nothing known is refused for a question of its own", async () => {
  expect(await refused('projection(input: { subject: "Region:none", indicator: "lamps" })')).toEqual({
    message:
      "expected at least one yearly value of `lamps`, got none: of Region:none none is known; it measures a region. What sources foretell of it is told by `compareForecasts`",
    code: "BAD_USER_INPUT",
  });
  expect(await refused(asked("until: 1950"))).toMatchObject({
    message: expect.stringContaining("none is known until 1950"),
  });
});

test("one value is carried on with an interval, and says what cannot be known", async () => {
  const { points, warnings, why } = await projected("single");
  expect(why).toBe("One value leaves no choice but to carry it on.");
  expect(points.map(({ value }) => value)).toEqual([7, 7, 7]);
  for (const { intervals } of points) for (const { low, high } of intervals) expect(low! < 7 && high! > 7).toBe(true);
  expect(warnings[0]).toContain("one value shows no direction");
});

test("one value of a measure without bounds has no end to its intervals", async () => {
  const { points } = await projected("signed", "change", "until: 2012, horizon: 1");
  expect(points[0]!.intervals[0]).toEqual({ level: 0.5, low: null, high: null });
});

test("two values give a direction at half weight", async () => {
  const { points, warnings } = await projected("pair");
  expect(points[0]!.value).toBeGreaterThan(8);
  expect(points[0]!.value).toBeLessThan(9);
  expect(warnings.join()).toContain("2 values are too few to try the method on");
});

test("a short series leans on the errors of others of its indicator, as far as they are long enough", async () => {
  const { warnings, similarSeries } = (await projected("pair", "masts")) as Answered & { similarSeries: number };
  expect(similarSeries).toBe(2);
  expect(warnings).toContain("how far it may err was told from 2 similar series too");
  expect(await projected("full", "masts")).toMatchObject({ similarSeries: 1 });
});

test("values that never changed are carried on, with a warning", async () => {
  const { points, warnings } = await projected("level");
  for (const { value } of points) expect(value).toBeCloseTo(5, 9);
  expect(warnings.join()).toContain("the values never changed");
});

test("zeros among amounts stop at zero, with a warning", async () => {
  const { points, warnings } = await projected("zeros");
  for (const { intervals } of points) for (const { low } of intervals) expect(low).toBeGreaterThanOrEqual(0);
  expect(warnings.join()).toContain("there are zeros");
});

test("a share at its bound stays within, with a warning", async () => {
  const { points, warnings } = await projected("full", "lit");
  for (const { intervals } of points) for (const { high } of intervals) expect(high).toBeLessThanOrEqual(100);
  expect(warnings.join()).toContain("on its bound");
});

test("values below zero are carried on where the indicator has them", async () => {
  const { points } = await projected("signed", "change");
  expect(points.every(({ intervals }) => intervals.every(({ low }) => low! < 0))).toBe(true);
});

test("a gap of more than ten years is filled, marked and told", async () => {
  const { history, warnings } = await projected("gap");
  expect(history).toHaveLength(15);
  expect(history.filter(({ isObserved }) => !isObserved).every(({ observation }) => observation === null)).toBe(true);
  expect(warnings.join()).toContain("nothing is known between 2001 and 2013; what was filled in there is a guess");
});

test("months, and what is planned, are no part of the history, and rough values are told", async () => {
  const { history, warnings } = await projected("months");
  expect(history.map(({ year }) => year)).toEqual([2018, 2019]);
  expect(warnings).toEqual(
    expect.arrayContaining([
      "1 value planned or foretold is no part of the history",
      "1 value of periods other than one year is no part of the history",
      '1 value of the history is told as "about", "at least" or "at most"',
    ]),
  );
});

test("a scenario from before the first projected year on says from when it acts", async () => {
  const { warnings } = await projected("pair", "lamps", "scenarios: [{ from: 2010, growthPercent: 1 }]");
  expect(warnings).toContain("a scenario begins in 2010, but the first projected year is 2022: it acts from then on");
});

test("years that are over already are told", async () => {
  expect((await projected("pair")).warnings.join()).toMatch(/the series ends in 2021: the years to 202\d are over/);
});

test.each([
  [asked("horizon: 500"), "`horizon` expects 1 to 200, got 500"],
  [asked("horizon: 0"), "`horizon` expects 1 to 200, got 0"],
  [
    asked("levels: [0.8, 1]"),
    "`levels` expects probabilities above 0 and below 1, such as 0.95, got 1: nothing is certain at 100 %",
  ],
  [
    asked("levels: [95]"),
    "`levels` expects probabilities above 0 and below 1, such as 0.95, got 95: nothing is certain at 100 %",
  ],
  [asked("levels: []"), "`levels` expects 1 to 10 of them, no number without an interval, got 0"],
  [
    asked("scenarios: [{ from: 2090, growthPercent: 1 }]"),
    "a scenario expects to begin by 2031, the last projected time, got 2090",
  ],
  [
    asked("scenarios: [{ from: 2024, growthPercent: -100 }]"),
    "`growthPercent` expects percentage points above -100 and up to 1,000, got -100",
  ],
  [
    asked("scenarios: [{ from: 2024, growthPercent: 1e9 }]"),
    "`growthPercent` expects percentage points above -100 and up to 1,000, got 1000000000",
  ],
  [asked("asOf: {}"), "`asOf` expects `revision` or `date`, one of them"],
  [asked('asOf: { revision: 1, date: "2020" }'), "`asOf` expects `revision` or `date`, one of them"],
  [
    'milestone(input: { subject: "Region:full", indicator: "lit", value: 101 })',
    "`value` expects what `lit` can be, 0 to 100, got 101",
  ],
  [
    'milestone(input: { subject: "Region:pair", indicator: "lamps", value: -1 })',
    "`value` expects what `lamps` can be, 0 or more, got -1",
  ],
  [
    'milestone(input: { subject: "Region:pair", indicator: "lamps", value: 9, horizon: 201 })',
    "`horizon` expects 1 to 200, got 201",
  ],
  ['compareForecasts(subject: "Region:pair", indicator: "lamps", horizon: 0)', "`horizon` expects 1 to 200, got 0"],
])("%s is refused", async (field, message) => {
  expect(await refused(field)).toEqual({ message, code: "BAD_USER_INPUT" });
});

test("what is no number does not come so far", async () => {
  for (const value of ["NaN", '"7"', "null"])
    expect(
      (
        await graph.answer(
          `{ milestone(input: { subject: "Region:pair", indicator: "lamps", value: ${value} }) { value } }`,
        )
      ).errors,
    ).toHaveLength(1);
});

test("subjects and indicators that are not known are told", async () => {
  expect(await refused('projection(input: { subject: "Region:pairs", indicator: "lamps" })')).toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await refused('milestone(input: { subject: "Region:pair", indicator: "lampz", value: 3 })')).toMatchObject({
    message: expect.stringContaining("did you mean `lamps`"),
    code: "NOT_FOUND",
  });
  expect(await refused('compareForecasts(subject: "Source:values", indicator: "lamps")')).toMatchObject({
    message: expect.stringContaining("expects the global id of a subject, such as `Country:cn`"),
    code: "BAD_USER_INPUT",
  });
});

test("a forecast that starts from nothing has no growth, and one past when it was told says so", async () => {
  const { zero, past } = await graph.ask(`{
    zero: forecast(slug: "from-nothing") { growthPercent cagrPercent check { verdict explanation } path(from: 2025, to: 2025) { value linear } }
    past: forecast(slug: "past-when-told") { check { oddities } }
  }`);
  expect(zero).toEqual({
    growthPercent: null,
    cagrPercent: null,
    check: { verdict: "CANNOT_BE_CHECKED", explanation: "growth expects a base above 0, got 0; no growth is stated." },
    path: [{ value: 4.5, linear: 4.5 }],
  });
  expect(past).toEqual({ check: { oddities: ["its last year, 2020, is not after its publication in 2022"] } });
});

test("another unit, a share beyond its bounds and a value that is none are refused where they come in", async () => {
  for (const [row, message] of [
    [
      '{ subject: "Region:pair", indicator: lamps, period: "2022", value: 7, unit: candles }',
      "lamps is measured in 'lamps', got 'candles'",
    ],
    ['{ subject: "Region:full", indicator: lit, period: "2022", value: -1 }', "lit expects 0 or more, got -1"],
    ['{ subject: "Region:full", indicator: lit, period: "2022", value: .nan }', "value"],
  ] as const)
    await expect(graph.load(things, values([row]))).rejects.toThrow(message);
});

test("what was said at a revision is said again, and held against what came since", async () => {
  await graph.load(things, values(seen("pair", "lamps", 2022, 8.4, 20)));
  const at = (asOf: string) =>
    graph.ask<{
      projection: Answered & { outcome: object };
    }>(`{ projection(input: { subject: "Region:pair", indicator: "lamps", horizon: 3, ${asOf} }) { ${fields}
      outcome { summary coverage { level share } points { year projected measuredValue within } } } }`);
  const { projection } = await at("asOf: { revision: 2 }");
  expect(projection.history.map(({ year }) => year)).toEqual([2020, 2021]);
  expect(projection.outcome).toMatchObject({
    points: [
      { year: 2022, projected: projection.points[0]!.value, measuredValue: 8.4, within: [0.5, 0.8, 0.95] },
      { year: 2023, measuredValue: 20, within: [] },
    ],
    coverage: [
      { level: 0.5, share: 0.5 },
      { level: 0.8, share: 0.5 },
      { level: 0.95, share: 0.5 },
    ],
  });
  const now = await at("until: 2023");
  expect(now.projection.history).toHaveLength(4);
  expect(now.projection.outcome).toMatchObject({
    points: [],
    summary: "Nothing is known yet of the years that were projected.",
  });
  const early = await graph.answer(
    `query @asOf(revision: 1) { projection(input: { subject: "Region:pair", indicator: "lamps", asOf: { revision: 2 } }) { why } }`,
  );
  expect(early.errors).toMatchObject([
    {
      message: "@asOf: expected a time up to revision 1, which this answer is of, got revision 2",
      extensions: { code: "INVALID_AS_OF" },
    },
  ]);
});
