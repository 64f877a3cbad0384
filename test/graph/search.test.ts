import { join } from "node:path";
import { schema } from "../../src/app";
import { packageRoot } from "../../src/config";
import { addGazetteer } from "../../src/intake/gazetteer";
import { load } from "../../src/intake/load";
import { type OwnWorld, world } from "../support/world";

interface Match {
  readonly matched: string;
  readonly node: { readonly id: string };
}

let graph: OwnWorld;
async function search(text: string, more = ""): Promise<Match[]> {
  const { found } = await graph.ask<{ found: { edges: Match[] } }>(
    `query ($text: String!) { found: search(text: $text ${more}) { edges { matched node { id } } } }`,
    { text },
  );
  return found.edges;
}

const first = async (text: string) => (await search(text))[0]?.node.id;

beforeAll(async () => {
  graph = await world();
  await load(graph.store.source, schema, join(packageRoot, "data/catalogue"), () => {}, { knownAs: "test" });
}, 120_000);
afterAll(() => graph.close());

/** What people type, and what they look for. */
const looked = [
  ["shanghai", "City:shanghai-cn"],
  ["shangai", "City:shanghai-cn"],
  ["SHANGHAI", "City:shanghai-cn"],
  ["  shang-hai ", "City:shanghai-cn"],
  ["new york", "City:new-york-us"],
  ["new yrok", "City:new-york-us"],
  ["new yo", "City:new-york-us"],
  ["york new", "City:new-york-us"],
  ["zurich", "City:zurich-ch"],
  ["Zürich", "City:zurich-ch"],
  ["zu\u0308rich", "City:zurich-ch"],
  ["munchen", "City:munich-de"],
  ["munich", "City:munich-de"],
  ["sao paulo", "City:sao-paulo-br"],
  ["bogota", "City:bogota-co"],
] as const;

describe("among what is curated", () => {
  test.each(looked)("%j finds %s first", async (text, id) => {
    expect(await first(text)).toBe(id);
  });

  test("kinds narrow it", async () => {
    const ids = (await search("s", "kinds: [Country]")).map(({ node }) => node.id);
    expect(ids.length).toBeGreaterThan(5);
    expect(ids.every((id) => id.startsWith("Country:"))).toBe(true);
  });

  test("nothing, and signs that are no letters, find nothing", async () => {
    for (const text of ["", "  ", "-", "?!", "'", "%", "\\"]) expect(await search(text)).toEqual([]);
  });
});

describe("among all the cities of the gazetteer", () => {
  beforeAll(async () => {
    await addGazetteer(graph.store.source, () => {});
  }, 300_000);

  test("there are 135,000", async () => {
    const { cities } = await graph.ask<{ cities: { totalCount: number } }>("{ cities { totalCount } }");
    expect(cities.totalCount).toBeGreaterThan(130_000);
  });

  test.each(looked)("%j finds %s first", async (text, id) => {
    expect(await first(text)).toBe(id);
  });

  test("one whose name it is comes before those whose name begins so", async () => {
    const names = (await search("york", "first: 20")).map(({ matched }) => matched);
    expect(names[0]).toBe("York");
    expect(names.some((name) => name.startsWith("York") && name !== "York")).toBe(true);
  });

  test("pages of matches join to the whole list, each once", async () => {
    const whole = (await search("santa", "first: 100")).map(({ node }) => node.id);
    const paged: string[] = [];
    for (let after: string | null = null; paged.length < 100; ) {
      const {
        found,
      }: { found: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasPreviousPage: boolean } } } =
        await graph.ask(
          `query ($after: String) { found: search(text: "santa", first: 7, after: $after) { nodes { id } pageInfo { endCursor hasPreviousPage } } }`,
          { after },
        );
      expect(found.pageInfo.hasPreviousPage).toBe(after !== null);
      paged.push(...found.nodes.map(({ id }) => id));
      after = found.pageInfo.endCursor;
    }
    expect(paged.slice(0, 100)).toEqual(whole);
    expect(new Set(whole).size).toBe(100);
  });

  const listed = async (text: string, first: number) => {
    const { found } = await graph.ask<{ found: { totalCount: number; nodes: { id: string }[] } }>(
      `query ($text: String!, $first: Int!) { found: search(text: $text, first: $first) { totalCount nodes { id } } }`,
      { text, first },
    );
    return { total: found.totalCount, ids: found.nodes.map(({ id }) => id) };
  };

  // One letter, a common word, a rare beginning of little-known names, a name of many, a slip.
  test.each(["a", "saint", "aza", "york", "shangai"])("a page of %j is the beginning of its list", async (text) => {
    const whole = await listed(text, 500);
    for (const size of [1, 4, 12]) {
      expect(await listed(text, size)).toEqual({ total: whole.total, ids: whole.ids.slice(0, size) });
    }
  });

  test("what a short text finds is counted, and listed, up to 1000", async () => {
    const ask = `query ($after: String) { search(text: "s", first: 500, after: $after) { totalCount totalIsExact pageInfo { endCursor hasNextPage } } }`;
    type Found = { search: { totalCount: number; totalIsExact: boolean; pageInfo: Record<string, unknown> } };
    const first = await graph.ask<Found>(ask);
    expect(first.search).toMatchObject({ totalCount: 1000, totalIsExact: false, pageInfo: { hasNextPage: true } });
    const second = await graph.ask<Found>(ask, { after: first.search.pageInfo["endCursor"] });
    expect(second.search).toMatchObject({ totalCount: 1000, totalIsExact: false, pageInfo: { hasNextPage: false } });
  });

  test("what a longer text finds is counted to the last", async () => {
    const { search: found } = await graph.ask<Record<string, object>>(
      `{ search(text: "barcel", first: 100) { totalCount totalIsExact nodes { id } } }`,
    );
    const { nodes, ...total } = found as { nodes: object[] };
    expect(total).toEqual({ totalCount: nodes.length, totalIsExact: true });
  });

  test("a slip in a little-known name finds it", async () => {
    expect(await first("giethorn")).toBe("City:giethoorn-nl");
  });

  test("names that are only alike are left out where the text is the name of a well-known thing", async () => {
    const names = (await search("saint petersburg")).map(({ matched }) => matched);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !/^saint petersburg/i.test(name))).toEqual([]);
  });

  test("a city is found by the beginnings of its words in a filter, too", async () => {
    const { cities } = await graph.ask<{ cities: { nodes: { id: string }[] } }>(
      `{ cities(where: { text: "new yor" }, first: 3) { nodes { id } } }`,
    );
    expect(cities.nodes[0]).toEqual({ id: "City:new-york-us" });
  });
});
