import { type FaultyError } from "../../src/intake/fault";
import { type OwnWorld, world } from "../support/world";

const catalogue = `
source: { slug: catalogue, kind: COMPILATION, title: Catalogue, publisher: citegraph, licence: CC-BY-4.0, licenceClass: PERMISSIVE }
organisations:
  - { slug: citegraph, name: Citegraph }
  - { slug: imd, name: IMD }
  - { slug: the-daily, name: The Daily }
countries:
  - { slug: ch, name: Switzerland, iso2: CH, iso3: CHE }
  - { slug: "no", name: Norway, iso2: "NO", iso3: NOR }
cities:
  - { slug: zurich-ch, name: Zurich, aliases: ["Zürich"], country: ch, location: { latitude: 47.37, longitude: 8.55 }, prominence: 341730 }
  - { slug: oslo-no, name: Oslo, country: "no", prominence: 580000 }
rankings:
  - { slug: index, name: The Index, publisher: imd }
indicators:
  - { slug: air, name: Air, definition: Fine dust., unit: "µg/m³", direction: LOWER_IS_BETTER, subjects: [CITY], minimum: 0, maximum: 500 }
`;

const report = `
source: { slug: report, kind: PUBLISHER, title: Report, publisher: imd, published: "2024-04", licence: NOT-STATED, licenceClass: UNCLEAR }
rankingEditions:
  - { slug: index-2024, ranking: index, year: 2024 }
placements:
  - { edition: index-2024, city: zurich-ch, rank: 1 }
  - { edition: index-2024, city: oslo-no, rank: 2 }
`;

const places =
  "{ placements(orderBy: { field: RANK }) { nodes { rank city { name } recordedIn } } graph { revision } }";

let graph: OwnWorld;
beforeEach(async () => {
  graph = await world();
}, 60_000);
afterEach(() => graph.close());

/** The faults of a load that must fail, as lines. */
async function faultsOf(...yaml: string[]): Promise<string[]> {
  const error = await graph.load(...yaml).then(
    () => undefined,
    (thrown: FaultyError) => thrown,
  );
  return error!.message.split("\n");
}

describe("a load", () => {
  test("records each file as a revision, and tells what it added", async () => {
    const diffs = await graph.load(catalogue, report);
    expect(diffs.map(({ source, revision, added }) => [source, revision, added.length])).toEqual([
      ["catalogue", 1, 10],
      ["report", 2, 4],
    ]);
    expect(await graph.ask(places)).toEqual({
      placements: {
        nodes: [
          { rank: 1, city: { name: "Zurich" }, recordedIn: 2 },
          { rank: 2, city: { name: "Oslo" }, recordedIn: 2 },
        ],
      },
      graph: { revision: 2 },
    });
  });

  test("of what is known already changes nothing and makes no revision", async () => {
    await graph.load(catalogue, report);
    expect(await graph.load(catalogue, report)).toEqual([]);
    // A comment makes the file another, but says nothing new.
    expect(await graph.load(catalogue, `${report}# as printed\n`)).toEqual([]);
    expect(await graph.ask("{ graph { revision } }")).toEqual({ graph: { revision: 2 } });
  });

  test("changes what the source says otherwise, and retracts what it no longer says", async () => {
    await graph.load(catalogue, report);
    const [diff] = await graph.load(
      catalogue,
      report.replace("rank: 2", "rank: 3").replace(/.*zurich-ch, rank.*\n/, ""),
    );
    expect(diff).toMatchObject({
      revision: 3,
      added: [],
      changed: [{ id: "Placement:index-2024/oslo-no", before: { rank: 2 }, after: { rank: 3 } }],
      retracted: ["Placement:index-2024/zurich-ch"],
      unchanged: 2,
    });
    expect((await graph.ask(places))["placements"]).toEqual({
      nodes: [{ rank: 3, city: { name: "Oslo" }, recordedIn: 3 }],
    });
  });

  test("takes files in any order: what they speak of may come later", async () => {
    const diffs = await graph.load(report, catalogue);
    expect(diffs.map(({ source }) => source)).toEqual(["catalogue", "report"]);
  });

  test("retracts the source of a file that is gone", async () => {
    await graph.load(catalogue, report);
    await graph.load(catalogue);
    expect(await graph.ask("{ sources { nodes { slug } } placements { totalCount } }")).toEqual({
      sources: { nodes: [{ slug: "catalogue" }] },
      placements: { totalCount: 0 },
    });
  });

  test("tells of each revision from which file it came, also of one that is gone", async () => {
    await graph.load(catalogue, report);
    await graph.load(catalogue);
    expect(await graph.ask("{ revisions { nodes { number file partner retracted } } }")).toEqual({
      revisions: {
        nodes: [
          { number: 3, file: "1.yaml", partner: null, retracted: 4 },
          { number: 2, file: "1.yaml", partner: null, retracted: 0 },
          { number: 1, file: "0.yaml", partner: null, retracted: 0 },
        ],
      },
    });
  });

  test("finds things again by name and alias after they are renamed", async () => {
    await graph.load(catalogue);
    await graph.load(catalogue.replace('name: Zurich, aliases: ["Zürich"]', "name: Turicum"));
    const found = "query ($text: String!) { search(text: $text) { nodes { name } } }";
    expect(await graph.ask(found, { text: "turi" })).toEqual({ search: { nodes: [{ name: "Turicum" }] } });
    expect(await graph.ask(found, { text: "zürich" })).toEqual({ search: { nodes: [] } });
  });
});

