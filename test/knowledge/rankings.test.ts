import { shipped, type World } from "../support/world";

let graph: World;
beforeAll(async () => {
  graph = await shipped();
}, 120_000);
afterAll(() => graph.close());

test("an edition tells who stands where, with the source of each place", async () => {
  const { rankingEdition } = await graph.ask(`{
    rankingEdition(slug: "juniper-smart-city-2023") {
      citiesAssessed
      placements(first: 2) { totalCount nodes { rank city { slug } source { kind } } }
    }
  }`);
  expect(rankingEdition).toEqual({
    citiesAssessed: 50,
    placements: {
      totalCount: 5,
      nodes: [
        { rank: 1, city: { slug: "shanghai-cn" }, source: { kind: "PUBLISHER" } },
        { rank: 2, city: { slug: "new-york-us" }, source: { kind: "PRESS" } },
      ],
    },
  });
});
