import { type OwnWorld, shipped, type World, world } from "../support/world";
import { catalogue, file, type Quantity, visitors } from "./sources";

interface Dispute {
  id: string;
  kind: string;
  fields: string[];
  spread: number;
  publishers: number;
  fact: { __typename: string; id: string; evidence: { status: string } };
  claims: { text: string; deprecated: string | null; source: { slug: string; publisher: { name: string } } }[];
}

const shown = `totalCount nodes {
  id kind fields spread publishers
  fact { __typename id evidence { status } } claims { text deprecated source { slug publisher { name } } }
}`;

async function contested(
  graph: World,
  args = "first: 500",
  directive = "",
): Promise<{ totalCount: number; nodes: Dispute[] }> {
  const answer = await graph.ask<{ contested: { totalCount: number; nodes: Dispute[] } }>(
    `query ${directive} { contested(${args}) { ${shown} } }`,
  );
  return answer.contested;
}

describe("the book of disputes", () => {
  let graph: OwnWorld;
  afterEach(() => graph.close());

  /** Two sources, and what each says of the visitors of some years. */
  const sources = (one: Record<number, Quantity>, other: Record<number, Quantity>) => {
    const heads = [{ slug: "one" }, { slug: "other" }];
    const rows = (said: Record<number, Quantity>) => ({
      observations: Object.entries(said).map(([year, quantity]) => visitors(Number(year), quantity)),
    });
    return [catalogue(heads), file(heads[0]!, rows(one)), file(heads[1]!, rows(other))];
  };

  test("holds what is contested, widest spread first, with what each side says and who says it", async () => {
    graph = await world(
      ...sources(
        { 2019: { value: 100 }, 2020: { value: 46 }, 2021: { value: 7 }, 2022: { value: 200, qualifier: "AT_LEAST" } },
        { 2019: { value: 50 }, 2020: { value: 48 }, 2021: { value: 7 }, 2022: { value: 215 } },
      ),
    );
    const { totalCount, nodes } = await contested(graph);
    expect(totalCount).toBe(2);
    expect(nodes.map(({ id, kind, fields, spread, publishers }) => ({ id, kind, fields, spread, publishers }))).toEqual(
      [
        {
          id: "Dispute:Observation:City:shanghai-cn/visitors/2019",
          kind: "observations",
          fields: ["value"],
          spread: 0.5,
          publishers: 2,
        },
        {
          id: "Dispute:Observation:City:shanghai-cn/visitors/2020",
          kind: "observations",
          fields: ["value"],
          spread: 2 / 48,
          publishers: 2,
        },
      ],
    );
    expect(nodes[1]!.fact).toEqual({
      __typename: "Observation",
      id: "Observation:City:shanghai-cn/visitors/2020",
      evidence: { status: "CONTESTED" },
    });
    expect(nodes[1]!.claims.map(({ text, source }) => [text, source.slug])).toEqual([
      ["46", "one"],
      ["48", "other"],
    ]);
  });

  test("lets go of a dispute when one side gives in, and the book as of before keeps it", async () => {
    const before = sources({ 2020: { value: 46 } }, { 2020: { value: 48 } });
    graph = await world(...before);
    const { graph: then } = await graph.ask<{ graph: { revision: number } }>("{ graph { revision } }");
    await graph.load(...sources({ 2020: { value: 46 } }, { 2020: { value: 46 } }));
    expect((await contested(graph)).totalCount).toBe(0);
    expect((await contested(graph, "first: 10", `@asOf(revision: ${then.revision})`)).nodes).toHaveLength(1);
    await graph.load(...before);
    expect((await contested(graph)).totalCount).toBe(1);
  });

  test("a claim that is set aside is no side of a dispute", async () => {
    graph = await world(...sources({ 2020: { value: 46 } }, { 2020: { value: 48, deprecated: "A slip." } }));
    expect((await contested(graph)).totalCount).toBe(0);
  });
});

