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

const slips = (text: string) => looked.find(([known]) => known === text)![1];

describe("among what is curated", () => {
  test.each(looked.filter(([text]) => text !== "  shang-hai "))("%j finds %s first", async (text, id) => {
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
