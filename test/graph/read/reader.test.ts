import { type DocumentNode, parse, validate } from "graphql";
import { readerOf, schema } from "../../../src/app";
import { type Answer } from "../../../src/graph/answer";
import { RawJson } from "../../../src/graph/raw-json";
import { type OwnWorld, world } from "../../support/world";
import { states } from "../worlds/rich";

let graph: OwnWorld;
let read: ReturnType<typeof readerOf>;
beforeAll(async () => {
  graph = await world();
  for (const state of states) await graph.load(...state);
  read = readerOf(graph.store, { publicUrl: "https://citegraph.example" });
}, 60_000);
afterAll(() => graph.close());

/** Asks one parsed document with variables of several shapes: its plans are kept beside it. */
function asker(query: string, operationName?: string) {
  const document: DocumentNode = parse(query);
  expect(validate(schema, document)).toEqual([]);
  return async (variables: Record<string, unknown> = {}) => {
    const answer = await read({ document, variables, operationName });
    return answer.data instanceof RawJson ? JSON.parse(answer.data.text) : (answer.data ?? codeOf(answer));
  };
}

const codeOf = ({ errors }: Answer) => errors?.map(({ extensions, message }) => extensions["code"] ?? message);

const names = (list: { nodes: { name: string }[] }) => list.nodes.map(({ name }) => name);

describe("one document, asked with variables of other shapes", () => {
  test("a condition that is there, null, and left out", async () => {
    const ask = asker(
      `query ($name: String, $where: CityFilter) {
      cities(where: { name: { startsWith: $name }, and: [$where, { country: { slug: { eq: "de" } } }] }, orderBy: { field: NAME }) { nodes { name } } }`.replace(
        "$where: CityFilter",
        "$where: CityFilter!",
      ),
    );
    const all = ["Gießen", "München", "Münster"];
    expect(names((await ask({ name: "mun", where: {} })).cities)).toEqual(["München", "Münster"]);
    expect(names((await ask({ name: null, where: {} })).cities)).toEqual(all);
    expect(names((await ask({ where: { prominence: { eq: 0 } } })).cities)).toEqual(["Gießen"]);
    expect(names((await ask({ where: { prominence: { eq: null } } })).cities)).toEqual(all);
    expect(names((await ask({ where: { prominence: null, name: { isNull: true } } })).cities)).toEqual([]);
    expect(names((await ask({ where: { name: { isNull: false } } })).cities)).toEqual(all);
    expect(names((await ask({ name: "mün", where: { not: { name: { in: ["Münster"] } } } })).cities)).toEqual([
      "München",
    ]);
  });

  test("a direction that is left out has its default, one that is null is refused, in either order", async () => {
    const ask = asker(
      `query ($to: OrderDirection) { cities(first: 1, orderBy: { field: NAME, direction: $to }) { nodes { name } } }`,
    );
    for (const _ of [1, 2]) {
      expect(names((await ask()).cities)).toEqual(["Abidjan"]);
      expect(await ask({ to: null })).toEqual(["BAD_USER_INPUT"]);
      expect(names((await ask({ to: "DESC" })).cities)).toEqual(["Zhèngzhōu"]);
    }
  });

  test("page sizes, from either end, also through an input of their own", async () => {
    const ask = asker(
      `query ($first: Int, $last: Int) { cities(first: $first, last: $last, orderBy: { field: NAME }) { nodes { name } } }`,
    );
    expect(names((await ask({ first: 2 })).cities)).toEqual(["Abidjan", "bangor"]);
    expect(names((await ask({ first: 1 })).cities)).toEqual(["Abidjan"]);
    expect(names((await ask({ last: 1 })).cities)).toEqual(["Zhèngzhōu"]);
    expect(names((await ask({ first: 0 })).cities)).toEqual([]);
    expect((await ask({ first: null, last: null })).cities.nodes).toHaveLength(12);
    expect(await ask({ first: 501 })).toEqual(["BAD_USER_INPUT"]);
    expect(await ask({ first: 1, last: 1 })).toEqual(["BAD_USER_INPUT"]);
  });

  test("a page of none is not the usual page, in either order", async () => {
    for (const sizes of [
      [0, null],
      [null, 0],
    ]) {
      const ask = asker("query ($first: Int) { cities(first: $first) { nodes { name } } }");
      for (const first of sizes) expect((await ask({ first })).cities.nodes).toHaveLength(first ?? 12);
    }
  });

  test("an id that is null is not one that reads so", async () => {
    const ask = asker("query ($about: ID) { contested(about: $about) { totalCount } }");
    expect((await ask({ about: null })).contested.totalCount).toBeGreaterThan(0);
    for (const about of ["null", "0", "-"]) expect(await ask({ about })).toEqual(["BAD_USER_INPUT"]);
  });

  test("fields and directions of an order, whole orders, and the figures they go by", async () => {
    const ask = asker(
      `query ($order: [CityOrder!], $after: String) { cities(orderBy: $order, first: 2, after: $after) { nodes { name } pageInfo { endCursor } } }`,
    );
    expect(names((await ask({ order: [{ field: "NAME" }] })).cities)).toEqual(["Abidjan", "bangor"]);
    expect(names((await ask({ order: [{ field: "NAME", direction: "DESC" }] })).cities)).toEqual([
      "Zhèngzhōu",
      "Shanghai",
    ]);
    expect(names((await ask({ order: null })).cities)).toEqual(["Shanghai", "London"]);
    const people = (await ask({ order: [{ indicator: "population-urban-centre" }] })).cities;
    const dust = (await ask({ order: [{ indicator: "dust" }] })).cities;
    expect([names(people), names(dust)]).toEqual([
      ["München", "Shanghai"],
      ["München", "Shanghai"],
    ]);
    expect(dust.pageInfo.endCursor).not.toBe(people.pageInfo.endCursor);
    const after = dust.pageInfo.endCursor;
    expect(await ask({ order: [{ indicator: "population-urban-centre" }], after })).toEqual(["INVALID_CURSOR"]);
    expect(await ask({ order: [{ indicator: "dust", year: 2023 }], after })).toEqual(["INVALID_CURSOR"]);
    expect(names((await ask({ order: [{ indicator: "dust" }], after })).cities)).toEqual(["Abidjan", "bangor"]);
  });

  test("variables within a literal list, and lists of other lengths", async () => {
    const ask = asker(`query ($a: String!, $b: String! = "London", $all: [ID!]!) {
      cities(where: { name: { in: [$a, $b, "Gießen"] } }, orderBy: { field: NAME }) { nodes { name } } nodes(ids: $all) { id __typename } }`);
    expect(await ask({ a: "Orléans", all: ["City:london-gb"] })).toEqual({
      cities: { nodes: [{ name: "Gießen" }, { name: "London" }, { name: "Orléans" }] },
      nodes: [{ id: "City:london-gb", __typename: "City" }],
    });
    expect(
      await ask({ a: "bangor", b: "bangor", all: ["Country:de", "City:none", "City:london-gb", "Country:de"] }),
    ).toEqual({
      cities: { nodes: [{ name: "bangor" }, { name: "Gießen" }] },
      nodes: [
        { id: "Country:de", __typename: "Country" },
        null,
        { id: "City:london-gb", __typename: "City" },
        { id: "Country:de", __typename: "Country" },
      ],
    });
    expect((await ask({ a: "", all: [] })).nodes).toEqual([]);
    expect((await ask({ a: "", all: Array(500).fill("City:london-gb") })).nodes).toHaveLength(500);
    expect(await ask({ a: "", all: Array(501).fill("City:london-gb") })).toEqual(["BAD_USER_INPUT"]);
  });

  test("fields that are there or not", async () => {
    const ask = asker(
      `query ($with: Boolean!, $without: Boolean = false) { city(slug: "london-gb") { id ... @include(if: $with) { name country { id } } aliases @skip(if: $without) } }`,
    );
    expect(await ask({ with: true, without: true })).toEqual({
      city: { id: "City:london-gb", name: "London", country: { id: "Country:gb" } },
    });
    expect(await ask({ with: false })).toEqual({ city: { id: "City:london-gb", aliases: [] } });
  });
});

