import { dust, fresh, type PartnerWorld, type Payload, partnerWorld, source } from "../partners/world";

let graph: PartnerWorld;
beforeAll(async () => {
  graph = await partnerWorld();
}, 60_000);
afterAll(() => graph.close());

const latest = async () => (await graph.ask<{ graph: { revision: number } }>("{ graph { revision } }")).graph.revision;

const fates = ({ verdicts }: Payload) => verdicts.map(({ path, action }) => `${path} ${action}`);
const refusals = ({ verdicts }: Payload) => verdicts.flatMap((verdict) => verdict.refusals);

const figureOf = (period: string) =>
  graph.ask<{ city: { figure: { value: number } | null } }>(
    `{ city(slug: "zurich-ch") { figure(indicator: "pm25-annual-mean", period: "${period}") { value } } }`,
  );

test("a submission is recorded as a revision of the partner, with a verdict for each row", async () => {
  const head = fresh();
  const payload = await graph.submit(
    {
      source: head,
      initiatives: [{ slug: "digital-zurich-ch", name: "Digital Zurich", city: "zurich-ch" }],
      observations: [
        dust("2001", 9.4),
        { subject: "Initiative:digital-zurich-ch", indicator: "users", period: "2001", value: 1000 },
      ],
      wins: [{ edition: "prize-2023", category: "City", city: "zurich-ch" }],
      statements: [{ about: "City:zurich-ch", topic: "sensors", text: "Every street lamp has a sensor." }],
    },
    { message: "First figures" },
  );
  expect(payload).toMatchObject({ revision: await latest(), counts: { added: 6, changed: 0, refused: 0 } });
  expect(payload.verdicts.map(({ path, id, action }) => [path, id, action])).toEqual([
    ["source", `Source:${head.slug}`, "ADDED"],
    ["initiatives.0", "Initiative:digital-zurich-ch", "ADDED"],
    ["observations.0", "Observation:City:zurich-ch/pm25-annual-mean/2001", "ADDED"],
    ["observations.1", "Observation:Initiative:digital-zurich-ch/users/2001", "ADDED"],
    ["wins.0", "Win:prize-2023/city/zurich-ch", "ADDED"],
    ["statements.0", "Statement:City:zurich-ch/sensors", "ADDED"],
  ]);
  expect(
    await graph.ask("query ($r: Int!) { revision(number: $r) { partner message added source { title kind } } }", {
      r: payload.revision,
    }),
  ).toEqual({
    revision: {
      partner: "zurich",
      message: "First figures",
      added: 6,
      source: { title: "Figures of Zurich", kind: "PARTNER" },
    },
  });
});

test("the same submission a second time, or twice at once, is one revision", async () => {
  const submission = { source: fresh(), observations: [dust("2002", 9)] };
  const before = await latest();
  const [one, other] = await Promise.all([graph.submitAlone(submission), graph.submitAlone(submission)]);
  expect([one, other].map(({ revision }) => revision).sort()).toEqual([before + 1, null]);
  const again = await graph.submit(submission);
  expect([again.revision, fates(again)]).toEqual([null, ["source UNCHANGED", "observations.0 UNCHANGED"]]);
  expect(await latest()).toBe(before + 1);
});

test("a changed row tells what was said before; MERGE keeps what is left out, REPLACE retracts it", async () => {
  const head = fresh();
  await graph.submit({ source: head, observations: [dust("2003", 9), dust("2004", 8)] });
  const merged = await graph.submit({ source: head, observations: [dust("2003", 10)] });
  expect(fates(merged)).toEqual(["source UNCHANGED", "observations.0 CHANGED"]);
  expect(merged.verdicts[1]).toMatchObject({ before: { value: 9 }, after: { value: 10 } });
  expect(await figureOf("2004")).toMatchObject({ city: { figure: { value: 8 } } });
  const replaced = await graph.submit({ source: head, observations: [dust("2003", 10)] }, { mode: "REPLACE" });
  expect(fates(replaced)).toEqual(["source UNCHANGED", "observations.0 UNCHANGED", "null RETRACTED"]);
  expect(replaced.verdicts[2]).toMatchObject({
    id: "Observation:City:zurich-ch/pm25-annual-mean/2004",
    before: { value: 8 },
    after: null,
  });
  expect(await figureOf("2004")).toEqual({ city: { figure: null } });
});