describe("what ships", () => {
  let graph: World;
  beforeAll(async () => {
    graph = await shipped();
  }, 120_000);
  afterAll(() => graph.close());

  test("every contested fact stands in it, and no other", async () => {
    const { totalCount, nodes } = await contested(graph);
    const kinds = [
      "rankingEditions",
      "placements",
      "subScores",
      "awardEditions",
      "wins",
      "expoEditions",
      "observations",
      "forecasts",
      "statements",
    ];
    const counts = await graph.ask<Record<string, { totalCount: number; nodes: { id: string }[] }>>(
      `{ ${kinds.map((kind) => `${kind}(first: 500, where: { evidence: { status: { eq: CONTESTED } } }) { totalCount nodes { id } }`).join(" ")} }`,
    );
    const facts = Object.values(counts).flatMap(({ nodes: rows }) => rows.map(({ id }) => id));
    expect(nodes.map(({ fact }) => fact.id).sort()).toEqual(facts.sort());
    expect(totalCount).toBe(facts.length);
    expect(nodes.filter(({ fact }) => fact.evidence.status !== "CONTESTED")).toEqual([]);
    const spreads = nodes.map(({ spread }) => spread);
    expect(spreads).toEqual([...spreads].sort((a, b) => b - a));
    // Every dispute has two sides that stand.
    expect(nodes.filter(({ claims }) => claims.filter(({ deprecated }) => deprecated === null).length < 2)).toEqual([]);
  });

  test("the countries of the World Smart City Awards 2020: 46 says the organiser, 48 the article", async () => {
    const { nodes } = await contested(graph, 'first: 10, about: "AwardEdition:wsca-2020", kinds: ["observations"]');
    const countries = nodes.find(({ fact }) => fact.id.includes("entrant-countries"))!;
    expect(countries.claims.map(({ text, source }) => [text, source.publisher.name])).toEqual([
      ["46", "Fira de Barcelona"],
      ["46", "Fira de Barcelona"],
      ["48", "Network King"],
    ]);
    expect(countries.spread).toBeCloseTo(2 / 48, 10);
  });

  test("a city has the disputes over its initiatives and the expos it hosts, a series those over its editions", async () => {
    const ids = async (about: string) =>
      (await contested(graph, `first: 500, about: "${about}"`)).nodes.map(({ fact }) => fact.id);
    const ofShanghai = await ids("City:shanghai-cn");
    expect(ofShanghai).toContain("Statement:ExpoEdition:scesh-2023/first-edition");
    expect(ofShanghai.filter((id) => id.startsWith("Observation:Initiative:"))).not.toEqual([]);
    expect(await ids("Award:wsca")).toContain("Observation:AwardEdition:wsca-2020/entrant-countries/2020");
    expect(await ids("Ranking:juniper-smart-city")).toContain(
      "Statement:RankingEdition:juniper-smart-city-2023/smartest-city-in-the-world",
    );
  });

  test("a section that is not there is told, with those that are", async () => {
    for (const list of ["contested", "changes"]) {
      const { errors } = await graph.answer(`{ ${list}(kinds: ["observations", "nope"]) { totalCount } }`);
      expect(errors?.[0]?.message).toMatch(/^`kinds` expects some of sources, .*statements, got "nope"$/);
      expect(errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    }
  });

  test("a thing that is not there is told, with those that are near, beside an empty list", async () => {
    const { data, errors } = await graph.answer(`{ contested(about: "City:shanghay-cn") { totalCount } }`);
    expect(data).toEqual({ contested: { totalCount: 0 } });
    expect(errors?.[0]).toMatchObject({
      message: "no city `shanghay-cn`; did you mean `shanghai-cn` or `shenyang-cn`?",
      path: ["contested"],
      extensions: { code: "NOT_FOUND", suggestions: ["shanghai-cn", "shenyang-cn"] },
    });
    const { errors: shapeless } = await graph.answer(`{ contested(about: "shanghai-cn") { totalCount } }`);
    expect(shapeless?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });

  test("disputes are asked for by section and by what they are about", async () => {
    const all = await contested(graph);
    for (const kind of new Set(all.nodes.map((dispute) => dispute.kind))) {
      const some = await contested(graph, `first: 500, kinds: ["${kind}"]`);
      expect(some.nodes).toEqual(all.nodes.filter((dispute) => dispute.kind === kind));
    }
    const ofChina = await contested(graph, 'about: "Country:cn"');
    expect(ofChina.nodes.map(({ fact }) => fact.id)).toContain("Statement:Country:cn/smart-city-pilot-cities");
  });
});
