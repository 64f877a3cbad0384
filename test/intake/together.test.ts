import { recording } from "../../src/intake/lock";
import { record, recordAll } from "../../src/intake/record";
import { gazetteerSource } from "../../src/intake/sole";
import { type Arrival } from "../../src/intake/submission";
import { kinds, tableOf } from "../../src/knowledge";
import { type Row } from "../../src/knowledge/kind";
import { type OwnWorld, world } from "../support/world";

const catalogue = `
source: { slug: catalogue, kind: COMPILATION, title: Catalogue, publisher: us, licence: CC0-1.0, licenceClass: PERMISSIVE }
organisations: [{ slug: us, name: Us }, { slug: them, name: Them }]
countries: [{ slug: ch, name: Switzerland, iso2: CH, iso3: CHE }]
cities: [{ slug: aarau-ch, name: Aarau, country: ch }, { slug: basel-ch, name: Basel, country: ch }]
rankings: [{ slug: index, name: The Index, publisher: us }]
`;

function arrival(name: string, row: Row): Arrival {
  const kind = kinds.find((known) => known.name === name)!;
  return {
    kind,
    path: name,
    fact: `${kind.entity.name}:${kind.identify(row)}`,
    row: { ...row, ...kind.derives?.(row) },
  };
}

/** What a source says: it places both cities, or one where their ranks are equal. */
const says = (slug: string, kind: string, aarau: number, basel: number, title = slug) => ({
  source: slug,
  arrivals: [
    arrival("sources", { slug, kind, title, publisher: "us", licence: "X", licenceClass: "UNCLEAR" }),
    arrival("rankingEditions", { slug: "index-2024", ranking: "index", year: 2024 }),
    arrival("placements", { edition: "index-2024", city: "aarau-ch", rank: aarau }),
    ...(aarau === basel ? [] : [arrival("placements", { edition: "index-2024", city: "basel-ch", rank: basel })]),
  ],
});

// New sources that agree and contradict each other, then some that change and take back what they said, then new ones.
const submissions = [
  says("first", "PRESS", 1, 2),
  says("second", "COMPILATION", 1, 1),
  says("third", "PUBLISHER", 2, 1),
  says("fourth", "PRESS", 2, 1),
];
const later = [
  says("fifth", "PARTNER", 3, 4),
  says("first", "OFFICIAL", 1, 1, "Told anew"),
  says("sixth", "PRESS", 5, 5),
  says("fourth", "PRESS", 2, 1),
  says("third", "PUBLISHER", 7, 1),
  says("seventh", "PUBLISHER", 7, 2),
];

const tables = ["sources", "ranking_editions", "placements", "claims", "disputes", "changes", "revisions", "counts"];
const remembered = ["sources", "ranking_editions", "placements", "claims", "disputes"];

async function everything({ store }: OwnWorld): Promise<unknown> {
  const all: Record<string, unknown> = {};
  for (const table of [...tables, ...remembered.map((name) => `history.${name}`)])
    all[table] = await store.source.query(`select to_jsonb(t) - 'recorded_at' as row from ${table} t order by 1`);
  return all;
}

let together: OwnWorld;
let alone: OwnWorld;
beforeAll(async () => {
  [together, alone] = [await world(catalogue), await world(catalogue)];
}, 60_000);
afterAll(async () => {
  await together.close();
  await alone.close();
});

test("submissions recorded together leave what they leave recorded one by one, down to the revision of every row", async () => {
  for (const some of [submissions, later]) {
    const diffs = await recording(together.store.source, (ask) => recordAll(ask, some, "REPLACE"));
    const single = await recording(alone.store.source, async (ask) => {
      const each = [];
      for (const submission of some) each.push(await record(ask, submission, "REPLACE"));
      return each;
    });
    expect(diffs).toEqual(single);
    expect(await everything(together)).toEqual(await everything(alone));
  }
  const [{ count }] = await together.store.source.query("select count(*)::int as count from history.placements");
  expect(count).toBeGreaterThan(3);
});

test("cities of the gazetteer that give way in revisions recorded together are dated by their own", async () => {
  const source = (slug: string) =>
    arrival("sources", {
      slug,
      kind: "COMPILATION",
      title: slug,
      publisher: "us",
      licence: "X",
      licenceClass: "UNCLEAR",
    });
  const town = (slug: string, name: string) => arrival("cities", { slug, name, country: "ch", prominence: 1 });
  const gazetteer = [source(gazetteerSource), town("chur-ch", "Chur"), town("thun-ch", "Thun")];
  const redefined = [
    { source: "towns", arrivals: [source("towns"), town("chur-ch", "Chur anew")] },
    { source: "villages", arrivals: [source("villages"), town("thun-ch", "Thun anew")] },
  ];
  const diffs = await recording(together.store.source, async (ask) => {
    await record(ask, { source: gazetteerSource, arrivals: gazetteer }, "REPLACE");
    return recordAll(ask, redefined, "REPLACE");
  });
  expect(diffs.flatMap(({ faults }) => faults)).toEqual([]);
  const cities = await together.store.source.query(
    "select recorded_in as revision, name from cities where name like '% anew' order by name",
  );
  expect(cities).toEqual([
    { revision: diffs[0]!.revision, name: "Chur anew" },
    { revision: diffs[1]!.revision, name: "Thun anew" },
  ]);
});

/** How many rows are kept of each kind at each revision, and how many there are. */
async function countsOf({ store: { source } }: OwnWorld) {
  const [{ latest }] = await source.query("select max(number) as latest from revisions");
  const found = kinds.map((kind) => `select '${tableOf(kind)}' as id, count(*)::int from as_of.${tableOf(kind)}($1)`);
  const kept = "select distinct on (id) id, count from as_of.counts($1) order by id, recorded_in desc";
  const counts: { kept: unknown; found: unknown }[] = [];
  for (let revision = 0; revision <= latest; revision++) {
    counts.push({
      kept: await source.query(`select * from (${kept}) k where count > 0`, [revision]),
      found: await source.query(`select * from (${found.join(" union all ")}) f where count > 0 order by id`, [
        revision,
      ]),
    });
  }
  return counts;
}

test("how many rows are kept of each kind at each revision is how many there are", async () => {
  const solo = arrival("sources", {
    slug: "solo",
    kind: "PRESS",
    title: "Solo",
    publisher: "us",
    licence: "X",
    licenceClass: "UNCLEAR",
  });
  const edition = arrival("rankingEditions", { slug: "index-2023", ranking: "index", year: 2023 });
  const placed = arrival("placements", { edition: "index-2023", city: "basel-ch", rank: 4 });
  for (const arrivals of [[solo, edition, placed], [solo, edition], [solo]])
    await recording(together.store.source, (ask) => record(ask, { source: "solo", arrivals }, "REPLACE"));
  for (const graph of [together, alone])
    for (const { kept, found } of await countsOf(graph)) expect(kept).toEqual(found);
});

test("a store from before rows were counted has them counted, back to its first revision", async () => {
  const { source } = together.store;
  const before = await countsOf(together);
  expect(before.at(-1)!.kept).not.toEqual([]);
  const since = source.migrations.findIndex(({ name }) => name?.startsWith("Counts"));
  for (const _ of source.migrations.slice(since)) await source.undoLastMigration();
  await source.runMigrations();
  expect(await countsOf(together)).toEqual(before);
});
