import { type OwnWorld, world } from "../support/world";
import { states } from "./worlds/rich";

let graph: OwnWorld;
beforeAll(async () => {
  graph = await world();
  for (const state of states) await graph.load(...state);
}, 60_000);
afterAll(() => graph.close());

/** The one error of an answer: its message, its code, and where it stands. */
async function errorOf(query: string, variables: Record<string, unknown> = {}) {
  const { errors } = await graph.answer(query, variables);
  expect(errors).toHaveLength(1);
  const [{ message, extensions, path }] = errors as [NonNullable<typeof errors>[number]];
  return [message, extensions["code"], path];
}

describe("what is not there", () => {
  test("an unknown slug is told with near ones, and its field is null beside the others", async () => {
    const { data, errors } = await graph.answer(
      `{ a: city(slug: "shanghay-cn") { name } b: city(slug: "london-gb") { name } }`,
    );
    expect(data).toEqual({ a: null, b: { name: "London" } });
    expect(errors).toMatchObject([
      {
        message: "no city `shanghay-cn`; did you mean `shanghai-cn` or `shangrao-cn`?",
        path: ["a"],
        extensions: { code: "NOT_FOUND", suggestions: ["shanghai-cn", "shangrao-cn"] },
      },
    ]);
  });

  test("a slug like no other is told to be looked for", async () => {
    expect(await errorOf(`{ city(slug: "x") { name } }`)).toEqual([
      "no city `x`; look for it with `search`",
      "NOT_FOUND",
      ["city"],
    ]);
  });

  test("an error names no more of an id than can be read", async () => {
    const [message] = await errorOf(`query ($id: ID!) { placement(id: $id) { id } }`, {
      id: `Placement:${"x".repeat(100_000)}`,
    });
    expect(message).toHaveLength("no placement ``; look for it with `search`".length + 200);
  });

  test("ids of nothing are null among several, in their order", async () => {
    expect(
      await graph.ask(`{ nodes(ids: ["City:no", "City:london-gb", "Nothing:x", "", ":", "city:london-gb"]) { id } }`),
    ).toEqual({
      nodes: [null, { id: "City:london-gb" }, null, null, null, null],
    });
  });
});

describe("what is misspelt", () => {
  test.each([
    ["{ citys { totalCount } }", /Did you mean "city", "cities"/],
    ["{ cities { nodes { nam } } }", /Did you mean "name"/],
    ["{ cities(wher: {}) { totalCount } }", /Did you mean "where"/],
    ["{ cities(where: { nme: { eq: 1 } }) { totalCount } }", /Did you mean "name"/],
    ["{ cities(orderBy: { field: NAMES }) { totalCount } }", /Did you mean the enum value "NAME"/],
    [
      "{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }",
      /Cannot spread fragment "A" within itself via "B"/,
    ],
    ["query ($a: Int, $a: Int) { cities(first: $a) { totalCount } }", /There can be only one variable named "\$a"/],
    ["query ($a: Int) { cities { totalCount } }", /Variable "\$a" is never used/],
    ["{ cities(first: 1, first: 2) { totalCount } }", /There can be only one argument named "first"/],
    ["{ cities { nodes { name: slug name } } }", /conflict/],
    ["{ placement(id: null) { id } }", /Expected value of type "ID!", found null/],
    ['{ city(slug: "Not A Slug") { id } }', /Slug expects lower-case words/],
  ])("%s", async (query, message) => {
    const { errors, data } = await graph.answer(query);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.message).toMatch(message);
  });
});

