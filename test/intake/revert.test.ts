import { dust, fresh, type PartnerWorld, type Payload, partnerWorld, payloadFields } from "../partners/world";

let graph: PartnerWorld;
beforeAll(async () => {
  graph = await partnerWorld();
}, 60_000);
afterAll(() => graph.close());

interface Reverted extends Payload {
  obstacles: { id: string; revision: number; message: string }[];
}

const mutation = `mutation ($revision: Int!, $dryRun: Boolean) {
  revert(revision: $revision, dryRun: $dryRun) { ${payloadFields} obstacles { id revision message } }
}`;

async function revert(revision: number | null, options: { dryRun?: boolean; key?: string } = {}): Promise<Reverted> {
  const { key = graph.keys.zurich, dryRun = false } = options;
  const { body } = await graph.send(mutation, { revision, dryRun }, key);
  if (body.errors) throw new Error(`${body.errors[0]!.extensions.code}: ${body.errors[0]!.message}`);
  return (body.data as unknown as { revert: Reverted }).revert;
}

/** All that a source says. */
const said = async (slug: string) => {
  const { claims } = await graph
    .ask<{ claims: unknown }>(`{ claims: source(slug: "${slug}") { claims { nodes { id values } } } }`)
    .catch(() => ({ claims: null }));
  return claims;
};

const fact = (period: string) => `Observation:City:zurich-ch/pm25-annual-mean/${period}`;

test("a source says again what it said before the revision", async () => {
  const head = fresh();
  await graph.submit({ source: head, observations: [dust("2001", 1), dust("2002", 2)] });
  const before = await said(head.slug);
  const { revision } = await graph.submit(
    { source: { ...head, title: "Anew" }, observations: [dust("2001", 5), dust("2003", 3)] },
    { mode: "REPLACE" },
  );
  const dry = await revert(revision, { dryRun: true });
  expect(dry).toMatchObject({ revision: null, counts: { added: 1, changed: 2, retracted: 1 }, obstacles: [] });
  expect(await said(head.slug)).not.toEqual(before);
  const { revision: made, ...reverted } = await revert(revision);
  expect({ ...reverted, revision: null }).toEqual(dry);
  expect(await said(head.slug)).toEqual(before);
  expect(await graph.ask(`{ revision(number: ${made}) { partner message } }`)).toEqual({
    revision: { partner: "zurich", message: `Reverts revision ${revision}` },
  });
  // And back again: the taking back is a revision like any other.
  expect((await revert(made)).revision).toBe(made! + 1);
});

test("the first revision of a source takes the source with it", async () => {
  const head = fresh();
  const { revision } = await graph.submit({ source: head, observations: [dust("2004", 1)] });
  expect(await revert(revision)).toMatchObject({ counts: { retracted: 2 }, obstacles: [] });
  expect(await said(head.slug)).toBeNull();
  // It stays theirs: sent again, it is there again.
  expect((await graph.submit({ source: head, observations: [dust("2004", 1)] })).counts).toMatchObject({ added: 2 });
});

test("what later revisions changed stands in the way, each with the revision that changed it", async () => {
  const head = fresh();
  const first = await graph.submit({ source: head, observations: [dust("2005", 1), dust("2006", 1), dust("2007", 1)] });
  const second = await graph.submit({ source: head, observations: [dust("2006", 2)] });
  const third = await graph.submit({ source: head, observations: [dust("2008", 2)] });
  const { revision, obstacles } = await revert(first.revision);
  expect(revision).toBeNull();
  expect(obstacles).toEqual([
    {
      id: fact("2006"),
      revision: second.revision,
      message: `revision ${second.revision} has changed it since; take that back first`,
    },
    {
      id: fact("2008"),
      revision: third.revision,
      message: `its source would go with revision ${first.revision}; take revision ${third.revision} back first`,
    },
  ]);
  // Taken back in turn, nothing stands in the way.
  for (const revision of [third, second, first]) expect((await revert(revision.revision)).obstacles).toEqual([]);
  expect(await said(head.slug)).toBeNull();
});

test("what others say of an initiative stands in the way of taking it back", async () => {
  const [one, other] = [fresh(), fresh()];
  const { revision } = await graph.submit({
    source: one,
    initiatives: [{ slug: "trams-zurich-ch", name: "Trams", city: "zurich-ch" }],
  });
  const figure = { subject: "Initiative:trams-zurich-ch", indicator: "users", period: "2020", value: 7 };
  const later = await graph.submit({ source: other, observations: [figure] });
  expect((await revert(revision)).obstacles).toEqual([
    {
      id: "Observation:Initiative:trams-zurich-ch/users/2020",
      revision: later.revision,
      message: expect.stringContaining("speaks of Initiative:trams-zurich-ch"),
    },
  ]);
});

test("twice at once it is taken back once", async () => {
  const { revision } = await graph.submit({ source: fresh(), observations: [dust("2009", 1)] });
  const both = await Promise.all([revert(revision), revert(revision)]);
  expect(both.map((reverted) => reverted.revision).sort()).toEqual([revision! + 1, null]);
});

test("a revision of another's, or one that is not there, is refused", async () => {
  const { revision } = await graph.submit({ source: fresh() });
  await expect(revert(revision, { key: graph.keys.oslo })).rejects.toThrow(
    `FORBIDDEN: revision ${revision} was made by the partner \`zurich\`; a partner takes back its own`,
  );
  await expect(revert(1)).rejects.toThrow("FORBIDDEN: revision 1 was made by who runs the graph");
  await expect(revert(999_999)).rejects.toThrow("NOT_FOUND: no revision 999999");
});

test("what would be said again of a city that is no longer the partner's is refused", async () => {
  const head = fresh();
  await graph.submit({ source: head, observations: [dust("2010", 1)] });
  const { revision } = await graph.submit({ source: head, observations: [dust("2010", 2)] });
  await graph.store.source.query("update partners set cities = '{oslo-no}' where slug = 'zurich'");
  expect(await revert(revision)).toMatchObject({
    revision: null,
    verdicts: [{ id: fact("2010"), action: "REFUSED", refusals: [{ code: "FORBIDDEN" }] }],
  });
  await graph.store.source.query("update partners set cities = '{zurich-ch}' where slug = 'zurich'");
});
