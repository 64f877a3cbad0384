import * as fc from "fast-check";
import { type OwnWorld, world } from "../support/world";

// Relay: whoever walks a connection, forwards or backwards, in pages of any size, while rows come in between, sees each
// row that was there all along once, and comes to an end.

const source = (slug: string) =>
  `source: { slug: ${slug}, title: ${slug}, publisher: gazette, kind: COMPILATION, licence: CC0-1.0, licenceClass: PERMISSIVE }`;

const slugOf = (n: number) => `town${String(n).padStart(3, "0")}-ch`;

/** Towns of which many are as prominent as others, so that ties have to be broken. */
const towns = (slug: string, numbers: readonly number[]) => `${source(slug)}
cities: [${numbers.map((n) => `{ slug: ${slugOf(n)}, name: Town ${n % 7}, country: ch, prominence: ${n % 5} }`).join(", ")}]`;

const base = `${source("base")}
organisations: [{ slug: gazette, name: Gazette }]
countries: [{ slug: ch, name: Switzerland, iso2: CH, iso3: CHE }]`;

const first = Array.from({ length: 60 }, (_, n) => n * 3);

let graph: OwnWorld;
let files: string[];
let next = 0;
beforeAll(async () => {
  files = [base, towns("towns", first)];
  graph = await world(...files);
}, 60_000);
afterAll(() => graph.close());

const orders = [
  "",
  "orderBy: [{ field: NAME, direction: DESC }]",
  "orderBy: [{ field: PROMINENCE }, { field: NAME }]",
  "orderBy: [{ field: PROMINENCE, direction: DESC }]",
];

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly slug: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}

interface Answer {
  readonly country: { readonly cities: Page };
}

/** Walks through all pages; between them rows are recorded as often as `inserts` says. */
async function walk(forwards: boolean, sizes: readonly number[], order: string, inserts: number): Promise<string[]> {
  const seen: string[] = [];
  let cursor: string | null = null as string | null;
  for (let page = 0; ; page++) {
    expect(page).toBeLessThan(500);
    const size = sizes[page % sizes.length]!;
    const range = forwards ? "first: $size, after: $cursor" : "last: $size, before: $cursor";
    const query = `query ($size: Int, $cursor: String) { country(slug: "ch") { cities(${order === "" ? "" : `${order}, `}${range}) {
      edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage } } } }`;
    const answer = await graph.ask<Answer>(query, { size, cursor });
    const { edges, pageInfo } = answer.country.cities;
    const slugs = edges.map(({ node }) => node.slug);
    seen.push(...(forwards ? slugs : slugs.reverse()));
    if (edges.length === 0 || !(forwards ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return seen;
    cursor = (forwards ? edges.at(-1) : edges[0])!.cursor;
    if (page < inserts) await recordOneMore();
  }
}

/** Records a town that lies somewhere among the others in every order. */
async function recordOneMore(): Promise<void> {
  next++;
  const number = ((next * 37) % 60) * 3 + 1 + (next % 2);
  files.push(towns(`more${next}`, [number + 200 * Math.floor(next / 60)]));
  await graph.load(...files);
}

test("walking skips none, repeats none, ends", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...orders),
      fc.integer({ min: 0, max: 2 }),
      async (forwards, sizes, order, inserts) => {
        const seen = await walk(forwards, sizes, order, inserts);
        expect(new Set(seen).size).toBe(seen.length);
        const there = new Set(seen);
        expect(first.map(slugOf).filter((slug) => !there.has(slug))).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);
