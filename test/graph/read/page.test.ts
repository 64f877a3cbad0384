import { type OwnWorld, world } from "../../support/world";
import { states } from "../worlds/rich";

let graph: OwnWorld;
beforeAll(async () => {
  graph = await world();
  await graph.load(...states[0]!);
}, 60_000);
afterAll(() => graph.close());

test("a connection that is asked for nothing of its rows is still one object", async () => {
  expect(await graph.ask(`{ cities { pageInfo { hasPreviousPage __typename } __typename } }`)).toEqual({
    cities: { pageInfo: { hasPreviousPage: false, __typename: "PageInfo" }, __typename: "CityConnection" },
  });
  expect(await graph.ask(`{ search(text: "m") { totalCount pageInfo { hasPreviousPage } __typename } }`)).toEqual({
    search: { totalCount: 3, pageInfo: { hasPreviousPage: false }, __typename: "SearchConnection" },
  });
});

test("an operation all of whose fields are skipped answers an empty object, at its revision", async () => {
  const { data, errors, extensions } = await graph.answer(`{ cities @skip(if: true) { totalCount } }`);
  expect({ data, errors, extensions }).toEqual({ data: {}, errors: undefined, extensions: { revision: 6 } });
});

test("a row all of whose fields are skipped is an empty object", async () => {
  expect(await graph.ask(`{ city(slug: "munich-de") { name @skip(if: true) } }`)).toEqual({ city: {} });
});
