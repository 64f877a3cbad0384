import { catalogue, file, type Head, type Quantity, type Rows, visitors } from "./evidence/sources";
import { type OwnWorld, world } from "./support/world";

let graph: OwnWorld;
afterEach(() => graph.close());

interface Evidence {
  status: string;
  disputed: string[];
  publishers: number;
  preferred: { source: { slug: string } };
  claims: { text: string; source: { slug: string } }[];
}

/** Records what sources say. */
async function says(...sources: readonly (readonly [Head, Rows])[]): Promise<void> {
  graph = await world(catalogue(sources.map(([head]) => head)), ...sources.map(([head, rows]) => file(head, rows)));
}

/** What is known of the visitors of each year, by year. */
async function visitorsByYear(): Promise<Map<number, { value: number; note: string | null; evidence: Evidence }>> {
  const { observations } = await graph.ask<{
    observations: { nodes: { period: string; value: number; note: string | null; evidence: Evidence }[] };
  }>(`{ observations(first: 100) { nodes { period value note evidence {
    status disputed publishers preferred { source { slug } } claims { text source { slug } }
  } } } }`);
  return new Map(observations.nodes.map(({ period, ...row }) => [Number(period), row]));
}

/** How each list of claims is judged: claim by claim by sources of publishers of their own. */
async function statuses(cases: readonly (readonly Quantity[])[]): Promise<(string | undefined)[]> {
  const most = Math.max(...cases.map((claims) => claims.length));
  const sources = Array.from({ length: most }, (_, i) => {
    const observations = cases.flatMap((claims, year) => (claims[i] ? [visitors(2000 + year, claims[i])] : []));
    return [{ slug: `source-${i}` }, { observations }] as const;
  });
  await says(...sources);
  const byYear = await visitorsByYear();
  return cases.map((_, year) => byYear.get(2000 + year)?.evidence.status);
}

const exactly = (value: number): Quantity => ({ value });
const atLeast = (value: number): Quantity => ({ value, qualifier: "AT_LEAST" });
const atMost = (value: number): Quantity => ({ value, qualifier: "AT_MOST" });
const about = (value: number): Quantity => ({ value, qualifier: "ABOUT" });
const planned = (value: number): Quantity => ({ value, status: "PLANNED" });
const deprecated = (value: number): Quantity => ({ value, deprecated: "A slip." });

/** Cases that must be judged alike. */
const judges = (status: string, cases: readonly (readonly Quantity[])[]) => async () => {
  expect(await statuses(cases)).toEqual(cases.map(() => status));
};

describe("the status of a fact", () => {
  test(
    "is SINGLE_SOURCE when one publisher says so",
    judges("SINGLE_SOURCE", [[exactly(46)], [atLeast(200)], [about(100)]]),
  );

  test(
    "is CORROBORATED when two or more publishers agree",
    judges("CORROBORATED", [
      [exactly(46), exactly(46)],
      [exactly(46), exactly(46), exactly(46)],
    ]),
  );

  test(
    "is CONTESTED when claims that stand differ",
    judges("CONTESTED", [
      [exactly(46), exactly(48)],
      [exactly(46), exactly(46), exactly(48)],
      [exactly(48), exactly(46), deprecated(47)],
    ]),
  );

  test(
    "is CORRECTED when all that differ are deprecated",
    judges("CORRECTED", [
      [exactly(1010), deprecated(844)],
      [exactly(1010), exactly(1010), deprecated(844)],
      [deprecated(844), exactly(1010), deprecated(845)],
    ]),
  );

  test(
    "is not CORRECTED by a deprecated claim that says the same",
    judges("CORROBORATED", [[exactly(46), exactly(46), deprecated(46)]]),
  );

  test(
    "is PLANNED while all that is known was announced beforehand",
    judges("PLANNED", [
      [planned(200)],
      [planned(200), planned(200)],
      [planned(200), { ...atLeast(150), status: "PLANNED" }],
    ]),
  );

  test("is CONTESTED when plans differ", judges("CONTESTED", [[planned(200), planned(300)]]));

  test(
    "does not take what came of a plan for a contradiction of it, nor for its confirmation",
    judges("SINGLE_SOURCE", [
      [planned(8000), exactly(5000)],
      [exactly(5000), planned(5000)],
      [planned(8000), planned(9000), exactly(5000)],
    ]),
  );

  test("goes with its last claim that stands", async () => {
    await says([{ slug: "only" }, { observations: [visitors(2000, deprecated(844))] }]);
    expect(await graph.ask("{ observations { totalCount } }")).toEqual({ observations: { totalCount: 0 } });
  });
});