test("an operation is chosen by its name; the others may be anything", async () => {
  const query = `query A { country(slug: "de") { ...F } } query B($x: Int) { countries(first: $x) { nodes { ...F } } } fragment F on Country { id }`;
  expect(await asker(query, "A")()).toEqual({ country: { id: "Country:de" } });
  expect(await asker(query, "B")({ x: 1 })).toEqual({ countries: { nodes: [{ id: "Country:cn" }] } });
  const { errors } = await read({ document: parse(query), variables: {} });
  expect(errors).toHaveLength(1);
});

test("introspection and stored fields in one operation stand in the order they were asked in", async () => {
  const answer = await asker(
    `{ a: __typename __type(name: "City") { name } city(slug: "london-gb") { __typename country { __typename } } z: __schema { queryType { name } } }`,
  )();
  expect(JSON.stringify(answer)).toBe(
    '{"a":"Query","__type":{"name":"City"},"city":{"__typename":"City","country":{"__typename":"Country"}},"z":{"queryType":{"name":"Query"}}}',
  );
});

test("conditions on nothing: none of none holds, all of none do", async () => {
  const count = async (where: string) =>
    (await asker(`{ cities(where: ${where}) { totalCount } }`)()).cities.totalCount;
  expect(await count("{ or: [] }")).toBe(0);
  expect(await count("{ and: [] }")).toBe(12);
  expect(await count("{ not: { or: [] } }")).toBe(12);
  expect(await count("{ not: {} }")).toBe(0);
  expect(await count("{ name: { in: [] } }")).toBe(0);
  expect(await count("{ name: { notIn: [] } }")).toBe(12);
  expect(await count("{ name: null, or: null, not: null, country: null }")).toBe(12);
  expect(await count("{ placements: {} }")).toBe(12);
  expect(await count("{ placements: { some: {} } }")).toBe(8);
});

