import { shipped, type World } from "../../support/world";

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

test("158 % adds up: 96 to 249 is 159.4 %, and the printed figures allow 157.5 to 161.3 %", async () => {
  const { forecast } = await graph.ask(`{ forecast(slug: "juniper-2023-cost-savings") {
    growthPercent cagrPercent
    check { measure verdict statedPercent computedPercent lowestPercent highestPercent explanation oddities }
  } }`);
  expect(forecast).toEqual({
    growthPercent: 159.4,
    cagrPercent: 21,
    check: {
      measure: "TOTAL",
      verdict: "WITHIN_ROUNDING",
      statedPercent: 158,
      computedPercent: 159.4,
      lowestPercent: 157.5,
      highestPercent: 161.3,
      explanation:
        "96 to 249 is a growth of 159.4 % (157.5 to 161.3 % before rounding); stated 158 %: within what rounding allows.",
      oddities: [],
    },
  });
});

test("the growth that is stated is the one that is checked; the other is checked when asked for", async () => {
  const asked = `growthPercent check { measure verdict statedPercent } total: check(of: TOTAL) { verdict statedPercent }`;
  const { market, spend } = await graph.ask(`{
    market: forecast(slug: "rnm-2021-market") { ${asked} }
    spend: forecast(slug: "juniper-2023-smart-traffic-spend") { ${asked} }
  }`);
  expect(market).toMatchObject({
    check: { measure: "YEARLY", verdict: "UNDECIDED", statedPercent: 20.5 },
    total: { verdict: "NOTHING_STATED", statedPercent: null },
  });
  expect(spend).toMatchObject({ growthPercent: 74.5, check: { verdict: "AGREES", statedPercent: 75 } });
});

test("of one point there is no growth, and a statement cannot be checked", async () => {
  const { forecast } = await graph.ask(`{ forecast(slug: "idc-2020-spend") {
    growthPercent cagrPercent check { verdict statedPercent computedPercent lowestPercent explanation oddities } path { year value isGiven }
  } }`);
  expect(forecast).toEqual({
    growthPercent: null,
    cagrPercent: null,
    check: {
      verdict: "CANNOT_BE_CHECKED",
      statedPercent: 18.9,
      computedPercent: null,
      lowestPercent: null,
      explanation: "a growth expects at least two points, got 1; stated 18.9 %, which cannot be checked.",
      oddities: ["one point: no growth can be reckoned", "its last year, 2020, is not after its publication in 2020"],
    },
    path: [{ year: 2020, value: 124, isGiven: true }],
  });
});

test("a path implies the years between its points, and nothing beyond them", async () => {
  const path = (args: string) =>
    graph.answer(`{ forecast(slug: "juniper-2023-cost-savings") { path${args} { year value linear isGiven } } }`);
  const { data } = await path("(from: 2025, to: 2026)");
  expect(data).toEqual({
    forecast: {
      path: [
        {
          year: 2025,
          value: expect.closeTo(96 * (249 / 96) ** 0.4, 9),
          linear: expect.closeTo(157.2, 9),
          isGiven: false,
        },
        {
          year: 2026,
          value: expect.closeTo(96 * (249 / 96) ** 0.6, 9),
          linear: expect.closeTo(187.8, 9),
          isGiven: false,
        },
      ],
    },
  });
  for (const [args, message] of [
    ["(to: 2040)", "juniper-2023-cost-savings: a path expects years from 2023 to 2028, got 2023 to 2040"],
    ["(from: 2027, to: 2025)", "juniper-2023-cost-savings: a path expects to end after it begins, got 2027 to 2025"],
    ["(first: 0)", "`first` expects 1 to 400, got 0"],
  ] as const) {
    const { data, errors } = await path(args);
    expect(data).toEqual({ forecast: { path: null } });
    expect(errors).toMatchObject([{ message, path: ["forecast", "path"], extensions: { code: "BAD_USER_INPUT" } }]);
  }
});

