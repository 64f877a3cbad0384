import { readFileSync } from "node:fs";
import { join } from "node:path";
import { model } from "../../src/app";
import { pathOf } from "../../src/graph/permalink";
import { shipped, type World } from "../support/world";
import { readLinked } from "./linked";
import { type ReadPage, readPage } from "./markup";
import { base, type Opened, open } from "./server";

let world: World;
let opened: Opened;
beforeAll(async () => {
  world = await shipped();
  opened = await open(world);
}, 120_000);
afterAll(async () => {
  await opened?.app.close();
  await world?.close();
});

const jsonld = "application/ld+json";

async function page(path: string): Promise<ReadPage> {
  const { status, text, headers } = await opened.get(path);
  expect(`${status} ${path}`).toBe(`200 ${path}`);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  return readPage(text);
}

const types = [...model.types.values()].filter(({ table, columns }) => table && columns.has("id"));

describe.each(types.map(({ name, table }) => [name, table!]))("any %s", (name, table) => {
  const someRows = async () => {
    // Those with the longest and the shortest ids, and one between: they are the odd ones.
    const { rows } = await world.store.pool.query<{ id: string }>(
      `(select id from ${table} order by length(id), id limit 1) union (select id from ${table} order by length(id) desc, id limit 1)
       union (select id from ${table} order by md5(id) limit 1)`,
    );
    return rows.map(({ id }) => `${name}:${id}`);
  };

  test("has a page that is well formed, whose footnotes lead to its sources", async () => {
    for (const id of await someRows()) {
      const { ids, links, text } = await page(pathOf(id));
      expect(new Set(ids).size).toBe(ids.length);
      expect(links.filter((link) => link.startsWith("#") && !ids.includes(link.slice(1)))).toEqual([]);
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  test("is JSON-LD that loses nothing and fetches nothing, under its permalink", async () => {
    for (const id of await someRows()) {
      const { status, text, headers } = await opened.get(pathOf(id), jsonld);
      expect([status, headers["content-type"]]).toEqual([200, `${jsonld}; charset=utf-8`]);
      const nodes = await readLinked(text);
      expect(nodes.get(base + pathOf(id))?.["@type"]).toContain(`${base}/vocabulary#${name}`);
    }
  });

  test("is one statement in either form", async () => {
    const [id] = await someRows();
    for (const accept of ["text/html", jsonld]) {
      const before = opened.statements();
      await opened.get(pathOf(id!), accept);
      expect(opened.statements() - before).toBe(1);
    }
  });
});

describe("the page of Shanghai", () => {
  test("tells places, wins, expos, initiatives, figures, words and what is contested, in one statement", async () => {
    const before = opened.statements();
    const { text, ids } = await page("/city/shanghai-cn");
    expect(opened.statements() - before).toBe(1);
    expect(ids).toEqual(
      expect.arrayContaining(
        "contested-points placements wins expoEditions initiatives observations statements cited-sources".split(" "),
      ),
    );
    expect(text).toContain("2,312 Shanghai Municipal Commission of Commerce");
    expect(text).toContain("2,341 Sina Shanghai");
    expect(text).toContain("more than 200 exhibitors, planned");
    expect(text).toContain("Nick Maynard, co-author of the research, Juniper Research");
    expect(text).toMatch(/2023 1 of 50 corroborated/);
  });

  test("says where ranks do not compare, and what was printed wrongly", async () => {
    const { text } = await page("/city/shanghai-cn");
    expect(text).toContain("not comparable with IMD Smart City Index 2023, by the publisher's word");
    expect(text).toMatch(/rank 71 IMD \d+ the graph goes by this rank 60 Le Temps/);
  });

  test("leads only to pages that are there", async () => {
    const { links } = await page("/city/shanghai-cn");
    const own = [...new Set(links)].filter((link) => /^\/[a-zA-Z]+\//.test(link) && !link.includes("?"));
    expect(own.length).toBeGreaterThan(100);
    for (const link of own.filter((_, i) => i % 6 === 0)) await page(link);
  });

  test("opens in the playground as the query it is made by", async () => {
    const { links } = await page("/city/shanghai-cn");
    const link = links.find((address) => address.startsWith("/graphql") && address.includes("query="))!;
    const asked = new URLSearchParams(link.slice("/graphql?".length));
    const data = await world.ask(asked.get("query")!, JSON.parse(asked.get("variables")!) as Record<string, unknown>);
    expect(data).toMatchObject({ city: { name: "Shanghai", country: { name: "China" } } });
  });
});

test("the page of the World Smart City Awards 2020 shows at its top that sources differ, with both of them", async () => {
  const { text } = await page("/awardEdition/wsca-2020");
  expect(text).toMatch(
    /Sources disagree on 2 points .*46 Fira de Barcelona 1 2 the graph goes by this 48 Network King 3/,
  );
  expect(text).toMatch(/City Shanghai Smart Shanghai - People-Oriented Smart City corroborated/);
});

test.each([
  ["/award/wsca", "Entrant countries of World Smart City Awards 2020", "World Smart City Awards 2019, City"],
  [
    "/expo/scewc",
    "Attendees of Smart City Expo World Congress 2025",
    "Exhibitors of Smart City Expo World Congress 2015",
  ],
])("%s names what sources disagree on in its editions in full", async (path, ...names) => {
  const { text } = await page(path);
  for (const name of names) expect(text).toContain(name);
  expect(text).not.toMatch(/ of ,/);
});

test("the page of a fact shows every claim, and how to cite it in four styles", async () => {
  const { text } = await page("/placement/imd-smart-city-index-2025/bologna-it");
  expect(text).toContain("no longer stands The page prints the places of 2024 under a heading for 2025.");
  for (const style of ["APA", "Chicago", "BibTeX", "CSL-JSON"]) expect(text).toContain(style);
  expect(text).toContain(`${base}/placement/imd-smart-city-index-2025/bologna-it?revision=`);
});

test("a page carries JSON-LD of its own row, as data that no browser runs", async () => {
  const { scripts } = await page("/city/shanghai-cn");
  expect(scripts.map(({ type }) => type)).toEqual([jsonld]);
  const nodes = await readLinked(scripts[0]!.text);
  expect(nodes.get(`${base}/city/shanghai-cn`)?.["https://schema.org/name"]).toEqual([{ "@value": "Shanghai" }]);
});

test("every word of ours in JSON-LD is explained at its address", async () => {
  const { ids } = await page("/vocabulary");
  expect(new Set(ids).size).toBe(ids.length);
  for (const path of [
    "/city/shanghai-cn",
    "/rankingEdition/imd-smart-city-index-2024",
    "/source/who-ambient-air-quality-database-2022",
  ]) {
    const { text } = await opened.get(path, jsonld);
    const words = [...(await readLinked(text)).values()].flatMap((node) => [
      ...Object.keys(node),
      ...(node["@type"] as string[]),
    ]);
    const ours = words.filter((word) => word.startsWith(`${base}/vocabulary#`)).map((word) => word.split("#")[1]!);
    expect([...new Set(ours)].filter((word) => !ids.includes(word))).toEqual([]);
  }
});

test("JSON-LD speaks schema.org where it has the words, and PROV of where a fact comes from", async () => {
  const { text } = await opened.get("/observation/AwardEdition:wsca-2020/entrant-countries/2020", jsonld);
  const nodes = await readLinked(text);
  const fact = nodes.get(`${base}/observation/AwardEdition:wsca-2020/entrant-countries/2020`)!;
  const source = "fira-de-barcelona-shanghai-chosen-smart-city-2020-smart-city-live";
  expect(fact["@type"]).toEqual(
    expect.arrayContaining(["https://schema.org/Observation", "http://www.w3.org/ns/prov#Entity"]),
  );
  expect(fact).toMatchObject({
    "https://schema.org/value": [{ "@value": 46 }],
    "https://schema.org/observationAbout": [{ "@id": `${base}/awardEdition/wsca-2020` }],
    "https://schema.org/variableMeasured": [{ "@id": `${base}/indicator/entrant-countries` }],
    "http://www.w3.org/ns/prov#hadPrimarySource": [{ "@id": `${base}/source/${source}` }],
    "http://www.w3.org/ns/prov#wasAttributedTo": [{ "@id": `${base}/organisation/fira-de-barcelona` }],
  });
  expect(fact["http://www.w3.org/ns/prov#wasDerivedFrom"]).toHaveLength(3);
  const expo = await readLinked((await opened.get("/expoEdition/scesh-2023", jsonld)).text);
  expect(expo.get(`${base}/expoEdition/scesh-2023`)).toMatchObject({
    "https://schema.org/startDate": [{ "@value": "2023-10-12", "@type": "http://www.w3.org/2001/XMLSchema#date" }],
    "https://schema.org/location": [{ "@id": `${base}/city/shanghai-cn` }],
  });
});

test("an indicator's JSON-LD tells each of its values, with what it is of and where it comes from", async () => {
  const nodes = await readLinked((await opened.get("/indicator/pm25-annual-mean", jsonld)).text);
  const values = nodes.get(`${base}/indicator/pm25-annual-mean`)![`${base}/vocabulary#values`] as { "@id": string }[];
  expect(values).toHaveLength(59);
  expect(values.filter(({ "@id": id }) => !nodes.has(id))).toEqual([]);
  expect(nodes.get(`${base}/observation/City:tallinn-ee/pm25-annual-mean/2019`)).toMatchObject({
    "https://schema.org/value": [{ "@value": 4.62 }],
    "https://schema.org/observationAbout": [{ "@id": `${base}/city/tallinn-ee` }],
    "http://www.w3.org/ns/prov#hadPrimarySource": [{ "@id": `${base}/source/who-ambient-air-quality-database-2022` }],
  });
});

test("the addresses that the documentation names are there", async () => {
  const text = readFileSync(join(__dirname, "../../docs/pages.md"), "utf8");
  const named = [...text.matchAll(/(?:`|127\.0\.0\.1:4000)(\/[\w:/-]+)/g)].map(([, path]) => path!);
  expect(named.length).toBeGreaterThanOrEqual(4);
  for (const path of named) await page(path);
});

test("the pages that the home page starts from are there", async () => {
  const { text } = await opened.get("/");
  const links = readPage(text).links.filter((link) => /^\/[a-zA-Z]+\/[^/]+$/.test(link) && !link.startsWith("/health"));
  expect(links).toContain("/city/shanghai-cn");
  for (const link of links) await page(link);
});
