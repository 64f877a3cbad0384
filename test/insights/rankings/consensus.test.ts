import { type OwnWorld, shipped, type World, world } from "../../support/world";
import { rankingsFile } from "./small";

interface Place {
  city: { slug: string };
  rank: number;
  asGood: { best: number; worst: number } | null;
  interval: { low: number; high: number; median: number } | null;
  first: number | null;
  score: number | null;
  listsCount: number;
  placements: { rank: number }[];
}
interface Consensus {
  lists: { edition: { slug: string }; weight: number; distance: number | null; rankedCount: number }[];
  places: Place[];
  citiesCount: number;
  tooFewListsCount: number;
  kemeny: { cost: number; lowerBound: number; gap: number; exact: boolean; only: boolean | null } | null;
  overruled: { upper: { slug: string }; lower: { slug: string }; against: number; agree: number; lists: object[] }[];
  leftOut: { edition: { slug: string }; reason: string }[];
  warnings: string[];
  method: string;
  permalink: string;
}

const query = `query ($input: ConsensusInput!) { consensusRanking(input: $input) {
  lists { edition { slug } weight distance rankedCount } citiesCount tooFewListsCount warnings method permalink
  places { city { slug } rank asGood { best worst } interval { low high median } first score listsCount placements { rank } }
  kemeny { cost lowerBound gap exact only } leftOut { edition { slug } reason }
  overruled { upper { slug } lower { slug } against agree lists { slug } }
} }`;

const consensusOf = (graph: World) => async (input: object) =>
  (await graph.ask<{ consensusRanking: Consensus }>(query, { input })).consensusRanking;

const methods = ["KEMENY", "SCHULZE", "COPELAND", "BORDA", "PLACKETT_LUCE"];
const order = ({ places }: Consensus) => places.map(({ city }) => city.slug.slice(0, -3));

