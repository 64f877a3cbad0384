import { type PartnerWorld, partnerWorld, source } from "./world";

const press = `
source: { slug: news, kind: PRESS, title: News, publisher: citegraph, licence: NOT-STATED, licenceClass: UNCLEAR }
wins: [{ edition: prize-2023, category: City, city: zurich-ch, project: Trams }]
`;

let graph: PartnerWorld;
beforeAll(async () => {
  graph = await partnerWorld(press);
}, 60_000);
afterAll(() => graph.close());

const win = () =>
  graph.ask(`{ win(id: "Win:prize-2023/city/zurich-ch") {
    winner project organisation { slug } source { slug } evidence { status publishers claims { source { slug } } }
  } }`);

test("a partner's words do not stand under another's source, and bear out only what both state", async () => {
  const said = { edition: "prize-2023", category: "City", city: "zurich-ch" };
  const wins = [{ ...said, winner: "WORDS OF ZURICH", organisation: "city-of-zurich" }];
  await graph.submit({ source, wins });
  const claims = [{ source: { slug: "news" } }, { source: { slug: source.slug } }];
  const pressOnly = { winner: null, project: "Trams", organisation: null, source: { slug: "news" } };
  expect(await win()).toEqual({ win: { ...pressOnly, evidence: { status: "SINGLE_SOURCE", publishers: 2, claims } } });
  await graph.submit({ source, wins: [{ ...said, project: "trams" }] });
  expect(await win()).toEqual({ win: { ...pressOnly, evidence: { status: "CORROBORATED", publishers: 2, claims } } });
  await graph.submit({ source, wins: [{ ...said, project: "Boats" }] });
  expect(await win()).toMatchObject({ win: { project: "Trams", evidence: { status: "CONTESTED" } } });
});

test("of what a partner alone says, all is shown", async () => {
  const wins = [{ edition: "prize-2023", category: "Lakes", city: "zurich-ch", winner: "Lake of Zurich" }];
  await graph.submit({ source, wins });
  expect(await graph.ask(`{ win(id: "Win:prize-2023/lakes/zurich-ch") { winner evidence { status } } }`)).toEqual({
    win: { winner: "Lake of Zurich", evidence: { status: "SINGLE_SOURCE" } },
  });
});

test.each([
  ["by itself", "evidence { id after }", true],
  ["under another name", "changes: evidence { id after }", true],
  ["in a fragment", "...told", true],
  ["where it is not left out", "evidence @include(if: true) { id after }", true],
  ["where it is left out", "counts { added } evidence @skip(if: true) { id after }", false],
])("evidence that changes is told %s", async (_how, fields, isTold) => {
  const wins = [{ edition: "prize-2023", category: "Hills", city: "zurich-ch", winner: "Uetliberg" }];
  const mutation = `mutation ($s: Submission!) { submit(submission: $s, dryRun: true) { ${fields} } }
    ${fields.startsWith("...") ? "fragment told on SubmitPayload { evidence { id after } }" : ""}`;
  const { body } = await graph.send(mutation, { s: { source, wins } }, graph.keys.zurich);
  const told = Object.values(body.data!["submit"]!).find((value) => Array.isArray(value));
  expect(told).toEqual(isTold ? [{ id: "Win:prize-2023/hills/zurich-ch", after: "SINGLE_SOURCE" }] : undefined);
});
