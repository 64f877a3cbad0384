import { recording } from "../../src/intake/lock";
import { record } from "../../src/intake/record";
import { type Arrival } from "../../src/intake/submission";
import { kinds } from "../../src/knowledge";
import { type Row } from "../../src/knowledge/kind";
import { type OwnWorld, shipped, type World, world } from "../support/world";

const catalogue = `
source: { slug: catalogue, kind: COMPILATION, title: Catalogue, publisher: us, licence: CC0-1.0, licenceClass: PERMISSIVE }
organisations: [{ slug: us, name: Us }, { slug: them, name: Them }]
countries: [{ slug: ch, name: Switzerland, iso2: CH, iso3: CHE }]
cities:
${["aarau", "basel", "chur", "davos"].map((name) => `  - { slug: ${name}-ch, name: ${name}, country: ch }`).join("\n")}
rankings: [{ slug: index, name: The Index, publisher: us }]
indicators: [{ slug: air, name: Air, definition: Dust., unit: kg, direction: NOT_SCORED, subjects: [CITY] }]
`;

const everything = `{
  graph { counts { kind count } licences { licence sources } }
  sources { nodes { id slug title kind recordedIn claims(first: 100) { nodes { id values position text } } } }
  cities { nodes { id name aliases recordedIn placements { nodes { id rank score } } observations { totalCount nodes { id text } } } }
  placements(first: 100) { totalCount nodes { id rank recordedIn edition { id } evidence { status disputed publishers preferred { id } claims { id text } } } }
  observations(first: 100) { nodes { id value text recordedIn evidence { status claims { id } } } }
  search(text: "aar") { totalCount nodes { id } }
}`;

const asOf = (query: string) => `query ($r: Int!) @asOf(revision: $r) ${query}`;

/** A small pseudo-random source, so that a failure can be run again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const kindOf = (name: string) => kinds.find((kind) => kind.name === name)!;

function arrival(kind: string, row: Row): Arrival {
  const of = kindOf(kind);
  return { kind: of, path: kind, fact: `${of.entity.name}:${of.identify(row)}`, row: { ...row, ...of.derives?.(row) } };
}

/** What a source says at random: some places, some numbers, itself now and then retitled. */
function says(source: string, roll: (sides: number) => number): Arrival[] {
  const cities = ["aarau-ch", "basel-ch", "chur-ch", "davos-ch"].filter(() => roll(3) > 0);
  const kind = ["PUBLISHER", "PRESS", "OFFICIAL"][roll(3)];
  const head = {
    slug: source,
    kind,
    title: `Title ${roll(2)}`,
    publisher: roll(2) ? "us" : "them",
    licence: "X",
    licenceClass: "UNCLEAR",
  };
  return [
    arrival("sources", head),
    arrival("rankingEditions", { slug: "index-2024", ranking: "index", year: 2024, citiesAssessed: 4 + roll(2) }),
    ...cities.map((city) =>
      arrival("placements", {
        edition: "index-2024",
        city,
        rank: 1 + roll(2),
        ...(roll(4) === 0 && { deprecated: "mended" }),
      }),
    ),
    ...cities.map((city) =>
      arrival("observations", {
        subject: `City:${city}`,
        indicator: "air",
        period: "2024",
        value: roll(2),
        qualifier: "EXACTLY",
        status: roll(3) ? "MEASURED" : "PLANNED",
      }),
    ),
  ];
}