describe("small lists", () => {
  let graph: OwnWorld;
  let ask: ReturnType<typeof consensusOf>;
  beforeAll(async () => {
    graph = await world(
      rankingsFile({
        "atlas-2024": ["bern", "chur", "genf", "visp", "zug"],
        "atlas-2022": ["zug", "visp", "genf", "chur", "bern"],
        "atlas-cities-2024": ["bern", "chur", "visp"],
        "bund-2023": ["chur", "genf", "bern", "visp", "zug"],
        "cord-2024": ["genf", "bern", "chur", "visp", "zug"],
        "dorf-2020": ["zug", "bern"],
      }),
    );
    ask = consensusOf(graph);
  }, 60_000);
  afterAll(() => graph.close());

  test.each(methods)("identical lists have themselves as consensus: %s", async (method) => {
    const found = await ask({ editions: ["atlas-2024", "atlas-cities-2024"], method, draws: 20 });
    expect(order(found)).toEqual(["bern", "chur", "visp"]);
    expect(found).toMatchObject({ citiesCount: 3, tooFewListsCount: 2, overruled: [] });
    // One publisher drawn anew is that publisher again: nothing is known of how sure the order is.
    expect(found.places[0]).toMatchObject({ interval: null, first: null });
    expect(found.method).toContain("No intervals were drawn: there is one publisher");
  });

  test.each(methods)(
    "ranks of draws are of all cities, and the chances to be first of all draws: %s",
    async (method) => {
      const { places } = await ask({ editions: ["bund-2023", "dorf-2020"], minimumLists: 1, method, draws: 200 });
      // Chur leads Bund's five; Dorf knows Zug and Bern, so that where it is drawn twice Zug is first and Bern the last of five.
      const bern = places.find(({ city }) => city.slug === "bern-ch")!;
      expect(bern.interval!.high).toBe(5);
      const first = places.reduce((sum, place) => sum + (place.first ?? 0), 0);
      expect(first).toBeLessThan(1.6);
      // Chur, Genf and Visp stand on the word of one publisher, who says the same each time: how sure that is, nobody knows.
      expect(
        places
          .filter(({ interval }) => interval === null)
          .map(({ city }) => city.slug)
          .sort(),
      ).toEqual(["chur-ch", "genf-ch", "visp-ch"]);
    },
  );

  test("of each publisher the latest list speaks, of two of one year the fuller one", async () => {
    const { lists, leftOut } = await ask({});
    expect(lists.map(({ edition, weight }) => [edition.slug, weight])).toEqual([
      ["atlas-2024", 1],
      ["cord-2024", 1],
      ["bund-2023", 1],
    ]);
    expect(leftOut).toEqual(
      expect.arrayContaining([
        { edition: { slug: "dorf-2020" }, reason: "the graph knows 2 places of it, at least 5 are wanted" },
      ]),
    );
    const each = await ask({ take: "LATEST_OF_EACH_RANKING", minimumPlaces: 2 });
    expect(Object.fromEntries(each.lists.map(({ edition, weight }) => [edition.slug, weight]))).toEqual({
      "atlas-2024": 0.5,
      "atlas-cities-2024": 0.5,
      "bund-2023": 1,
      "cord-2024": 1,
      "dorf-2020": 1,
    });
    const all = await ask({ take: "ALL", where: { ranking: { publisher: { slug: { eq: "atlas" } } } } });
    expect(all.lists.map(({ edition }) => edition.slug)).toEqual(["atlas-2024", "atlas-2022"]);
  });

  test("a list of one country's cities is not taken for one of the world's, unless it is asked for", async () => {
    const lists = rankingsFile({
      "atlas-2024": ["bern", "chur", "genf", "visp", "zug"],
      "bund-2023": ["chur", "genf", "bern", "visp", "zug"],
      "land-2024": ["zug", "visp", "genf", "chur", "bern"],
    });
    const own = await world(
      lists.replace("publisher: land, subject: smart cities", "publisher: land, subject: smart cities in Switzerland"),
    );
    try {
      const found = await consensusOf(own)({ draws: 0 });
      expect(found.lists.map(({ edition }) => edition.slug)).toEqual(["atlas-2024", "bund-2023"]);
      expect(found.leftOut).toEqual([
        { edition: { slug: "land-2024" }, reason: expect.stringContaining("it keeps to Switzerland") },
      ]);
      expect(await own.ask('{ city(slug: "zug-ch") { standing { best { rank } ofListsCount } } }')).toEqual({
        city: { standing: { best: { rank: 5 }, ofListsCount: 2 } },
      });
      expect((await consensusOf(own)({ draws: 0, where: {} })).lists).toHaveLength(3);
    } finally {
      await own.close();
    }
  }, 60_000);

  test("a majority that goes in a circle is overruled where it is weakest, and it is told which lists said so", async () => {
    // Bern before Chur, Chur before Genf, Genf before Bern: each by two of three.
    const { kemeny, overruled, places, lists, method } = await ask({ draws: 0 });
    expect(kemeny).toEqual({ cost: 4, lowerBound: 4, gap: 0, exact: true, only: false });
    expect(places.slice(0, 3).map(({ rank, asGood }) => ({ rank, asGood }))).toEqual(
      Array(3).fill({ rank: 1, asGood: { best: 1, worst: 3 } }),
    );
    expect(method).toContain("others contradict as little: 3 cities may stand elsewhere in those");
    expect(overruled).toHaveLength(1);
    expect(overruled[0]).toMatchObject({ against: 2, agree: 1 });
    expect(overruled[0]!.lists).toHaveLength(2);
    expect(order({ places } as Consensus).slice(3)).toEqual(["visp", "zug"]);
    expect(places[0]).toMatchObject({ interval: null, listsCount: 3 });
    expect(lists.map(({ distance }) => distance).sort()).toEqual([0, 0.2, 0.2]);
  });

  test("the last of a fragment of a long list is not the last of the list: Borda goes by how many it ranks", async () => {
    const lists = rankingsFile({
      "atlas-2024": ["bern", "chur", "genf", "visp", "zug"],
      "bund-2023": ["chur", "genf", "bern", "visp", "zug"],
    });
    const own = await world(
      lists.replace(
        "slug: atlas-2024, ranking: atlas, year: 2024",
        "slug: atlas-2024, ranking: atlas, year: 2024, citiesAssessed: 41",
      ),
    );
    try {
      const { places, method } = await consensusOf(own)({ method: "BORDA", draws: 0 });
      // Zug: fifth of 41 beats 36 of 40, and is last of the five of Bund, of which no more is known.
      expect(Object.fromEntries(places.map(({ city, score }) => [city.slug.slice(0, -3), score]))).toEqual({
        bern: (1 + 1 / 2) / 2,
        chur: (39 / 40 + 1) / 2,
        genf: (38 / 40 + 3 / 4) / 2,
        visp: (37 / 40 + 1 / 4) / 2,
        zug: (36 / 40 + 0) / 2,
      });
      expect(method).toContain("of all that a list ranks, by printed rank, where their number is known");
    } finally {
      await own.close();
    }
  }, 60_000);

  test("cities that no list connects are told, with how many there are and an example of each", async () => {
    const own = await world(
      rankingsFile({
        "atlas-2024": ["bern", "chur", "genf"],
        "bund-2023": ["chur", "bern", "genf"],
        "cord-2024": ["visp", "zug"],
      }),
    );
    try {
      const input = { minimumLists: 1, minimumPlaces: 2, draws: 0 };
      const { warnings, kemeny, places } = await consensusOf(own)(input);
      expect(warnings).toContainEqual(
        expect.stringMatching(
          /^no list connects 2 groups of cities \(3 cities such as bern-ch; 2 cities such as visp-ch\)/,
        ),
      );
      expect(kemeny).toMatchObject({ exact: true, only: false });
      const visp = places.find(({ city }) => city.slug === "visp-ch")!;
      expect(visp.asGood).toEqual({ best: 1, worst: 4 });
      for (const method of methods.slice(1))
        expect((await consensusOf(own)({ ...input, method })).warnings).toContainEqual(
          expect.stringContaining("no list connects 2 groups"),
        );
    } finally {
      await own.close();
    }
  }, 60_000);

  test("a city on too few lists is not ranked, and one that is on none is not missed", async () => {
    const { citiesCount, tooFewListsCount } = await ask({ editions: ["bund-2023", "dorf-2020"], method: "BORDA" });
    expect({ citiesCount, tooFewListsCount }).toEqual({ citiesCount: 2, tooFewListsCount: 3 });
    const one = await ask({ editions: ["bund-2023", "dorf-2020"], minimumLists: 1 });
    expect(one).toMatchObject({
      citiesCount: 5,
      warnings: expect.arrayContaining([expect.stringContaining("one list")]),
    });
  });

  test("a standing is that of its revision, though lists are recorded later", async () => {
    const standing = `{ city(slug: "zug-ch") { standing { best { rank edition { slug } } worst { rank } spread listsCount
      ofListsCount ofCitiesCount consensus { rank interval { high } } } } unranked: city(slug: "bern-ch") { standing { spread } } }`;
    const before = await graph.answer(standing);
    expect(before.data).toMatchObject({
      city: {
        standing: {
          ...{ best: { rank: 5 }, worst: { rank: 5 }, spread: 0, listsCount: 3, ofListsCount: 3, ofCitiesCount: 5 },
          consensus: { rank: 5, interval: { high: 5 } },
        },
      },
      unranked: { standing: { spread: 2 } },
    });
    await graph.load(
      rankingsFile({
        "atlas-2024": ["zug", "chur", "genf", "visp", "bern"],
        "bund-2023": ["zug", "genf", "bern", "visp", "chur"],
      }),
    );
    expect((await graph.answer(standing)).data).toMatchObject({ city: { standing: { consensus: { rank: 1 } } } });
    const revision = String(before.extensions!["revision"]);
    expect((await graph.answer(`query @asOf(revision: ${revision}) ${standing}`)).data).toEqual(before.data);
  });

  test("where there are too few lists there is no standing, and a consensus is refused", async () => {
    await graph.load(rankingsFile({ "atlas-2024": ["zug", "chur"] }));
    expect(await graph.ask('{ city(slug: "zug-ch") { standing { spread } } }')).toEqual({ city: { standing: null } });
    const { errors } = await graph.answer("{ consensusRanking { citiesCount } }");
    expect(errors!.map(({ message }) => message)).toEqual([
      "expected at least 2 lists of 5 known places or more, got 0",
    ]);
  });
});