test("a dry run tells the same and keeps nothing; nobody else sees it", async () => {
  const submission = { source: fresh(), observations: [dust("2005", 9), dust("2023", 40)] };
  const before = await latest();
  const dry = await graph.submit(submission, { dryRun: true });
  expect([dry.revision, await latest()]).toEqual([null, before]);
  expect(await figureOf("2005")).toEqual({ city: { figure: null } });
  const other = await graph.submit(
    { source: { ...source, slug: "oslo-1", publisher: "city-of-oslo" } },
    { key: graph.keys.oslo, dryRun: true },
  );
  expect(fates(other)).toEqual(["source ADDED"]);
  const { body } = await graph.send(
    `{ source(slug: "${submission.source.slug}") { title } changes(since: ${before}) { totalCount } }`,
    {},
    graph.keys.oslo,
  );
  expect(body).toMatchObject({ data: { source: null, changes: { totalCount: 0 } }, extensions: { revision: before } });
  const { revision, ...recorded } = await graph.submit(submission);
  expect({ ...recorded, revision: null }).toEqual(dry);
  expect(revision).toBe(before + 1);
});

test("a partner's claim stands beside the publisher's and does not displace it; the evidence that changes is told", async () => {
  const id = "Observation:City:zurich-ch/pm25-annual-mean/2023";
  const head = fresh();
  const payload = await graph.submit({ source: head, observations: [dust("2023", 42)] }, { dryRun: true });
  // The test before has made it contested.
  expect(payload.evidence).toEqual([]);
  const agreeing = await graph.submit(
    {
      source: { ...head, slug: "zurich-5" },
      observations: [dust("2023", 9.1)],
    },
    { dryRun: true },
  );
  expect(agreeing.counts["refused"]).toBe(0);
  const before = await graph.submit({ source: { ...source, slug: "zurich-4" } }, { mode: "REPLACE" });
  expect(before.evidence).toContainEqual({ id, before: "CONTESTED", after: "SINGLE_SOURCE" });
  const contested = await graph.submit({ source: head, observations: [dust("2023", 42)] });
  expect(contested.evidence).toEqual([{ id, before: "SINGLE_SOURCE", after: "CONTESTED" }]);
  expect(
    await graph.ask(`{ observation(id: "${id}") { value evidence { claims { isPreferred text source { kind } } } } }`),
  ).toEqual({
    observation: {
      value: 9.1,
      evidence: {
        claims: [
          { isPreferred: true, text: "9.1", source: { kind: "PUBLISHER" } },
          { isPreferred: false, text: "42", source: { kind: "PARTNER" } },
        ],
      },
    },
  });
});

