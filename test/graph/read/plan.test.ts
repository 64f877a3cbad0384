import { type OwnWorld, world } from "../../support/world";
import { states } from "../worlds/rich";

let graph: OwnWorld;
beforeAll(async () => {
  graph = await world();
  await graph.load(...states[0]!);
}, 60_000);
afterAll(() => graph.close());

/** Observations of the subject of an observation, and so forth: each time of a dozen types. */
const nested = (levels: number, of: string): string =>
  levels === 0 ? "id" : `subject { ${of} observations(first: 1) { nodes { ${nested(levels - 1, of)} } } ${of && "}"} }`;

test("interfaces within interfaces are refused before they grow into a statement without end", async () => {
  const { errors, data } = await graph.answer(`{ observations(first: 1) { nodes { ${nested(5, "")} } } }`);
  expect(data).toBeNull();
  expect(errors?.map(({ message, path, extensions }) => [message, path, extensions["code"]])).toEqual([
    [
      "The operation reads from more than 2000 tables, since each interface stands for many types; name the types with fragments such as `... on City`, or ask in several operations",
      ["observations"],
      "QUERY_TOO_LARGE",
    ],
  ]);
});

test("with their types named they are answered", async () => {
  const { errors } = await graph.answer(`{ observations(first: 1) { nodes { ${nested(5, "... on City {")} } } }`);
  expect(errors).toBeUndefined();
});

test.each(["cities", 'search(text: "m")'])("%s can be asked for one thing under a hundred names", async (list) => {
  const names = (field: string) => Array.from({ length: 99 }, (_, i) => `a${i}: ${field}`).join(" ");
  const { [list.slice(0, 6)]: found } = await graph.ask<Record<string, { pageInfo: object; edges: object[] }>>(
    `{ ${list} { ${names("totalCount")} edges { ${names("cursor")} } pageInfo { ${names("endCursor")} } } }`,
  );
  expect(Object.keys(found!)).toHaveLength(101);
  expect(Object.keys(found!.pageInfo)).toHaveLength(99);
  expect(Object.keys(found!.edges[0]!)).toHaveLength(99);
});