test("figures that are told roughly allow more, and bounds have no end", async () => {
  const { about, least } = await graph.ask(`{
    about: forecast(slug: "juniper-2022-smart-city-spend") { check { computedPercent lowestPercent highestPercent } }
    least: forecast(slug: "un-wup2018-urban-population") { check { computedPercent lowestPercent highestPercent } }
  }`);
  // 34.5 to 35.5, and about 70: 66.5 to 73.5.
  expect(about).toEqual({ check: { computedPercent: 100, lowestPercent: 87.3, highestPercent: 113 } });
  expect(least).toEqual({ check: { computedPercent: 59.5, lowestPercent: 44.3, highestPercent: 76.3 } });
});

test("rivals stand side by side, with what keeps them from being compared", async () => {
  const { forecast } = await graph.ask<{ forecast: { rivals: unknown[] } }>(`{ forecast(slug: "idc-2020-spend") {
    rivals(first: 100) { forecast { slug subject { id } } comparability { verdict reasons } years { year value rivalValue ratio } }
  } }`);
  const by = (slug: string) =>
    forecast.rivals.find((rival) => (rival as { forecast: { slug: string } }).forecast.slug === slug);
  expect(by("idc-2019-01-spend")).toEqual({
    forecast: { slug: "idc-2019-01-spend", subject: { id: "Region:world" } },
    comparability: {
      verdict: "NOT_COMPARABLE",
      reasons: [
        'their definition differs: "The scope of the spending guide since it was widened in June 2019" and "The scope of the spending guide before it was widened in June 2019"',
        "neither of them says its year of prices",
      ],
    },
    years: [
      { year: 2019, value: null, rivalValue: 95.8, ratio: null },
      { year: 2020, value: 124, rivalValue: null, ratio: null },
    ],
  });
  expect(by("idc-2020-china-spend")).toMatchObject({
    comparability: { verdict: "NOT_COMPARABLE", reasons: expect.arrayContaining(["they speak of World and of China"]) },
    years: [{ year: 2020, value: 124, rivalValue: 26.6, ratio: expect.closeTo(124 / 26.6, 9) }],
  });
  const subjects = forecast.rivals.map(
    (rival) => (rival as { forecast: { subject: { id: string } } }).forecast.subject.id,
  );
  expect(subjects.lastIndexOf("Region:world")).toBeLessThan(subjects.indexOf("Country:cn"));
});

test("what is stated from a year that has no value is not held against years it is not about", async () => {
  const { forecast } = await graph.ask<{ forecast: { statedFrom: number; check: object } }>(
    `{ forecast(slug: "gvr-2025-market") { statedFrom check { verdict statedPercent computedPercent explanation } } }`,
  );
  expect(forecast).toEqual({
    statedFrom: 2025,
    check: {
      verdict: "CANNOT_BE_CHECKED",
      statedPercent: 29.4,
      computedPercent: 27.4,
      explanation: "29.4 % is stated from 2025 on, of which no value is told; from 2024 to 2030 it is 27.4 %.",
    },
  });
});

test("savings of 200 billion come in the year in which the path passes them, as far as rounding tells", async () => {
  const { forecast, one } = await graph.ask(`{
    forecast(slug: "juniper-2023-cost-savings") {
      reaches(value: 200) { year earliest latest explanation before: probabilityBy(year: 2026) probabilityBy(year: 2027) }
      never: reaches(value: 249.4) { year earliest latest explanation } already: reaches(value: 50) { year explanation }
    }
    one: forecast(slug: "idc-2020-spend") { reaches(value: 130) { year explanation probabilityBy(year: 2020) } }
  }`);
  expect(forecast).toEqual({
    reaches: {
      year: 2027,
      earliest: 2027,
      latest: 2027,
      explanation: "By its path from 96 in 2023 to 249 in 2028 it stands at 200 in 2027. That holds if it comes true.",
      before: 0,
      probabilityBy: 1,
    },
    never: {
      year: null,
      earliest: 2028,
      latest: null,
      explanation:
        "As printed its path from 96 in 2023 to 249 in 2028 does not come to 249.4; before rounding it may in 2028.",
    },
    already: { year: 2023, explanation: "Its path from 96 in 2023 to 249 in 2028 begins at 50 or beyond." },
  });
  expect(one).toEqual({
    reaches: {
      year: null,
      explanation: "Its one point, 124 in 2020, tells nothing of the way there.",
      probabilityBy: null,
    },
  });
});