test("forty faults of every sort come at once, as data, each with what was expected; nothing is recorded", async () => {
  const before = await latest();
  const payload = await graph.submit({
    source: fresh(),
    observations: [
      dust("2006", 7),
      dust("2007", "many"),
      dust("2008", -5),
      dust("2009", 900),
      dust("2010", 1, { indicator: "pm25-annual-maen" }),
      dust("2011", 1, { status: "MEASURD" }),
      dust("2012", 1, { subject: "City:zurch-ch" }),
      dust("2006", 8),
      dust("2013", 1, { valeu: 2 }),
      dust("2014", 1, { unit: "kg" }),
      dust("2015", 1, { subject: "City:oslo-no" }),
      dust("2019", 1, { subject: "city:zurich-ch" }),
      ...Array.from({ length: 27 }, (_, i) => dust(`20${20 + i}-13`, 1)),
    ],
    placements: [{ edition: "no-2023", city: "zurich-ch", rank: 1 }],
    observatons: [],
  });
  expect([payload.revision, payload.counts["refused"], await latest()]).toEqual([null, 40, before]);
  const told = Object.fromEntries(refusals(payload).map(({ path, ...refusal }) => [path, refusal]));
  expect(told).toMatchObject({
    "observations.1.value": { code: "INVALID_VALUE", expected: "a number" },
    "observations.2.value": { code: "OUT_OF_RANGE", expected: "0 or more" },
    "observations.3.value": { code: "OUT_OF_RANGE", message: "pm25-annual-mean expects 500 or less, got 900" },
    "observations.4.indicator": { code: "UNKNOWN", nearest: ["pm25-annual-mean"] },
    "observations.5.status": { code: "INVALID_VALUE", nearest: ["MEASURED"] },
    "observations.6.subject": { code: "UNKNOWN", nearest: ["City:zurich-ch"] },
    "observations.7": {
      code: "DUPLICATE",
      expected: "each fact once",
      nearest: ["observations.0"],
      message: expect.stringContaining("observations.0 says it first"),
    },
    "observations.8.valeu": { code: "INVALID_VALUE", nearest: ["value"] },
    "observations.9.unit": { code: "INVALID_VALUE", message: expect.stringContaining("is measured in") },
    "observations.10.subject": { code: "FORBIDDEN", nearest: ["City:zurich-ch"] },
    "observations.11.subject": { code: "UNKNOWN", nearest: ["City:zurich-ch"] },
    "observations.12.period": { code: "INVALID_VALUE", expected: expect.stringContaining("a date") },
    "placements.0": { code: "FORBIDDEN" },
    observatons: { code: "INVALID_VALUE", nearest: ["observations"] },
  });
  expect(payload.verdicts[1]).toMatchObject({ path: "observations.0", action: "ADDED", refusals: [] });
});

test("written into the document, a row of a wrong shape refuses the document, with what is wrong where", async () => {
  const { body } = await graph.send(
    `mutation { submit(submission: {
      source: { slug: "zurich-inline", kind: PARTNER, title: "T", publisher: "city-of-zurich", licence: "X", licenceClass: UNCLEAR }
      observations: [{ subject: "City:zurich-ch", indicator: "users", period: "2020", value: "many" }, { valeu: 1 }]
    }) { revision } }`,
    {},
    graph.keys.zurich,
  );
  expect(body.data).toBeUndefined();
  expect(body.errors!.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      'Float cannot represent non numeric value: "many"',
      expect.stringMatching(/"valeu" is not defined by type "ObservationInput".*Did you mean "value"/),
    ]),
  );
  expect(body.errors![0]!.extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
});

test.each([false, true])(
  "a row whose shape is wrong is told all that is wrong with it (acceptValid: %s)",
  async (acceptValid) => {
    const row = { subject: "City:zurch-ch", indicator: "pm25-anual-mean", period: "20x", value: "lots" };
    const payload = await graph.submit(
      { source: fresh(), observations: [row, dust("2031", 8)] },
      { acceptValid, dryRun: true },
    );
    const [, wrong] = payload.verdicts;
    expect(wrong!.refusals.map(({ path, code }) => [path, code])).toEqual([
      ["observations.0.period", expect.any(String)],
      ["observations.0.value", expect.any(String)],
      ["observations.0.indicator", "UNKNOWN"],
      ["observations.0.subject", "UNKNOWN"],
    ]);
    expect(payload.verdicts).toHaveLength(3);
  },
);

test("acceptValid records the rest; of a section with refused rows nothing is retracted", async () => {
  const head = fresh();
  await graph.submit({
    source: head,
    observations: [dust("2016", 1), dust("2017", 1)],
    statements: [{ about: "City:zurich-ch", topic: "lamps", text: "There are lamps." }],
  });
  const payload = await graph.submit(
    {
      source: head,
      initiatives: [{ slug: "x-oslo-no", name: "X", city: "oslo-no" }],
      observations: [
        dust("2018", 2),
        dust("2017", -1),
        { subject: "Initiative:x-oslo-no", indicator: "users", period: "2018", value: 5 },
      ],
    },
    { mode: "REPLACE", acceptValid: true },
  );
  expect(fates(payload)).toEqual([
    "source UNCHANGED",
    "initiatives.0 REFUSED",
    "observations.0 ADDED",
    "observations.1 REFUSED",
    "observations.2 REFUSED",
    "null RETRACTED",
  ]);
  expect(payload).toMatchObject({ revision: await latest(), counts: { added: 1, refused: 3, retracted: 1 } });
  expect(await figureOf("2016")).toMatchObject({ city: { figure: { value: 1 } } });
  expect(await figureOf("2017")).toMatchObject({ city: { figure: { value: 1 } } });
});