describe("pages that cannot be", () => {
  test.each([
    ["first: -1", "`first` expects 0 to 500, got -1"],
    ["last: -1", "`last` expects 0 to 500, got -1"],
    ["first: 100000", "`first` expects 0 to 500, got 100000; take further rows with `after` and `before`"],
    ["last: 501", "`last` expects 0 to 500, got 501; take further rows with `after` and `before`"],
    ["first: 1, last: 1", "give `first` or `last`, not both"],
  ])("%s", async (page, message) => {
    expect(await errorOf(`{ cities(${page}) { totalCount } }`)).toEqual([message, "BAD_USER_INPUT", ["cities"]]);
    expect(await errorOf(`{ a: country(slug: "de") { cities(${page}) { totalCount } } }`)).toEqual([
      message,
      "BAD_USER_INPUT",
      ["a"],
    ]);
  });

  const other =
    "the cursor is of another list or of another order; take it from this list, asked with the same orderBy";
  const endOf = async (list: string) => {
    const { list: found } = await graph.ask<{ list: { pageInfo: { endCursor: string } } }>(
      `{ list: ${list} { pageInfo { endCursor } } }`,
    );
    return found.pageInfo.endCursor;
  };

  test("a cursor of another list, of another order, or of none", async () => {
    const here = await endOf("cities(first: 1)");
    const there = await endOf("countries(first: 1)");
    const otherwise = await endOf("cities(first: 1, orderBy: { field: NAME })");
    for (const side of ["after", "before"]) {
      const ask = (cursor: string) => errorOf(`{ a: __typename b: cities(${side}: "${cursor}") { nodes { id } } }`);
      expect(await ask(there)).toEqual([other, "INVALID_CURSOR", ["b"]]);
      expect(await ask(otherwise)).toEqual([other, "INVALID_CURSOR", ["b"]]);
      expect(await ask("not a cursor")).toEqual([
        'expected a cursor that this list gave, got "not a cursor"',
        "INVALID_CURSOR",
        ["b"],
      ]);
      expect(await ask(here.slice(0, -4))).toEqual([
        expect.stringMatching(/^expected a cursor/),
        "INVALID_CURSOR",
        ["b"],
      ]);
    }
    expect(await errorOf(`{ search(text: "m", after: "${here}") { totalCount nodes { id } } }`)).toEqual([
      other,
      "INVALID_CURSOR",
      ["search"],
    ]);
  });
});

describe("ids that cannot be", () => {
  test("a global id of another type, or of none", async () => {
    const expected = (type: string, id: string) =>
      `expected a global id such as \`${type}:...\`, got "${id}"; take ids from the field \`id\``;
    expect(await errorOf(`{ placement(id: "City:london-gb") { id } }`)).toEqual([
      expected("Placement", "City:london-gb"),
      "BAD_USER_INPUT",
      ["placement"],
    ]);
    for (const id of ["", "London", "Nothing:x", "Evidence:x", "Location:x"]) {
      expect(await errorOf(`{ a: node(id: "${id}") { id } }`)).toEqual([expected("City", id), "BAD_USER_INPUT", ["a"]]);
    }
  });

  test("more than 500 at once", async () => {
    const ids = Array.from({ length: 501 }, () => "City:london-gb");
    expect(await errorOf(`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, { ids })).toEqual([
      "`ids` expects at most 500 ids, got 501",
      "BAD_USER_INPUT",
      ["nodes"],
    ]);
  });
});

describe("variables that cannot be", () => {
  test.each([
    ["query ($n: Int) { cities(first: $n) { totalCount } }", { n: 1e12 }, /cannot represent non 32-bit signed integer/],
    [
      "query ($w: CityFilter) { cities(where: $w) { totalCount } }",
      { w: { name: { eq: 1 } } },
      /String cannot represent a non string value: 1/,
    ],
    ["query ($w: CityFilter) { cities(where: $w) { totalCount } }", { w: { nam: {} } }, /Did you mean "name"/],
    ["query ($s: Slug!) { city(slug: $s) { id } }", {}, /of required type "Slug!" was not provided/],
    [
      "query ($o: [CityOrder!]) { cities(orderBy: $o) { totalCount } }",
      { o: [{ field: "X" }] },
      /does not exist in "CityOrderField"/,
    ],
  ])("%s with %j", async (query, variables, message) => {
    const [said, code] = await errorOf(query, variables);
    expect(said).toMatch(message);
    expect(code).toBe("BAD_USER_INPUT");
  });

  test.each([
    ['query ($v: Slug = "de") { a: country(slug: $v) { id } }', "Slug!"],
    [
      "query ($v: SourceOrderField = TITLE) { a: sources(orderBy: [{ field: $v }]) { totalCount } }",
      "SourceOrderField!",
    ],
    ['query ($v: Slug = "dust") { a: cities(where: { indicator: { slug: $v } }) { totalCount } }', "Slug!"],
    ['query ($v: String = "x") { a: cities(where: { name: { in: ["y", $v] } }) { totalCount } }', "[String!]"],
    ["query ($v: CityFilter = {}) { a: cities(where: { or: [$v] }) { totalCount } }", "CityFilter!"],
  ])("null where %s has a default, but nothing may be null", async (query, type) => {
    expect((await graph.answer(query)).errors).toBeUndefined();
    const message = `Variable "$v" stands where ${type} is expected, got null`;
    expect(await errorOf(query, { v: null })).toEqual([message, "BAD_USER_INPUT", ["a"]]);
  });
});