describe("lists of smart cities that ship", () => {
  let graph: World;
  let ask: ReturnType<typeof consensusOf>;
  beforeAll(async () => {
    graph = await shipped();
    ask = consensusOf(graph);
  }, 120_000);
  afterAll(() => graph.close());

  test("the same question has the same answer, and the permalink asks it again", async () => {
    const found = await ask({ minimumLists: 3, draws: 20, method: "COPELAND" });
    for (const { rank, interval } of found.places) expect(interval!.low <= rank && rank <= interval!.high).toBe(true);
    expect(found).toEqual(await ask({ minimumLists: 3, draws: 20, method: "COPELAND" }));
    const asked = new URL(found.permalink).searchParams;
    const again = await graph.ask<{ consensusRanking: Consensus }>(
      asked.get("query")!,
      JSON.parse(asked.get("variables")!) as Record<string, unknown>,
    );
    expect(again.consensusRanking.method).toBe(found.method);
  });

  test("Plackett-Luce answers with fewer draws of its own accord, and refuses beforehand what would take too long", async () => {
    const found = await ask({ method: "PLACKETT_LUCE" });
    expect(found.method).toContain("of 20 draws of the publishers");
    expect(new URL(found.permalink).searchParams.get("variables")).toContain('"draws":20');
    const { errors } = await graph.answer(query, { input: { method: "PLACKETT_LUCE", draws: 2_000 } });
    expect(errors![0]!.message).toMatch(
      /2000 draws of a PLACKETT_LUCE consensus of .* ask for at most \d+ draws, for fewer lists, or raise `minimumLists`/,
    );
  });

  test("so many in the first place that it is no answer are warned of", async () => {
    const { warnings, places } = await ask({ method: "SCHULZE", minimumLists: 1, draws: 0 });
    const firsts = places.filter(({ rank }) => rank === 1).length;
    expect(firsts).toBeGreaterThanOrEqual(5);
    expect(warnings).toContainEqual(expect.stringMatching(/^\d+ cities share the first rank/));
  });

  test("the order of those on three lists is proven", async () => {
    const { kemeny, places, method } = await ask({ minimumLists: 3, draws: 0 });
    expect(kemeny).toMatchObject({ gap: 0, exact: true });
    expect(places.slice(0, 2).map(({ city }) => city.slug)).toEqual(["oslo-no", "singapore-sg"]);
    expect(method).toContain("The order is proven");
  });

  test.each([
    [{ editions: ["imd-smart-city-index-2024"] }, "BAD_USER_INPUT", "expects 2 to 60 different slugs, got 1"],
    [{ editions: ["imd-smart-city-index-2024", "juniper-smart-city-2123"] }, "NOT_FOUND", "did you mean"],
    [
      { editions: ["imd-smart-city-index-2024"], where: {} },
      "BAD_USER_INPUT",
      "expected `editions` or `where`, got both",
    ],
    [
      { editions: ["imd-smart-city-index-2024", "juniper-smart-city-2023"], take: "ALL" },
      "BAD_USER_INPUT",
      "expected `editions` or `take`, got both",
    ],
    [
      { editions: ["imd-smart-city-index-2024", "juniper-smart-city-2023"], minimumPlaces: 9 },
      "BAD_USER_INPUT",
      "expected `editions` or `minimumPlaces`, got both",
    ],
    [{ minimumLists: 5 }, "BAD_USER_INPUT", "expected at least 2 cities on 5 of the 4 lists, got 0"],
    [{ editions: [] }, "BAD_USER_INPUT", "expects 2 to 60 different slugs, got none"],
    [{ seed: -1 }, "BAD_USER_INPUT", "`seed` expects 0 to 2,147,483,647, got -1"],
    [{ level: 1 }, "BAD_USER_INPUT", "`level` expects more than 0 and less than 1, got 1"],
    [{ draws: 2_001 }, "BAD_USER_INPUT", "`draws` expects 0 to 2,000, got 2001"],
    [
      { take: "ALL", where: {}, minimumLists: 1, draws: 2_000 },
      "BAD_USER_INPUT",
      /would cost [\d,]+ steps, the limit is 4,000,000,000: ask for at most \d+ draws/,
    ],
  ])("what cannot be put together is refused: %j", async (input, code, message) => {
    const { errors, data } = await graph.answer(query, { input });
    expect(data).toEqual({ consensusRanking: null });
    expect(errors![0]!.extensions["code"]).toBe(code);
    expect(errors![0]!.message).toMatch(message);
  });
});
