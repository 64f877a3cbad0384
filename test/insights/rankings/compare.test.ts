import { shipped, type World } from "../../support/world";

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

interface Pair {
  earlier: { slug: string };
  later: { slug: string };
  comparability: { verdict: string; explanation: string; reasons: { code: string }[]; instead: { slug: string }[] };
  commonCount: number;
  movers: { city: { slug: string }; change: number; printedChange: number }[] | null;
}

const query = `query ($editions: [Slug!]!) { compareRankings(editions: $editions) { pairs {
  earlier { slug } later { slug } comparability { verdict explanation reasons { code } instead { slug } } commonCount
  movers(first: 3) { city { slug } change printedChange }
} } }`;

async function pairOf(...editions: string[]): Promise<Pair> {
  const { compareRankings } = await graph.ask<{ compareRankings: { pairs: Pair[] } }>(query, { editions });
  return compareRankings.pairs[0]!;
}

const imd = (year: number) => `imd-smart-city-index-${year}`;

test.each([2019, 2020, 2021].flatMap((before) => [2023, 2024, 2025, 2026].map((since) => [before, since] as const)))(
  "IMD %i and %i make no trend, and it is said why",
  async (before, since) => {
    const { comparability, movers } = await pairOf(imd(before), imd(since));
    expect(comparability.verdict).toBe("REFUSED");
    expect(comparability.explanation).toContain("a change of rank would be a change of method, not of the city");
    expect(comparability.instead[0]).toEqual({ slug: `imd-smart-city-index-backcast-2023-method-${before}` });
    expect(movers).toBeNull();
  },
);

test("where a comparison is refused no change is told, wherever one looks", async () => {
  const { compareRankings } = await graph.ask<{ compareRankings: { pairs: { furthestApart: object[] }[] } }>(
    `{ compareRankings(editions: ["imd-smart-city-index-2021", "imd-smart-city-index-2024"]) { pairs {
      furthestApart(first: 2) { city { slug } change printedChange earlier { rank } } } } }`,
  );
  const apart = compareRankings.pairs[0]!.furthestApart;
  expect(apart).toHaveLength(2);
  for (const both of apart)
    expect(both).toMatchObject({ change: null, printedChange: null, earlier: { rank: expect.any(Number) } });
});

test("editions that the publisher says may be compared show who moved, the earlier first however they are asked for", async () => {
  const pair = await pairOf(imd(2025), imd(2024));
  expect(pair).toMatchObject({ earlier: { slug: imd(2024) }, later: { slug: imd(2025) }, commonCount: 68 });
  expect(pair.comparability.verdict).toBe("COMPARABLE");
  expect(pair.movers![0]).toEqual({ city: { slug: "al-khobar-sa" }, change: 9, printedChange: 38 });
});

test("what a publisher says holds by way of other editions", async () => {
  const { comparability } = await pairOf("imd-smart-city-index-backcast-2023-method-2021", imd(2024));
  expect(comparability.verdict).toBe("COMPARABLE");
  expect(comparability.explanation).toMatch(
    /^It follows from what IMD.* says that .*, by way of imd-smart-city-index-2023: IMD.* does not say it of these two\./,
  );
  expect((await pairOf("global-power-city-index-2012", "global-power-city-index-2016")).comparability.verdict).toBe(
    "COMPARABLE",
  );
});

test("editions of which nothing is said are uncertain, those of two rankings are different lists", async () => {
  expect((await pairOf(imd(2020), imd(2021))).comparability.verdict).toBe("UNCERTAIN");
  const { comparability, movers } = await pairOf("mercer-quality-of-living-2019", imd(2019));
  expect(comparability.verdict).toBe("DIFFERENT_LISTS");
  expect(comparability.reasons.map(({ code }) => code)).toEqual([
    "OTHER_RANKING",
    "OTHER_SUBJECT",
    "OTHER_UNIVERSE",
    "PARTLY_KNOWN",
    "PARTLY_KNOWN",
  ]);
  expect(movers).toBeNull();
});

