import { setPartner } from "../../src/partners/book";
import { addKey } from "../../src/partners/keyring";
import { dust, type PartnerWorld, type Payload, partnerWorld, source } from "./world";

let graph: PartnerWorld;
beforeAll(async () => {
  graph = await partnerWorld();
  await graph.submit({
    source,
    initiatives: [{ slug: "digital-zurich-ch", name: "Digital Zurich", city: "zurich-ch" }],
  });
}, 60_000);
afterAll(() => graph.close());

const told = ({ verdicts }: Payload) =>
  verdicts.flatMap(({ refusals }) => refusals.map(({ path, code }) => `${path} ${code}`));

/** The source of a submission by the partner `oslo`. */
const oslo = { ...source, slug: "oslo-figures", title: "Figures of Oslo", publisher: "city-of-oslo" };

const observation = (subject: string, indicator = "users") => ({ subject, indicator, period: "2023", value: 1 });

/** What the partner `oslo` may not send, and where it is refused. */
const attacks: [what: string, submission: object, ...refused: string[]][] = [
  ["a source of another partner", { source: { ...oslo, slug: "zurich-figures" } }, "source.slug FORBIDDEN"],
  ["a source that came from a file", { source: { ...oslo, slug: "report" } }, "source.slug FORBIDDEN"],
  ["a slug that others may want", { source: { ...oslo, slug: "imd-index-2027" } }, "source.slug FORBIDDEN"],
  ["a source that calls itself a publisher's", { source: { ...oslo, kind: "PUBLISHER" } }, "source.kind FORBIDDEN"],
  ["a source by another organisation", { source: { ...oslo, publisher: "citegraph" } }, "source.publisher FORBIDDEN"],
  ["a source carried by another", { source: { ...oslo, carrier: "citegraph" } }, "source.carrier FORBIDDEN"],
  [
    "a number of another city",
    { source: oslo, observations: [observation("City:zurich-ch")] },
    "observations.0.subject FORBIDDEN",
  ],
  [
    "a number of another city's initiative",
    { source: oslo, observations: [observation("Initiative:digital-zurich-ch")] },
    "observations.0.subject FORBIDDEN",
  ],
  [
    "another city's initiative, said to be its own",
    {
      source: oslo,
      initiatives: [{ slug: "digital-zurich-ch", name: "Mine", city: "oslo-no" }],
      observations: [observation("Initiative:digital-zurich-ch")],
    },
    "initiatives.0.slug INVALID_VALUE",
    "observations.0.subject FORBIDDEN",
  ],
  [
    "a new name for an initiative that a file defines",
    { source: oslo, initiatives: [{ slug: "city-app-oslo-no", name: "Anew", aliases: ["Zurich"], city: "oslo-no" }] },
    "initiatives.0 DEFINED_ELSEWHERE",
  ],
  [
    "another city's name",
    { source: oslo, cities: [{ slug: "zurich-ch", name: "Old Zurich", country: "ch" }] },
    "cities.0 FORBIDDEN",
  ],
  [
    "its own city's name",
    { source: oslo, cities: [{ slug: "oslo-no", name: "Best", country: "no" }] },
    "cities.0 FORBIDDEN",
  ],
  [
    "an indicator",
    {
      source: oslo,
      indicators: [
        { slug: "joy", name: "Joy", definition: "Joy.", unit: "joys", direction: "NOT_SCORED", subjects: ["CITY"] },
      ],
    },
    "indicators.0 FORBIDDEN",
  ],
  ["an organisation", { source: oslo, organisations: [{ slug: "us", name: "Us" }] }, "organisations.0 FORBIDDEN"],
  [
    "an edition of an award",
    { source: oslo, awardEditions: [{ slug: "prize-2023", award: "prize", year: 2023, title: "Ours" }] },
    "awardEditions.0 FORBIDDEN",
  ],
  [
    "a number of an edition",
    { source: oslo, observations: [observation("AwardEdition:prize-2023")] },
    "observations.0.subject FORBIDDEN",
  ],
  [
    "words about a source",
    { source: oslo, statements: [{ about: "Source:report", topic: "lies", text: "It lies." }] },
    "statements.0.about FORBIDDEN",
  ],
  [
    "words put into another's mouth",
    {
      source: oslo,
      statements: [{ about: "City:oslo-no", topic: "praise", text: "Best.", organisation: "citegraph" }],
    },
    "statements.0.organisation FORBIDDEN",
  ],
  [
    "another city's win",
    { source: oslo, wins: [{ edition: "prize-2023", category: "City", city: "zurich-ch" }] },
    "wins.0.city FORBIDDEN",
  ],
  [
    "a win of no city",
    { source: oslo, wins: [{ edition: "prize-2023", winner: "Somebody" }] },
    "wins.0.city FORBIDDEN",
  ],
  [
    "a win shared with another organisation",
    { source: oslo, wins: [{ edition: "prize-2023", city: "oslo-no", organisation: "citegraph" }] },
    "wins.0.organisation FORBIDDEN",
  ],
];