describe("text that no name can have", () => {
  const ask = async (text: string) => ({
    ...(await asker(
      `query ($t: String!) { search(text: $t) { totalCount } cities(where: { or: [{ name: { eq: $t } }, { name: { contains: $t } }, { text: $t }] }) { totalCount } }`,
    )({ t: text })),
  });

  test("the character NUL is refused, as text cannot hold it", async () => {
    expect(await ask("a\0b")).toEqual({ 0: "BAD_USER_INPUT" });
    expect(await asker(`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`)({ ids: ["City:\0"] })).toEqual([
      "BAD_USER_INPUT",
    ]);
    expect(await asker(`{ cities(where: { name: { in: ["a", "\\u0000"] } }) { totalCount } }`)()).toEqual([
      "BAD_USER_INPUT",
    ]);
    expect(await asker(`query ($id: ID!) { placement(id: $id) { id } }`)({ id: "Placement:a\0" })).toEqual([
      "BAD_USER_INPUT",
    ]);
  });

  test.each([
    ["half a character", "\ud800"],
    ["a million letters", "a".repeat(1_000_000)],
    ["quotes", `'"\\$1`],
  ])("%s finds nothing", async (_, text) => {
    expect(await ask(text)).toEqual({ search: { totalCount: 0 }, cities: { totalCount: 0 } });
  });
});

test("numbers that no row can have find nothing, or are refused", async () => {
  const count = async (where: string) =>
    (await asker(`{ placements(where: ${where}) { totalCount } }`)()).placements.totalCount;
  expect(await count("{ rank: { gt: 2147483647 } }")).toBe(0);
  expect(await count("{ score: { gt: 1e400 } }")).toBe(0);
  expect(await count("{ score: { lt: -1e308 } }")).toBe(0);
  expect(validate(schema, parse("{ placements(where: { rank: { gt: 2147483648 } }) { totalCount } }"))).toHaveLength(1);
});

describe("cursors", () => {
  const list = `query ($after: String, $before: String) { cities(orderBy: { field: PROMINENCE }, after: $after, before: $before, first: 1) { nodes { id } pageInfo { endCursor } } }`;
  const forged = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");
  const parts = async () => {
    const { endCursor } = (await asker(list)()).cities.pageInfo;
    return JSON.parse(Buffer.from(endCursor, "base64url").toString()) as [string, number, string];
  };

  test("what is no cursor is refused", async () => {
    const [mark] = await parts();
    const none = [
      "",
      "x",
      "%",
      "bnVsbA",
      forged([]),
      forged({}),
      forged([mark]),
      forged([mark, 1]),
      forged([mark, 1, "a", "b"]),
    ];
    for (const after of none) expect([after, await asker(list)({ after })]).toEqual([after, ["INVALID_CURSOR"]]);
  });

  test("one whose values are of another sort is refused", async () => {
    const [mark] = await parts();
    const wrong = [
      ["a", "b"],
      [1.5, "b"],
      [1e300, "b"],
      [{}, "b"],
      [1, 2],
      [1, null],
      [null, "b"],
      [1, "\0"],
      [true, "b"],
    ];
    for (const values of wrong) {
      expect([values, await asker(list)({ after: forged([mark, ...values]) })]).toEqual([values, ["INVALID_CURSOR"]]);
      expect([values, await asker(list)({ before: forged([mark, ...values]) })]).toEqual([values, ["INVALID_CURSOR"]]);
    }
    const [, ...words] = JSON.parse(
      Buffer.from(
        (await asker(`{ search(text: "m") { pageInfo { endCursor } } }`)()).search.pageInfo.endCursor,
        "base64url",
      ).toString(),
    );
    expect(words).toHaveLength(2);
    const { search } = await asker(`{ search(text: "m", after: "${forged(["x", ...words])}") { totalCount } }`)();
    expect(search).toBeUndefined();
  });

  test("one of a row that is gone still stands where it stood", async () => {
    const [mark] = await parts();
    expect(await asker(list)({ after: forged([mark, 1000, "shangrap"]) })).toMatchObject({
      cities: { nodes: [{ id: "City:zhengzhou-cn" }] },
    });
  });
});

test.each(["%", "_", "*", "\\"])("words that have no %s are not found by it", async (sign) => {
  const query = `query ($sign: String!) {
    holding: cities(where: { name: { contains: $sign } }) { totalCount }
    beginning: cities(where: { name: { startsWith: $sign } }) { totalCount }
    all: cities { totalCount }
  }`;
  const { holding, beginning, all } = await graph.ask<Record<string, { totalCount: number }>>(query, { sign });
  expect([holding, beginning]).toEqual([{ totalCount: 0 }, { totalCount: 0 }]);
  expect(all!.totalCount).toBeGreaterThan(0);
});