test("what a list's places are is read from the preferred claims", async () => {
  const { compareRankings } = await graph.ask<{ compareRankings: { pairs: object[] } }>(
    `{ compareRankings(editions: ["juniper-smart-city-2022", "juniper-smart-city-2023"]) { pairs {
      furthestApart { city { slug } earlier { rank evidence { status } } later { rank } change }
      onlyLater { city { slug } rank } onlyEarlierCount onlyLaterCount
      agreement { kendallTau { value exact pValue } top { places common value } spearman { value } warnings }
    } } }`,
  );
  expect(compareRankings.pairs[0]).toMatchObject({
    onlyEarlierCount: 2,
    onlyLaterCount: 2,
    agreement: { kendallTau: { exact: true }, top: { places: 5, common: 3, value: 0.6 } },
  });
});

test("the same question has the same answer, and its permalink names the revision", async () => {
  const whole = `{ compareRankings(editions: ["global-power-city-index-2015", "juniper-smart-city-2023"], seed: 7) {
    pairs { agreement { kendallTau { value pValue interval { low high } } rankBiasedOverlap { value atLeast atMost pValue } } } method permalink } }`;
  const [one, other] = [await graph.answer(whole), await graph.answer(whole)];
  expect(one.data).toEqual(other.data);
  const { method, permalink } = one.data!["compareRankings"] as Record<string, string>;
  expect(method).toContain("with seed 7");
  const asked = new URL(permalink!).searchParams;
  expect(asked.get("query")).toContain(`@asOf(revision: ${String(one.extensions!["revision"])})`);
  const again = await graph.answer(asked.get("query")!, JSON.parse(asked.get("variables")!));
  expect(again.errors).toBeUndefined();
  expect(again.data).toMatchObject({ compareRankings: { method } });
});

test("what is asked wrongly is said", async () => {
  const refused = async (editions: string[], more = "") => {
    const { errors, data } = await graph.answer(
      `query ($editions: [Slug!]!) { compareRankings(editions: $editions${more}) { seed } }`,
      { editions },
    );
    expect(data).toEqual({ compareRankings: null });
    return [errors![0]!.extensions["code"], errors![0]!.message];
  };
  expect(await refused([imd(2024)])).toEqual([
    "BAD_USER_INPUT",
    expect.stringContaining("expects 2 to 6 different slugs"),
  ]);
  expect(await refused([imd(2024), imd(2024)])).toEqual(["BAD_USER_INPUT", expect.stringContaining("different slugs")]);
  expect(await refused([imd(2024), "imd-smart-city-indx-2023"])).toEqual([
    "NOT_FOUND",
    expect.stringContaining("did you mean"),
  ]);
  expect(await refused([imd(2024), imd(2023)], ", top: 0")).toEqual([
    "BAD_USER_INPUT",
    "`top` expects 1 to 1,000, got 0",
  ]);
  expect(await refused([imd(2024), imd(2023)], ", seed: -1")).toEqual([
    "BAD_USER_INPUT",
    "`seed` expects 0 to 2,147,483,647, got -1",
  ]);
  for (const persistence of ["0", "1", "-0.5"])
    expect(await refused([imd(2024), imd(2023)], `, persistence: ${persistence}`)).toEqual([
      "BAD_USER_INPUT",
      `\`persistence\` expects more than 0 and less than 1, got ${persistence}`,
    ]);
});

test("lists without a city in common have no agreement to measure", async () => {
  const { compareRankings } = await graph.ask<{ compareRankings: { pairs: object[] } }>(
    `{ compareRankings(editions: ["easypark-cities-of-the-future-50k-to-600k-2021", "easypark-cities-of-the-future-over-3m-2021"]) { pairs {
      commonCount agreement { kendallTau { value } spearman { value } rankBiasedOverlap { value } top { common } warnings } } } }`,
  );
  expect(compareRankings.pairs[0]).toEqual({
    commonCount: 0,
    agreement: {
      kendallTau: null,
      spearman: null,
      rankBiasedOverlap: null,
      top: null,
      warnings: expect.arrayContaining([
        "the lists have no city in common",
        expect.stringMatching(/^of easypark-.* are not known: overlaps are not measured$/),
      ]),
    },
  });
});