test("who has no source yet is told a slug that one might have", async () => {
  const taken = { ...oslo, slug: source.slug };
  const { verdicts } = await graph.submit({ source: taken }, { key: graph.keys.oslo, dryRun: true });
  expect(verdicts[0]!.refusals).toMatchObject([{ code: "FORBIDDEN", nearest: [`oslo-${source.slug}`] }]);
});

test.each(attacks)("%s is refused", async (_what, submission, ...refused) => {
  const before = await graph.ask("{ graph { revision } }");
  for (const mode of ["MERGE", "REPLACE"]) {
    const payload = await graph.submit(submission, { key: graph.keys.oslo, mode, acceptValid: true });
    expect(told(payload).filter((line) => !line.endsWith("SOURCE_REFUSED"))).toEqual(refused);
  }
  // The source itself may be recorded where only its rows are refused.
  if (refused[0]!.startsWith("source")) expect(await graph.ask("{ graph { revision } }")).toEqual(before);
});

test("a refused source is told with those of one's own, and so are its rows", async () => {
  const refusalsOf = async (slug: string) => {
    const observations = [observation("City:zurich-ch")];
    const { verdicts } = await graph.submit({ source: { ...source, slug }, observations }, { dryRun: true });
    return verdicts.map(({ path, refusals }) => [path, ...refusals.map(({ code, nearest }) => [code, nearest])]);
  };
  const own = source.slug;
  expect(await refusalsOf("report")).toEqual([
    ["source", ["FORBIDDEN", [own]]],
    ["observations.0", ["SOURCE_REFUSED", [own]]],
  ]);
  expect(await refusalsOf("figures")).toEqual([
    ["source", ["FORBIDDEN", ["zurich-figures"]]],
    ["observations.0", ["SOURCE_REFUSED", ["zurich-figures"]]],
  ]);
});

test("REPLACE of a source that is another's retracts nothing", async () => {
  await graph.submit({ source, observations: [dust("1999", 5)] });
  const count = "{ observations { totalCount } sources { totalCount } }";
  const before = await graph.ask(count);
  for (const slug of ["zurich-figures", "report", "catalogue"]) {
    const payload = await graph.submit(
      { source: { ...oslo, slug } },
      { key: graph.keys.oslo, mode: "REPLACE", acceptValid: true },
    );
    expect(payload).toMatchObject({ revision: null, counts: { refused: 1, retracted: 0 } });
  }
  expect(await graph.ask(count)).toEqual(before);
});

test("a slug that is for a partner of a longer slug is that partner's", async () => {
  const { source: store } = graph.store;
  const port = { slug: "oslo-port", name: "Port", organisation: "city-of-oslo", cities: ["oslo-no"] };
  await setPartner(store, port);
  const key = await addKey(store, port.slug, null);
  const ships = { source: { ...oslo, slug: "oslo-port-ships" } };
  const refused = await graph.submit(ships, { key: graph.keys.oslo });
  expect(refused.verdicts[0]!.refusals).toMatchObject([
    {
      path: "source.slug",
      code: "FORBIDDEN",
      message: expect.stringContaining("which is for the partner `oslo-port`"),
    },
  ]);
  expect((await graph.submit(ships, { key })).counts).toMatchObject({ added: 1, refused: 0 });
  expect(told(await graph.submit({ source: { ...oslo, slug: "oslo-x" } }, { key }))).toEqual(["source.slug FORBIDDEN"]);
});

test("what a partner has said is not recorded from a file", async () => {
  const file = `source: { slug: zurich-figures, kind: PRESS, title: Mine, publisher: citegraph, licence: CC0-1.0, licenceClass: PERMISSIVE }`;
  await expect(graph.load(file)).rejects.toThrow("the source `zurich-figures` is the partner `zurich`'s");
});

test("a city that is no longer a partner's is refused from then on", async () => {
  const { source: store } = graph.store;
  await store.query("update partners set cities = '{}' where slug = 'oslo'");
  const payload = await graph.submit(
    { source: oslo, observations: [observation("City:oslo-no")] },
    { key: graph.keys.oslo },
  );
  expect(told(payload)).toEqual(["observations.0.subject FORBIDDEN"]);
  await store.query("update partners set cities = '{oslo-no}' where slug = 'oslo'");
});