describe("numbers agree", () => {
  test(
    "with a bound that they keep",
    judges("CORROBORATED", [
      [atLeast(200), exactly(215)],
      [atLeast(200), atLeast(230)],
      [atMost(300), exactly(215)],
      [atLeast(200), atMost(300)],
      [atLeast(200), about(195)],
    ]),
  );

  test(
    "not with a bound that they break",
    judges("CONTESTED", [
      [atLeast(27000), exactly(25000)],
      [atMost(100), exactly(101)],
      [atLeast(300), atMost(200)],
      [atLeast(27000), about(25000)],
      [atLeast(220), exactly(215), exactly(230)],
    ]),
  );

  test(
    "if one number can be printed as both",
    judges("CORROBORATED", [
      [exactly(78), exactly(78.1)],
      [exactly(78.1), exactly(78.12)],
      [exactly(0), exactly(0.4)],
      [exactly(-3), exactly(-3.2)],
      [exactly(96), exactly(96.4)],
    ]),
  );

  test(
    "not if none can",
    judges("CONTESTED", [
      [exactly(78.1), exactly(78.2)],
      [exactly(78), exactly(79)],
      [exactly(78.4), exactly(77.6), exactly(78)],
      [exactly(0), exactly(1)],
    ]),
  );

  test(
    "with about a number within a twentieth of it",
    judges("CORROBORATED", [
      [about(100), exactly(104)],
      [about(100), exactly(96)],
      [about(100), about(110)],
      [about(0.1), exactly(0.104)],
    ]),
  );

  test(
    "not with about a number beyond that",
    judges("CONTESTED", [
      [about(100), exactly(110)],
      [about(100), exactly(90)],
      [about(100), about(120)],
    ]),
  );
});

describe("publishers", () => {
  test("count once, however many reprint their release", async () => {
    const rows = { observations: [visitors(2000, exactly(46)), visitors(2001, exactly(46))] };
    await says(
      [{ slug: "reprint-1", publisher: "fira", carrier: "wire" }, rows],
      [{ slug: "reprint-2", publisher: "fira", carrier: "paper" }, rows],
      [{ slug: "other" }, { observations: [visitors(2001, exactly(46))] }],
    );
    const byYear = await visitorsByYear();
    expect(byYear.get(2000)!.evidence).toMatchObject({ status: "SINGLE_SOURCE", publishers: 1 });
    expect(byYear.get(2001)!.evidence).toMatchObject({ status: "CORROBORATED", publishers: 2 });
    expect(byYear.get(2001)!.evidence.claims).toHaveLength(3);
  });

  test("can contradict themselves", async () => {
    await says(
      [{ slug: "english", publisher: "fira" }, { observations: [visitors(2000, exactly(150))] }],
      [{ slug: "spanish", publisher: "fira" }, { observations: [visitors(2000, exactly(165))] }],
    );
    expect((await visitorsByYear()).get(2000)!.evidence).toMatchObject({ status: "CONTESTED", publishers: 1 });
  });

  test("of deprecated claims do not count", async () => {
    await says(
      [{ slug: "a" }, { observations: [visitors(2000, exactly(46))] }],
      [{ slug: "b" }, { observations: [visitors(2000, deprecated(46))] }],
    );
    expect((await visitorsByYear()).get(2000)!.evidence).toMatchObject({ status: "SINGLE_SOURCE", publishers: 1 });
  });
});

