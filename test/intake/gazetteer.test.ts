import { Client } from "pg";
import { addGazetteer } from "../../src/intake/gazetteer";
import { type OwnWorld, world } from "../support/world";

const catalogue = (...countries: readonly string[]) => `
source: { slug: catalogue, kind: COMPILATION, title: Catalogue, publisher: geonames, licence: CC0-1.0, licenceClass: PERMISSIVE }
organisations: [{ slug: geonames, name: GeoNames }]
countries: [${countries.join(", ")}]
cities:
  - { slug: zurich-ch, name: Zurich, country: ch, prominence: 7, externalIds: [{ scheme: GEONAMES, id: "2657896" }] }
  - { slug: bern-ch, name: Bern our way, country: ch, prominence: 8 }
`;
const switzerland = "{ slug: ch, name: Switzerland, iso2: CH, iso3: CHE }";
const france = "{ slug: fr, name: France, iso2: FR, iso3: FRA }";

let graph: OwnWorld;
let reader: Client;
beforeAll(async () => {
  graph = await world(catalogue(switzerland));
  reader = new Client({ connectionString: graph.store.url, options: "-c lock_timeout=1ms" });
  await reader.connect();
}, 60_000);
afterAll(async () => {
  await reader.end();
  await graph.close();
});

const only = async (sql: string): Promise<Record<string, unknown>> => (await graph.store.source.query(sql))[0];
const ours = "source = 'geonames-gazetteer'";
const indexes = () =>
  only("select count(*)::int as count from pg_indexes where schemaname = 'public' and tablename = 'cities'");

const read = () =>
  reader.query<{
    count: number;
  }>(`select count(*)::int as count from cities join claims on claims.fact = 'City:' || cities.id
    join names on thing = cities.id join changes on changes.fact = claims.fact`);

/** Adds the gazetteer while somebody reads, who gives up as soon as anything is locked. */
async function addWhileReading() {
  const said: string[] = [];
  const reads: ReturnType<typeof read>[] = [];
  await addGazetteer(graph.store.source, (line) => {
    said.push(line);
    reads.push(read());
  });
  return { last: said.at(-1)!, counts: (await Promise.all(reads)).map(({ rows }) => rows[0]!.count) };
}

test("the cities of countries that are known are added in one revision; those of the catalogue stay as they are", async () => {
  const { last } = await addWhileReading();
  expect(last).toMatch(/^Revision 2: \d+ added, 0 changed, 0 unchanged\.$/);
  const added = Number(/\d+(?= added)/.exec(last));
  expect(added).toBeGreaterThan(1000);
  const { cities } = await only(`select count(*)::int as cities from cities where ${ours} and recorded_in = 2`);
  expect(cities).toBe(added - 1);
  const { cities: curated } = (await graph.ask(
    `{ cities(where: { slug: { in: ["zurich-ch", "bern-ch"] } }, orderBy: { field: NAME }) { nodes { slug name prominence } } }`,
  )) as { cities: { nodes: unknown } };
  expect(curated.nodes).toEqual([
    { slug: "bern-ch", name: "Bern our way", prominence: 8 },
    { slug: "zurich-ch", name: "Zurich", prominence: 7 },
  ]);
});

test("every city that came stands in the book of changes, in order, and is found by its name", async () => {
  const book =
    await only(`select count(*)::int as changes, count(distinct ordinal)::int as ordinals, max(ordinal) as last
    from changes c join claims on claims.id = c.fact || '@' || c.source_slug and claims."values" = c.after
    where c.recorded_in = 2 and c.verdict = 'ADDED' and c.about @> array[c.fact]`);
  const { added } = await only("select added from revisions where number = 2");
  expect(book).toEqual({ changes: added, ordinals: added, last: Number(added) - 1 });
  const { search } = (await graph.ask(`{ search(text: "winterthur") { nodes { id } } }`)) as {
    search: { nodes: unknown[] };
  };
  expect(search.nodes[0]).toEqual({ id: "City:winterthur-ch" });
});

test("a second time nothing changes", async () => {
  const { last } = await addWhileReading();
  expect(last).toBe("Nothing has changed.");
  expect(await only("select max(number) as revision from revisions")).toEqual({ revision: 2 });
});

test("indexes that only many cities need are made when there are many, and whoever reads is not held up", async () => {
  const { count: few } = await indexes();
  await graph.load(catalogue(switzerland, france));
  const { last, counts } = await addWhileReading();
  expect(last).toMatch(/^Revision 4: \d{4,} added, 0 changed, \d{4} unchanged\.$/);
  const [before, after] = [counts[0]!, (await read()).rows[0]!.count];
  expect(after).toBeGreaterThan(before);
  expect(counts.filter((count) => count !== before && count !== after)).toEqual([]);
  const { count: many } = await indexes();
  expect(many).toBe(Number(few) + 4);
});

test("what is stopped leaves nothing behind", async () => {
  await graph.load(catalogue(switzerland, france, "{ slug: es, name: Spain, iso2: ES, iso3: ESP }"));
  const stopping = new AbortController();
  const stopped = addGazetteer(
    graph.store.source,
    (line) => line.includes("kept what it says") && stopping.abort(new Error("stopped by us")),
    stopping.signal,
  );
  await expect(stopped).rejects.toThrow("stopped by us");
  expect(await only("select count(*)::int as cities from cities where country = 'es'")).toEqual({ cities: 0 });
  expect(await only("select max(number) as revision from revisions")).toEqual({ revision: 5 });
});
