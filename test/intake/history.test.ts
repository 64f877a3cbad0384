import { isDeepStrictEqual } from "node:util";
import { recording } from "../../src/intake/lock";
import { record } from "../../src/intake/record";
import { gazetteerSource } from "../../src/intake/sole";
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
awards: [{ slug: prize, name: The Prize, organiser: us }]
expos: [{ slug: fair, name: The Fair, organiser: us }]
dimensions: [{ slug: energy, name: Energy, ranking: index }]
indicators: [{ slug: air, name: Air, definition: Dust., unit: kg, direction: NOT_SCORED, subjects: [CITY] }]
`;

const everything = `{
  graph { counts { kind count } licences { licence sources } }
  sources { nodes { id slug title kind recordedIn claims(first: 100) { nodes { id values position text } } } }
  cities { nodes { id name aliases recordedIn placements { nodes { id rank score } } observations { totalCount nodes { id text } } initiatives { nodes { name aliases } } } }
  placements(first: 100) { totalCount nodes { id rank recordedIn edition { id } evidence { status disputed publishers preferred { id } claims { id text } } } }
  observations(first: 100) { nodes { id value text recordedIn evidence { status claims { id } } } }
  contested(first: 100) { totalCount nodes { id spread fields fact { id } } }
  rankingEditions { nodes { id year citiesAssessed recordedIn } } subScores { nodes { id rank recordedIn } }
  awardEditions { nodes { id year recordedIn } } expoEditions { nodes { id year venue recordedIn } }
  wins { nodes { id project } } statements { nodes { id text stance } } forecasts { nodes { id targetValue note definition } }
  search(text: "aar") { totalCount nodes { id name } }
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

/** What a source says at random: facts of every kind, a thing of its own, itself now and then retitled. */
function says(source: string, roll: (sides: number) => number): Arrival[] {
  const cities = ["aarau-ch", "basel-ch", "chur-ch", "davos-ch"].filter(() => roll(3) > 0);
  const kind = ["PUBLISHER", "PRESS", "OFFICIAL"][roll(3)];
  const head = {
    slug: source,
    kind,
    title: `Title ${roll(2)}`,
    publisher: roll(2) ? "us" : "them",
    licence: `X${roll(2)}`,
    licenceClass: "UNCLEAR",
  };
  const perhaps = (section: string, row: Row) => (roll(2) ? [arrival(section, row)] : []);
  return [
    arrival("sources", head),
    ...perhaps("initiatives", {
      slug: `${source}-aarau-ch`,
      name: `Aare ${roll(3)}`,
      city: "aarau-ch",
      ...(roll(2) && { aliases: [`Aarelauf ${roll(2)}`] }),
    }),
    arrival("rankingEditions", { slug: "index-2024", ranking: "index", year: 2024, citiesAssessed: 4 + roll(2) }),
    arrival("awardEditions", { slug: "prize-2024", award: "prize", year: 2024, held: `2024-0${1 + roll(2)}` }),
    arrival("expoEditions", {
      slug: "fair-2024",
      expo: "fair",
      year: 2024,
      venue: `Hall ${roll(2)}`,
      city: "basel-ch",
    }),
    ...perhaps("wins", { edition: "prize-2024", category: "City", city: "chur-ch", project: `Project ${roll(2)}` }),
    ...perhaps("statements", {
      about: "City:davos-ch",
      topic: "smartness",
      text: `It is smart, said ${roll(3)} times.`,
      stance: roll(2) ? "ASSERTS" : "DENIES",
    }),
    ...perhaps("forecasts", {
      slug: `air-${source}`,
      forecaster: "them",
      indicator: "air",
      subject: "City:basel-ch",
      // What is foretold stays as it was recorded; how it is remarked on does not.
      points: [{ year: 2030, value: Number(source.at(-1)), qualifier: "EXACTLY" }],
      targetYear: 2030,
      note: `Note ${roll(3)}`,
      definition: `Dust ${roll(3)}`,
    }),
    ...cities.map((city) =>
      arrival("placements", {
        edition: "index-2024",
        city,
        rank: 1 + roll(2),
        ...(roll(4) === 0 && { deprecated: "mended" }),
      }),
    ),
    ...cities.slice(1).map((city) => {
      return arrival("subScores", { edition: "index-2024", city, dimension: "energy", rank: 1 + roll(2) });
    }),
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

/** A digest of every row of a graph, table by table; of what has gone as well. */
async function rowsOf({ store }: World): Promise<Record<string, unknown>> {
  const { rows: tables } = await store.pool.query<{ name: string }>(`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname = 'history' or (schemaname = 'public' and tablename not in ('migrations', 'files', 'revisions'))
    order by name`);
  const digests = tables.map(
    ({ name }) => `['${name}', (select md5(string_agg(t::text, '|' order by t::text collate "C")) from ${name} t)]`,
  );
  const { rows } = await store.pool.query<{ all: Record<string, unknown> }>(
    `select jsonb_object(array[${digests.join(", ")}]::text[]) as all`,
  );
  return rows[0]!.all;
}

interface Change {
  kind: string;
  verdict: "ADDED" | "CHANGED" | "RETRACTED";
  factId: string;
  sourceSlug: string;
  recordedIn: number;
  before: Row | null;
  after: Row | null;
}

/** The whole feed, page by page, as a partner would read it. */
async function feedOf(graph: World): Promise<Change[]> {
  const query = `query ($after: String) { changes(since: 0, first: 500, after: $after) {
    nodes { kind verdict factId sourceSlug recordedIn before after } pageInfo { hasNextPage endCursor } } }`;
  const all: Change[] = [];
  for (let after: string | null = null; ; ) {
    const { changes }: { changes: { nodes: Change[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await graph.ask(query, { after });
    all.push(...changes.nodes);
    if (!changes.pageInfo.hasNextPage) return all;
    after = changes.pageInfo.endCursor;
  }
}

/** Replays a feed on an empty store: of each source what it says after a revision is recorded anew. */
async function replay(feed: readonly Change[], copy: OwnWorld): Promise<void> {
  const said = new Map<string, Map<string, Arrival>>();
  for (const revision of new Set(feed.map(({ recordedIn }) => recordedIn))) {
    const changes = feed.filter(({ recordedIn }) => recordedIn === revision);
    const saidBy = (of: string) => said.get(of) ?? said.set(of, new Map<string, Arrival>()).get(of)!;
    // What gives way to a source goes before what the source says.
    const source = changes.at(-1)!.sourceSlug;
    for (const { kind, verdict, factId, sourceSlug, before, after } of changes) {
      const says = saidBy(sourceSlug);
      const replayed = [says.get(factId)?.row ?? null, before === null, after === null];
      const told = [before, verdict === "ADDED", verdict === "RETRACTED"];
      // `expect` takes long for each of 30,000 changes, so it is asked only where it would object.
      if (!isDeepStrictEqual(replayed, told)) expect(replayed).toEqual(told);
      if (after) says.set(factId, arrival(kind, after));
      else says.delete(factId);
    }
    const made = await recording(copy.store.source, (ask) =>
      record(ask, { source, arrivals: [...saidBy(source).values()] }, "REPLACE"),
    );
    expect(made).toMatchObject({ revision, faults: [] });
  }
}

describe("history", () => {
  let graph: OwnWorld;
  let copy: OwnWorld;
  beforeAll(async () => {
    [graph, copy] = await Promise.all([world(catalogue), world()]);
  }, 60_000);
  afterAll(() => Promise.all([graph.close(), copy.close()]));

  test("500 random submissions later, every revision is still answered as it was at the time", async () => {
    const roll = dice(7);
    const then = new Map<number, string>();
    for (let i = 0; i < 500; i++) {
      const source = `source-${roll(5)}`;
      const gone = roll(12) === 0;
      const { revision, faults } = await recording(graph.store.source, (ask) =>
        record(ask, { source, arrivals: gone ? [] : says(source, roll) }, roll(4) ? "REPLACE" : "MERGE"),
      );
      expect(faults).toEqual([]);
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

  test("a city of the gazetteer that gives way to the catalogue is retracted in the book of changes", async () => {
    const city = arrival("cities", { slug: "thun-ch", name: "Thun", country: "ch", prominence: 1 });
    const head = (slug: string) =>
      arrival("sources", {
        slug,
        kind: "COMPILATION",
        title: "T",
        publisher: "us",
        licence: "X",
        licenceClass: "UNCLEAR",
      });
    for (const source of [gazetteerSource, "towns"]) {
      await recording(graph.store.source, (ask) => record(ask, { source, arrivals: [head(source), city] }, "REPLACE"));
    }
    const { changes } = await graph.ask<{ changes: { nodes: Change[] } }>(
      `{ changes(about: "City:thun-ch") { nodes { verdict factId sourceSlug before } } }`,
    );
    expect(changes.nodes.map(({ verdict, sourceSlug }) => [verdict, sourceSlug])).toEqual([
      ["ADDED", gazetteerSource],
      ["RETRACTED", gazetteerSource],
      ["ADDED", "towns"],
    ]);
  });

  test("a fact that goes over to another thing is a change of both", async () => {
    const fairAt = (city: string) => [
      arrival("sources", {
        slug: "mover",
        kind: "PRESS",
        title: "T",
        publisher: "us",
        licence: "X",
        licenceClass: "UNCLEAR",
      }),
      arrival("expoEditions", { slug: "fair-2030", expo: "fair", year: 2030, city }),
    ];
    for (const city of ["chur-ch", "davos-ch"]) {
      await recording(graph.store.source, (ask) => record(ask, { source: "mover", arrivals: fairAt(city) }, "REPLACE"));
    }
    const verdicts = async (about: string) => {
      const { changes } = await graph.ask<{ changes: { nodes: Change[] } }>(
        `{ changes(about: "${about}", where: { factId: { eq: "ExpoEdition:fair-2030" } }) { nodes { verdict } } }`,
      );
      return changes.nodes.map(({ verdict }) => verdict);
    };
    expect(await verdicts("City:chur-ch")).toEqual(["ADDED", "CHANGED"]);
    expect(await verdicts("City:davos-ch")).toEqual(["CHANGED"]);
  });

  test("the changes, replayed from 0 on an empty store, give the same graph with the same history", async () => {
    const feed = await feedOf(graph);
    const verdicts = new Set(feed.map(({ verdict }) => verdict));
    expect([...verdicts].sort()).toEqual(["ADDED", "CHANGED", "RETRACTED"]);
    await replay(feed, copy);
    expect(await rowsOf(copy)).toEqual(await rowsOf(graph));
  }, 120_000);

  test("the counts of a revision are those of its changes", async () => {
    const { revisions } = await graph.ask<{
      revisions: { nodes: Record<string, number | { totalCount: number }>[] };
    }>(`{
      revisions(first: 500) { nodes { added changed retracted
        a: changes(where: { verdict: { eq: ADDED } }) { totalCount }
        c: changes(where: { verdict: { eq: CHANGED } }) { totalCount }
        r: changes(where: { verdict: { eq: RETRACTED } }) { totalCount } } } }`);
    for (const { added, changed, retracted, a, c, r } of revisions.nodes)
      expect([a, c, r]).toEqual([added, changed, retracted].map((totalCount) => ({ totalCount })));
  });
});

describe("changes of what ships", () => {
  let source: World;
  let copy: OwnWorld;
  beforeAll(async () => {
    [source, copy] = await Promise.all([shipped(), world()]);
  }, 120_000);
  afterAll(() => Promise.all([source.close(), copy.close()]));

  test("replayed from 0 on an empty store give the same graph", async () => {
    await replay(await feedOf(source), copy);
    expect(await rowsOf(copy)).toEqual(await rowsOf(source));
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