describe("faults", () => {
  test("come all at once, each with its file, line and path, what was expected and what came", async () => {
    const faults = await faultsOf(
      catalogue,
      `
source: { slug: bad, kind: PAPER, title: Bad, publisher: imd, licenceClass: UNCLEAR }
rankingEditions:
  - { slug: index-2024, ranking: index, year: 24 }
placements:
  - { edition: index-2024, city: Zürich, rank: 0, rnk: 1 }
`,
    );
    expect(faults).toEqual([
      '1.yaml:2: source.kind: Value "PAPER" does not exist in "SourceKind" enum. Did you mean the enum value "PARTNER"? Got "PAPER".',
      '1.yaml:2: source.licence: Field "licence" of required type "String!" was not provided.',
      "1.yaml:4: rankingEditions.0.year: Year expects a calendar year from 1900 to 2200, got 24",
      '1.yaml:6: placements.0.city: Slug expects lower-case words (a to z, 0 to 9) joined by hyphens, such as `shanghai-cn`, got "Zürich"',
      "1.yaml:6: placements.0.rank: Rank expects a whole number of 1 or more, best is 1, got 0",
      '1.yaml:6: placements.0.rnk: Field "rnk" is not defined by type "PlacementInput". Did you mean "rank"?',
    ]);
  });

  test("of a row whose shape is wrong tell what else it names that nobody knows", async () => {
    const faults = await faultsOf(
      catalogue,
      `${report}  - { edition: index-2023, city: zurch-ch, rank: best }\nobservations:\n  - { subject: City:zurch-ch, indicator: 7 up, period: "20x", value: lots }\n  - { value: 1 }\n`,
    );
    expect(faults.map((fault) => fault.replace(/^1\.yaml:\d+: /, "").split(":")[0])).toEqual([
      "placements.2.rank",
      "placements.2.edition",
      "placements.2.city",
      "observations.0.indicator",
      "observations.0.period",
      "observations.0.value",
      "observations.0.subject",
      "observations.1.subject",
      "observations.1.indicator",
      "observations.1.period",
    ]);
    expect(faults[6]).toContain("no City `zurch-ch`; did you mean `zurich-ch`?");
  });

  test("of forty rows are forty, and what all of them name and nobody knows is told of each", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `  - { edition: index-2024, city: zurich-ch, rank: -${i + 1} }`);
    const faults = await faultsOf(
      catalogue,
      `${report}subScores:\n${rows.join("\n").replaceAll("rank:", "dimension: a, rank:")}`,
    );
    const count = (field: string) => faults.filter((fault) => fault.includes(`.${field}: `)).length;
    expect([count("rank"), count("dimension"), faults.length]).toEqual([40, 40, 80]);
  });

  test("name the nearest things when one is not known", async () => {
    const faults = await faultsOf(
      catalogue,
      `${report}  - { edition: index-2024, city: zurch-ch, rank: 3 }\n  - { edition: index-2023, city: atlantis-gr, rank: 3 }\n`,
    );
    expect(faults).toEqual([
      "1.yaml:8: placements.2.city: no City `zurch-ch`; did you mean `zurich-ch`?",
      "1.yaml:9: placements.3.edition: no RankingEdition `index-2023`; did you mean `index-2024`?",
      "1.yaml:9: placements.3.city: no City `atlantis-gr`; add it to the catalogue of cities, or mend the spelling",
    ]);
  });

  test("tell where a fact is said a second time", async () => {
    expect(await faultsOf(catalogue, `${report}  - { edition: index-2024, city: oslo-no, rank: 2 }\n`)).toEqual([
      "1.yaml:8: placements.2: says Placement:index-2024/oslo-no a second time; placements.1 says it first. Keep one of them.",
    ]);
  });

  test("tell of a thing that is defined twice, in one load or in two", async () => {
    const again = `
source: { slug: again, kind: COMPILATION, title: Again, publisher: citegraph, licence: CC-BY-4.0, licenceClass: PERMISSIVE }
organisations: [{ slug: imd, name: IMD }]
`;
    expect(await faultsOf(catalogue, again)).toEqual([
      "1.yaml:3: organisations.0: Organisation:imd is defined in 0.yaml (organisations.1) already; a thing is defined once",
    ]);
    await graph.load(catalogue);
    expect(await faultsOf(catalogue, again)).toHaveLength(1);
  });

  test("tell of values that an indicator cannot have", async () => {
    const observed = `${report}observations:
  - { subject: "City:oslo-no", indicator: air, period: "2023", value: -1 }
  - { subject: "City:zurich-ch", indicator: air, period: "2023", value: 700 }
  - { subject: "Country:ch", indicator: air, period: "2023", value: 7 }
  - { subject: "City:zurich-ch", indicator: air, period: "2022", value: 7, unit: kg }
`;
    expect((await faultsOf(catalogue, observed)).sort()).toEqual([
      "1.yaml:10: observations.1.value: air expects 500 or less, got 700",
      "1.yaml:11: observations.2.subject: air measures CITY, got Country:ch",
      "1.yaml:12: observations.3.unit: air is measured in 'µg/m³', got 'kg'",
      "1.yaml:9: observations.0.value: air expects 0 or more, got -1",
    ]);
  });

  test("tell of invalid YAML by its line", async () => {
    const faults = await faultsOf("source: { slug: a\nplacements: ]\n");
    expect(faults[0]).toMatch(/^0\.yaml: line \d+: /);
  });

  test("tell of retracting what others still speak of", async () => {
    await graph.load(catalogue, report);
    const faults = await faultsOf(catalogue.replace(/.*slug: oslo-no.*\n/, ""), report);
    expect(faults.join()).toMatch(/oslo-no/);
  });

  test("leave nothing behind: what was recorded before stands", async () => {
    await graph.load(catalogue, report);
    await faultsOf(catalogue, report.replace("rank: 2", "rank: 5").replace("rank: 1", "rank: 0"));
    expect(await graph.ask(places)).toMatchObject({
      graph: { revision: 2 },
      placements: { nodes: [{ rank: 1 }, { rank: 2 }] },
    });
  });
});