test("rows in a section of a misspelt name may be meant for any: nothing is retracted", async () => {
  const head = fresh();
  const statements = [{ about: "City:zurich-ch", topic: "benches", text: "There are benches." }];
  await graph.submit({ source: head, statements, observations: [dust("1998", 1)] });
  const typo = { source: head, statments: statements };
  const payload = await graph.submit(typo, { mode: "REPLACE", acceptValid: true });
  expect(payload).toMatchObject({ revision: null, counts: { retracted: 0 } });
  const row = payload.verdicts.find(({ path }) => path === "statments.0")!;
  expect(row.refusals).toMatchObject([
    {
      code: "INVALID_VALUE",
      message: expect.stringMatching(/^its section is refused: /),
      nearest: ["statements", "placements"],
    },
  ]);
});

test("what is refused changes no evidence, whatever it is refused for", async () => {
  const head = fresh();
  await graph.submit({ source: head, observations: [dust("1994", 4)] });
  const observations = [dust("1994", -3), dust("1995", -3), dust("1996", 3), dust("1997", 3, { indicator: "dusd" })];
  const { evidence, verdicts, revision } = await graph.submit({ source: head, observations });
  expect([revision, verdicts.map(({ action }) => action)]).toEqual([
    null,
    ["UNCHANGED", "REFUSED", "REFUSED", "ADDED", "REFUSED"],
  ]);
  expect(evidence).toEqual([
    { id: "Observation:City:zurich-ch/pm25-annual-mean/1996", before: null, after: "SINGLE_SOURCE" },
  ]);
});

test("a period that has not begun is refused, unless it is planned or foretold", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const payload = await graph.submit({
    source: fresh(),
    observations: [
      dust("2999", 1),
      dust("2999-01/3001", 1, { status: "ESTIMATED" }),
      dust("2998", 1, { status: "FORECAST" }),
      dust("2997", 1, { status: "PLANNED" }),
      dust(today, 1),
      dust(today.slice(0, 7), 1),
      dust(`${today.slice(0, 4)}/2999`, 1),
    ],
  });
  const expected = "a period that has begun, unless its status is PLANNED or FORECAST";
  expect(refusals(payload)).toMatchObject([
    { path: "observations.0.period", code: "INVALID_VALUE", message: `expected ${expected}, got 2999` },
    { path: "observations.1.period", code: "INVALID_VALUE" },
  ]);
});

test("an initiative of which others speak is not retracted", async () => {
  const [one, other] = [fresh(), fresh()];
  const initiative = { slug: "trams-zurich-ch", name: "Trams", city: "zurich-ch" };
  await graph.submit({ source: one, initiatives: [initiative] });
  const figure = { subject: "Initiative:trams-zurich-ch", indicator: "users", period: "2020", value: 7 };
  await graph.submit({ source: other, observations: [figure] });
  const held = await graph.submit({ source: one }, { mode: "REPLACE" });
  expect(held.revision).toBeNull();
  expect(refusals(held)).toMatchObject([
    {
      path: null,
      code: "SPOKEN_OF",
      message: expect.stringContaining(other.slug),
      expected: expect.stringContaining("to go first"),
      nearest: ["Observation:Initiative:trams-zurich-ch/users/2020"],
    },
  ]);
  // With its figure said by the same source, both go at once.
  await graph.submit({ source: other }, { mode: "REPLACE" });
  expect((await graph.submit({ source: one }, { mode: "REPLACE" })).counts).toMatchObject({ retracted: 1, refused: 0 });
});