describe("the claim that the graph goes by", () => {
  // Source z is to be preferred, though everything further down the rule speaks for source a.
  test.each<[string, Omit<Head, "slug">, Quantity, Omit<Head, "slug">, Quantity]>([
    [
      "is one that is not deprecated",
      { kind: "PARTNER", published: "2001" },
      planned(1),
      { kind: "PUBLISHER", published: "2024" },
      deprecated(2),
    ],
    [
      "then one of the publisher, before an official one",
      { kind: "PUBLISHER", published: "2001" },
      planned(1),
      { kind: "OFFICIAL", published: "2024" },
      exactly(2),
    ],
    [
      "then an official one, before the press",
      { kind: "OFFICIAL", published: "2001" },
      planned(1),
      { kind: "PRESS", published: "2024" },
      exactly(2),
    ],
    [
      "then one of the press, before a compilation",
      { kind: "PRESS", published: "2001" },
      planned(1),
      { kind: "COMPILATION", published: "2024" },
      exactly(2),
    ],
    [
      "then a compilation, before a partner",
      { kind: "COMPILATION", published: "2001" },
      planned(1),
      { kind: "PARTNER", published: "2024" },
      exactly(2),
    ],
    ["then what was measured, before a plan", { published: "2001" }, exactly(1), { published: "2024" }, planned(2)],
    ["then the newer one", { published: "2024-03" }, exactly(1), { published: "2024-02-28" }, exactly(2)],
    ["then one with a date, before one without", { published: "2001" }, exactly(1), {}, exactly(2)],
  ])("%s", async (_, better, first, worse, second) => {
    await says(
      [{ slug: "z", ...better }, { observations: [visitors(2000, first)] }],
      [{ slug: "a", ...worse }, { observations: [visitors(2000, second)] }],
    );
    const { value, evidence } = (await visitorsByYear()).get(2000)!;
    expect({ value, preferred: evidence.preferred.source.slug }).toEqual({ value: 1, preferred: "z" });
    expect(evidence.claims.map(({ source }) => source.slug)).toEqual(["z", "a"]);
  });

  test("then the one whose source comes first by id", async () => {
    await says(
      [{ slug: "b-10", published: "2024" }, { observations: [visitors(2000, exactly(2))] }],
      [{ slug: "b-1", published: "2024" }, { observations: [visitors(2000, exactly(1))] }],
    );
    expect((await visitorsByYear()).get(2000)!.evidence.preferred.source.slug).toBe("b-1");
  });

  test("changes with its source", async () => {
    const heads: Head[] = [{ slug: "a" }, { slug: "b" }];
    const files = (kind: Head["kind"] & string) => [
      catalogue(heads),
      file({ slug: "a" }, { observations: [visitors(2000, exactly(46))] }),
      file({ slug: "b", kind }, { observations: [visitors(2000, exactly(48))] }),
    ];
    graph = await world(...files("PRESS"));
    expect((await visitorsByYear()).get(2000)!.value).toBe(46);
    await graph.load(...files("PUBLISHER"));
    expect((await visitorsByYear()).get(2000)!.value).toBe(48);
  });

  test("follows a rule that can be read", async () => {
    await says([{ slug: "a" }, { observations: [visitors(2000, exactly(46))] }]);
    const { graph: whole, observations } = await graph.ask<{
      graph: { evidenceRule: string[] };
      observations: { nodes: { evidence: { rule: string[] } }[] };
    }>("{ graph { evidenceRule } observations { nodes { evidence { rule } } } }");
    expect(whole.evidenceRule).toHaveLength(5);
    expect(observations.nodes[0]!.evidence.rule).toEqual(whole.evidenceRule);
  });
});

