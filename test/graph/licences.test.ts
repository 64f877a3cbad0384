import { parse } from "graphql";
import { readerOf } from "../../src/app";
import { shipped, type World } from "../support/world";

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

interface Licence {
  licence: string;
  licenceClass: string;
  sources: { slug: string; title: string; publisher: string; url: string | null }[];
}

const question = `{
  placements(first: 3, where: { edition: { slug: { eq: "imd-smart-city-index-2024" } } }) {
    nodes { rank city { name } evidence { claims { text source { slug licence licenceClass } } } }
  }
}`;

const slugs = (licences: Licence[]) => licences.flatMap(({ sources }) => sources.map(({ slug }) => slug));

async function licencesOf(query: string, variables = {}): Promise<Licence[]> {
  const { errors, extensions } = await graph.answer(query, variables);
  expect(errors).toBeUndefined();
  return extensions!["licences"] as Licence[];
}

test("an answer tells the licences of all it uses, each with its sources, when the operation asks for it", async () => {
  const licences = await licencesOf(`query @licences ${question}`);
  const { placements } = await graph.ask<{
    placements: {
      nodes: { evidence: { claims: { source: { slug: string; licence: string; licenceClass: string } }[] } }[];
    };
  }>(question);
  const used = placements.nodes.flatMap(({ evidence }) => evidence.claims.map(({ source }) => source));
  for (const { slug, licence, licenceClass } of used) {
    const told = licences.find((one) => one.licence === licence && one.licenceClass === licenceClass);
    expect(told?.sources.map((source) => source.slug)).toContain(slug);
  }
  // Beside the claims only the catalogue, from which the cities have their names.
  const beside = slugs(licences).filter((slug) => !used.some((source) => source.slug === slug));
  expect(beside).toEqual(["citegraph-catalogue-cities"]);
});

test("the data is the same as without, and nothing of the reckoning shows", async () => {
  for (const query of [
    question,
    '{ city(slug: "shanghai-cn") { permalink country { name } wins { nodes { citation(style: APA) } } } }',
  ]) {
    const plain = await graph.answer(query);
    const told = await graph.answer(`query @licences ${query}`);
    expect(JSON.stringify(told.data)).toBe(JSON.stringify(plain.data));
    expect(plain.extensions).not.toHaveProperty("licences");
  }
});

test("a source that is asked for stands for itself", async () => {
  const own = await licencesOf(
    "query @licences { sources(first: 1, where: { kind: { eq: PRESS } }) { nodes { slug } } }",
  );
  const { sources } = await graph.ask<{ sources: { nodes: { slug: string }[] } }>(
    "{ sources(first: 1, where: { kind: { eq: PRESS } }) { nodes { slug } } }",
  );
  expect(slugs(own)).toEqual(sources.nodes.map(({ slug }) => slug));
});

test("an answer that uses nothing has no licences", async () => {
  expect(
    await licencesOf('query @licences { cities(where: { slug: { eq: "nowhere-xx" } }) { totalCount nodes { name } } }'),
  ).toEqual([]);
});

test("what computes in Node counts as well: a citation stands on its source", async () => {
  const query = '{ awardEdition(slug: "wsca-2020") { entrantCountries { citation(style: APA) } } }';
  expect(slugs(await licencesOf(`query @licences ${query}`))).toContain(
    "fira-de-barcelona-shanghai-chosen-smart-city-2020-smart-city-live",
  );
});

test("a change tells what a source said, and counts as its", async () => {
  const { changes } = await graph.ask<{ changes: { nodes: { sourceSlug: string }[] } }>(
    '{ changes(since: 0, kinds: ["placements"], first: 1) { nodes { sourceSlug } } }',
  );
  const told = await licencesOf(
    'query @licences { changes(since: 0, kinds: ["placements"], first: 1) { nodes { after } } }',
  );
  expect(slugs(told)).toEqual(changes.nodes.map(({ sourceSlug }) => sourceSlug));
});

test("as of a revision, the sources of then are told", async () => {
  const { graph: latest } = await graph.ask<{ graph: { revision: number } }>("{ graph { revision } }");
  const now = await licencesOf(`query @licences ${question}`);
  const then = await licencesOf(`query ($r: Int!) @licences @asOf(revision: $r) ${question}`, { r: latest.revision });
  expect(then).toEqual(now);
});

test("a caller may ask beside the operation, as the header does", async () => {
  const read = readerOf(graph.store, { publicUrl: "https://citegraph.example" });
  const document = parse(question);
  const { extensions: told } = await read({ document, variables: {}, licences: true });
  const { extensions: plain } = await read({ document, variables: {} });
  expect(slugs(told!["licences"] as Licence[]).length).toBeGreaterThan(1);
  expect(plain).not.toHaveProperty("licences");
});

test("observations are filtered by what their licence allows", async () => {
  const { observations } = await graph.ask<{
    observations: { totalCount: number; nodes: { source: { licenceClass: string } }[] };
  }>(
    "{ observations(first: 200, where: { licenceClass: { in: [PERMISSIVE, SHARE_ALIKE] } }) { totalCount nodes { source { licenceClass } } } }",
  );
  const classes = new Set(observations.nodes.map(({ source }) => source.licenceClass));
  expect([...classes].filter((one) => !["PERMISSIVE", "SHARE_ALIKE"].includes(one))).toEqual([]);
  expect(observations.totalCount).toBeGreaterThan(100);
});