test.each([
  ["a list in place of a submission", [1]],
  ["a section that is no list", { source, observations: dust("2019", 1) }],
  ["a source that cannot be read", { source: { slug: "zurich-x" }, observations: [dust("2019", 1)] }],
  ["text that says nothing", { source: { ...source, title: " " } }],
])("%s is refused as data", async (_what, submission) => {
  const payload = await graph.submit(submission);
  expect(payload.revision).toBeNull();
  expect(payload.counts["refused"]).toBeGreaterThan(0);
});

test.each([
  ["with a zero character", "a\0b", /zero character/],
  ["with half a character", "a\ud800", /half a character/],
  ["that is too long", "a".repeat(501), /500 characters or less, got 501$/],
])("a message %s is refused, and nothing is recorded", async (_what, message, told) => {
  const before = await latest();
  await expect(graph.submit({ source: fresh() }, { message })).rejects.toThrow(told);
  const { body } = await graph.send(
    "mutation ($m: String) { revert(revision: 1, message: $m) { revision } }",
    {
      m: message,
    },
    graph.keys.zurich,
  );
  expect(body.errors).toMatchObject([{ message: expect.stringMatching(told), extensions: { code: "BAD_USER_INPUT" } }]);
  expect(await latest()).toBe(before);
});

test("a text of 10,000 characters is recorded, a longer one refused", async () => {
  const said = (length: number) => [{ about: "City:zurich-ch", topic: "length", text: "a".repeat(length) }];
  expect((await graph.submit({ source: fresh(), statements: said(10_000) })).counts["refused"]).toBe(0);
  const payload = await graph.submit({ source: fresh(), statements: said(10_001) });
  expect(refusals(payload)).toMatchObject([
    { path: "statements.0.text", expected: "text of 10,000 characters or less", code: "INVALID_VALUE" },
  ]);
});

test("of several mutations in one document, one that fails does not hide what the others recorded", async () => {
  const head = fresh();
  const query = `mutation ($s: Submission!) { one: submit(submission: $s) { revision } other: revert(revision: 1) { revision } }`;
  const { body } = await graph.send(query, { s: { source: head } }, graph.keys.zurich);
  expect(body).toMatchObject({
    data: { one: { revision: await latest() }, other: null },
    errors: [{ path: ["other"], extensions: { code: "FORBIDDEN" } }],
  });
});

test("a value nested too deep to print is refused like any other", async () => {
  const deep = "[".repeat(200_000) + "]".repeat(200_000);
  const submission = JSON.stringify({ source, observations: [dust("2019", "deep")] }).replace('"deep"', deep);
  const query = "mutation ($s: Submission!) { submit(submission: $s) { counts { refused } } }";
  const response = await graph.server.inject({
    method: "POST",
    url: "/graphql",
    payload: `{"query":${JSON.stringify(query)},"variables":{"s":${submission}}}`,
    headers: { "content-type": "application/json", authorization: `Bearer ${graph.keys.zurich}` },
  });
  expect(response.json()).toMatchObject({ data: { submit: { counts: { refused: 1 } } } });
});

test("ten thousand figures that others dispute are recorded, and stand in the book of disputes", async () => {
  const day = (i: number) => new Date(Date.UTC(1950, 0, 1 + i)).toISOString().slice(0, 10);
  const say = (value: number) =>
    graph.submit({ source: fresh(), observations: Array.from({ length: 10_000 }, (_, i) => dust(day(i), value)) });
  await say(1);
  // Compared one with every other, they would take minutes, and a statement may take one.
  const { counts, revision } = await say(2);
  expect(counts).toMatchObject({ added: 10_001, refused: 0 });
  const { contested } = await graph.ask<{ contested: { totalCount: number } }>(
    `{ contested(where: { recordedIn: { eq: ${revision} } }) { totalCount } }`,
  );
  expect(contested.totalCount).toBe(10_000);
}, 120_000);