describe("a fact that several sources tell in parts", () => {
  const edition = { rankingEditions: [{ slug: "index-2024", ranking: "index", year: 2024 }] };
  const place = (parts: object) => ({ placements: [{ edition: "index-2024", city: "shanghai-cn", ...parts }] });
  const question = `{ placement(id: "Placement:index-2024/shanghai-cn") {
    rank score rating source { slug } evidence { status disputed }
  } }`;

  test("holds each field as the most weighty source has it that states it", async () => {
    await says(
      [
        { slug: "publisher", kind: "PUBLISHER" },
        { ...edition, ...place({ rank: 2 }) },
      ],
      [{ slug: "press" }, place({ score: 78.1 })],
      [{ slug: "table", kind: "COMPILATION" }, place({ score: 78, rating: "AA" })],
    );
    expect(await graph.ask(question)).toEqual({
      placement: {
        rank: 2,
        score: 78.1,
        rating: "AA",
        source: { slug: "publisher" },
        evidence: { status: "CORROBORATED", disputed: [] },
      },
    });
  });

  test("is contested in the fields in which they differ", async () => {
    await says(
      [
        { slug: "publisher", kind: "PUBLISHER" },
        { ...edition, ...place({ rank: 2, rating: "AA" }) },
      ],
      [{ slug: "press" }, place({ rank: 2, score: 78.1, rating: "aa" })],
      [{ slug: "table", kind: "COMPILATION" }, place({ rank: 3, score: 78.2, rating: "A" })],
    );
    expect(await graph.ask(question)).toMatchObject({
      placement: { rank: 2, score: 78.1, evidence: { status: "CONTESTED", disputed: ["rank", "score", "rating"] } },
    });
  });

  test("is corrected also where the better source does not state the field", async () => {
    await says(
      [
        { slug: "publisher", kind: "PUBLISHER" },
        { ...edition, ...place({ score: 78.1 }) },
      ],
      [{ slug: "press" }, place({ rank: 2 })],
      [{ slug: "table", kind: "COMPILATION" }, place({ rank: 3, deprecated: "A slip." })],
    );
    expect(await graph.ask(question)).toMatchObject({
      placement: { rank: 2, score: 78.1, evidence: { status: "CORRECTED", disputed: [] } },
    });
  });

  test("does not mix what belongs together: a number keeps its own qualifier, status and note", async () => {
    await says(
      [{ slug: "publisher", kind: "PUBLISHER" }, { observations: [visitors(2000, exactly(215))] }],
      [
        { slug: "press" },
        { observations: [visitors(2000, { value: 200, qualifier: "AT_LEAST", note: "Of the press." })] },
      ],
    );
    const { observations } = await graph.ask<{ observations: { nodes: object[] } }>(
      "{ observations { nodes { value qualifier note text evidence { status } } } }",
    );
    expect(observations.nodes).toEqual([
      { value: 215, qualifier: "EXACTLY", note: null, text: "215 people", evidence: { status: "CORROBORATED" } },
    ]);
  });

  test("does not mix the words of one with the speaker of another", async () => {
    const about = { about: "City:shanghai-cn", topic: "data" };
    await says(
      [{ slug: "publisher", kind: "PUBLISHER" }, { statements: [{ ...about, text: "It is joined up." }] }],
      [{ slug: "press" }, { statements: [{ ...about, text: "So it is.", speaker: "N. N.", said: "2024" }] }],
    );
    const { statements } = await graph.ask<{ statements: { nodes: object[] } }>(
      "{ statements { nodes { text speaker said evidence { status } } } }",
    );
    expect(statements.nodes).toEqual([
      { text: "It is joined up.", speaker: null, said: null, evidence: { status: "CORROBORATED" } },
    ]);
  });

  test("is contested when one asserts what another denies", async () => {
    const about = { about: "City:shanghai-cn", topic: "first" };
    await says(
      [{ slug: "press" }, { statements: [{ ...about, text: "It is the first." }] }],
      [{ slug: "other" }, { statements: [{ ...about, text: "It is the second.", stance: "DENIES" }] }],
    );
    expect(await graph.ask("{ statements { nodes { evidence { status disputed claims { text } } } } }")).toEqual({
      statements: {
        nodes: [
          {
            evidence: {
              status: "CONTESTED",
              disputed: ["stance"],
              claims: [{ text: "Not so: It is the second." }, { text: "It is the first." }],
            },
          },
        ],
      },
    });
  });

  test.each([
    ["2020", "2020-11", "CORROBORATED"],
    ["2020-11", "2020-11-18", "CORROBORATED"],
    ["2020-11-18", "2020-11-18", "CORROBORATED"],
    ["2020-11-17", "2020-11-18", "CONTESTED"],
    ["2020-10", "2020-11-18", "CONTESTED"],
  ])("told of %s and of %s is %s: dates agree if one is the other, less exactly told", async (one, other, status) => {
    const given = (held: string) => ({ awardEditions: [{ slug: "prize-2020", award: "prize", year: 2020, held }] });
    await says([{ slug: "a" }, given(one)], [{ slug: "b" }, given(other)]);
    expect(await graph.ask('{ awardEdition(slug: "prize-2020") { evidence { status } } }')).toEqual({
      awardEdition: { evidence: { status } },
    });
  });
});
