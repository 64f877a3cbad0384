import { type FastifyInstance } from "fastify";
import { createApp } from "../../src/app";
import { setPartner } from "../../src/partners/book";
import { addKey } from "../../src/partners/keyring";
import { dust, type PartnerWorld, partnerWorld, source } from "../partners/world";

const partners = 50;
const rounds = 3;

let graph: PartnerWorld;
let other: FastifyInstance;
beforeAll(async () => {
  graph = await partnerWorld();
  // Two instances on one database: what queues in one waits for the lock of the other.
  other = await createApp(graph.store, { logLevel: "silent", publicUrl: "https://citegraph.example" });
}, 60_000);
afterAll(async () => {
  await other.close();
  await graph.close();
});

const mutation = "mutation ($s: Submission!) { submit(submission: $s) { revision counts { refused } } }";

interface Body {
  errors?: unknown;
  data: { submit: { revision: number; counts: { refused: number } } };
}

test("fifty partners who submit at once lose nothing, meet no deadlock, and make revisions in order", async () => {
  const { source: store } = graph.store;
  const names = Array.from({ length: partners }, (_, i) => `partner-${i}`);
  const keys = await Promise.all(
    names.map(async (slug) => {
      await setPartner(store, { slug, name: slug, organisation: "city-of-zurich", cities: ["zurich-ch"] });
      return addKey(store, slug, null);
    }),
  );
  const before = (await graph.ask<{ graph: { revision: number } }>("{ graph { revision } }")).graph.revision;
  // All speak of the same figures, so that each submission weighs what the others have said.
  const work = async (slug: string, i: number): Promise<number[]> => {
    const made: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      const submission = {
        source: { ...source, slug },
        observations: [dust("2023", 10 * round + (i % 10)), dust("2022", round)],
      };
      const response = await (i % 2 ? graph.server : other).inject({
        method: "POST",
        url: "/graphql",
        payload: { query: mutation, variables: { s: submission } },
        headers: { authorization: `Bearer ${keys[i]}` },
      });
      const { data, errors } = response.json() as Body;
      expect({ errors, refused: data?.submit.counts.refused }).toEqual({ errors: undefined, refused: 0 });
      made.push(data.submit.revision);
    }
    return made;
  };
  const made = await Promise.all(names.map(work));
  for (const own of made) expect(own).toEqual([...own].sort((a, b) => a - b));
  const all = Array.from({ length: partners * rounds }, (_, i) => before + 1 + i);
  expect(made.flat().sort((a, b) => a - b)).toEqual(all);
  const { rows } = await graph.store.pool.query(
    `select source, "values"->>'value' as value from claims where fact = 'Observation:City:zurich-ch/pm25-annual-mean/2023' and source like 'partner-%' order by length(source), source`,
  );
  expect(rows).toEqual(names.map((slug, i) => ({ source: slug, value: String(10 * rounds + (i % 10)) })));
  const { rows: revisions } = await graph.store.pool.query(
    "select number from revisions where number > $1 and partner = source order by recorded_at, number",
    [before],
  );
  expect(revisions.map(({ number }) => number)).toEqual(all);
}, 120_000);