describe("history", () => {
  let graph: OwnWorld;
  beforeAll(async () => {
    graph = await world(catalogue);
  }, 60_000);
  afterAll(() => graph.close());

  test("500 random submissions later, every revision is still answered as it was at the time", async () => {
    const roll = dice(7);
    const then = new Map<number, string>();
    for (let i = 0; i < 500; i++) {
      const source = `source-${roll(5)}`;
      const gone = roll(12) === 0;
      const { revision } = await recording(graph.store.source, (ask) =>
        record(ask, { source, arrivals: gone ? [] : says(source, roll) }, roll(4) ? "REPLACE" : "MERGE"),
      );
      if (revision !== null) then.set(revision, JSON.stringify(await graph.ask(everything)));
    }
    expect(then.size).toBeGreaterThan(300);
    for (const [revision, answer] of then) {
      expect({ revision, answer: JSON.stringify(await graph.ask(asOf(everything), { r: revision })) }).toEqual({
        revision,
        answer,
      });
    }
  }, 180_000);

  test("a revision that is not there yet, and a day before the first or not over, are told from each other", async () => {
    const errorOf = async (directive: string) => {
      const { errors } = await graph.answer(`query @asOf(${directive}) { graph { revision } }`);
      return [errors?.[0]?.extensions["code"], errors?.[0]?.message];
    };
    expect(await errorOf("revision: 100000")).toEqual([
      "INVALID_AS_OF",
      expect.stringMatching(/no such revision; the graph has 1 to \d+/),
    ]);
    expect(await errorOf('date: "1999-12-31"')).toEqual(["INVALID_AS_OF", expect.stringMatching(/no such revision/)]);
    expect(await errorOf('date: "2199"')).toEqual(["INVALID_AS_OF", expect.stringMatching(/a day that is over/)]);
    expect(await errorOf('revision: 1, date: "2024"')).toEqual(["INVALID_AS_OF", expect.stringMatching(/one of them/)]);
  });

  test("answers tell the revision they were read at", async () => {
    const now = await graph.answer("{ graph { revision } }");
    expect(now.extensions).toEqual({ revision: (now.data!["graph"] as { revision: number }).revision });
    expect((await graph.answer("query @asOf(revision: 1) { graph { revision } }")).extensions).toEqual({ revision: 1 });
    expect((await graph.answer("{ __schema { queryType { name } } }")).extensions).toEqual(now.extensions);
  });
});

describe("changes", () => {
  let source: World;
  let copy: OwnWorld;
  beforeAll(async () => {
    [source, copy] = await Promise.all([shipped(), world()]);
  }, 120_000);
  afterAll(() => Promise.all([source.close(), copy.close()]));

  interface Change {
    kind: string;
    verdict: string;
    sourceSlug: string;
    recordedIn: number;
    after: Row | null;
  }

  /** The whole feed, page by page, as a partner would read it. */
  async function feed(): Promise<Change[]> {
    const query = `query ($after: String) { changes(since: 0, first: 500, after: $after) {
      nodes { kind verdict sourceSlug recordedIn after } pageInfo { hasNextPage endCursor } } }`;
    const all: Change[] = [];
    for (let after: string | null = null; ; ) {
      const { changes }: { changes: { nodes: Change[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await source.ask(query, { after });
      all.push(...changes.nodes);
      if (!changes.pageInfo.hasNextPage) return all;
      after = changes.pageInfo.endCursor;
    }
  }

  test("replayed from 0 on an empty store give the same graph", async () => {
    const changes = await feed();
    const revisions = [...new Set(changes.map(({ recordedIn }) => recordedIn))];
    for (const revision of revisions) {
      const rows = changes.filter(({ recordedIn }) => recordedIn === revision);
      const arrivals = rows.map(({ kind, after }) => arrival(kind, after!));
      const made = await recording(copy.store.source, (ask) =>
        record(ask, { source: rows[0]!.sourceSlug, arrivals }, "MERGE"),
      );
      expect(made).toMatchObject({ revision, faults: [] });
    }
    const tables =
      "claims placements sub_scores observations statements forecasts wins expo_editions award_editions ranking_editions cities sources names";
    for (const table of tables.split(" ")) {
      const rows = async ({ store }: World) =>
        store.pool.query(`select md5(string_agg(t::text, '|' order by t::text collate "C")) as all from ${table} t`);
      expect({ table, rows: (await rows(copy)).rows }).toEqual({ table, rows: (await rows(source)).rows });
    }
  }, 180_000);

  test("can be asked for of a thing, of kinds, and since a revision", async () => {
    const { changes } = await source.ask<{ changes: { totalCount: number; nodes: Change[] } }>(
      `{ changes(since: 0, kinds: ["placements"], about: "City:shanghai-cn", first: 3) { totalCount nodes { kind verdict after } } }`,
    );
    expect(changes.totalCount).toBeGreaterThan(10);
    expect(changes.nodes.map(({ kind, after }) => [kind, after?.["city"]])).toEqual(
      Array(3).fill(["placements", "shanghai-cn"]),
    );
  });
});
